import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { type Copy, makeCopies } from './copy.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import type { Options } from './options.ts';
import { counted, isProcessTest, outcomeOf, type Results, readResults, writeResults } from './results.ts';
import { confirm, record, search } from './search.ts';

/** Choices a file, so that the copies and what tests reach stay when one of them turns out to be equivalent. */
const CHOICES = 4;
/** Tests of what is written in the sources, or of dist/ as committed: each would fail in an instrumented copy. */
const NOT_RUN = '__tests__/workshop/';
/** Test files that take longer are recorded and tried once the faster ones have been. Milliseconds. */
const TIERS = [10_000, 20_000, 40_000, Number.POSITIVE_INFINITY];

/** What .ci/first-failure.js calls a file that did not come to its tests. */
const WHOLE_FILE = '(the file itself)';

/** Goes on from the results that are there, until all is decided or the time is over. */
export async function runMutation(root: string, options: Options): Promise<Results> {
  const { mutants, exempt } = allMutants(root);
  const results = openResults(options, mutants, exempt);
  const folder = join(realpathSync(tmpdir()), `mutation-${shortHash(resolve(root, options.results))}`);
  const { workers: count, testsOf } = options;
  const copies = makeCopies({ root, folder, count, mutants, ...(testsOf === undefined ? {} : { testsOf }) });
  const [first] = copies;
  if (first === undefined) return results;
  results.files = testFiles(first.folder);
  const files = options.tests.length > 0 ? options.tests : results.files;
  const usual = usualTimes(first.folder);
  const state: MutationRun = { root, options, results, copies };
  let most = 0;
  for (const limit of TIERS) {
    const tier = files.filter((file) => (usual[file] ?? 0) <= limit && (usual[file] ?? 0) >= most);
    tier.sort((one, other) => (usual[other] ?? 0) - (usual[one] ?? 0));
    most = limit;
    await recordAll(state, tier);
    await searchAll(state, (file) => (usual[file] ?? 0) <= limit);
  }
  await confirmAll(state);
  await searchAll(state, () => true);
  return results;
}

/** So that two runs with results of their own do not meet. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

type MutationRun = {
  readonly root: string;
  readonly options: Options;
  readonly results: Results;
  readonly copies: readonly Copy[];
};

async function recordAll(state: MutationRun, files: readonly string[]): Promise<void> {
  const { results } = state;
  const left = files.filter((file) => results.tests[file]?.passed !== true);
  await each(state, left, async (worker, file) => {
    await record(worker, results, file);
    // A busy machine may have been too slow for it.
    if (results.tests[file]?.passed !== true) await record(worker, results, file);
    const { passed, ms, reached } = results.tests[file] ?? { passed: false, ms: 0, reached: [] };
    return `${file}: ${passed ? 'passes' : 'FAILS'} without a mutant, ${ms} ms, reaches ${reached.length}`;
  });
}

async function searchAll(state: MutationRun, allowed: (file: string) => boolean): Promise<void> {
  const { results, options } = state;
  const wanted = counted(results, options.perFile).filter(({ file }) => file.includes(options.only));
  const left = wanted.filter(({ id }) => results.verdicts[id]?.killedBy === undefined);
  left.sort((one, other) => one.rank - other.rank);
  const limits = { allowed, mostMs: 1000 * options.seconds, until: options.until };
  await each(state, left, async (worker, { id, file, line, operator }) => {
    const before = results.verdicts[id]?.passed.length ?? 0;
    const verdict = await search(worker, results, id, limits);
    results.verdicts[id] = verdict;
    if (verdict.killedBy === undefined && verdict.passed.length === before) return undefined;
    const by = verdict.killedBy === undefined ? '' : ` by ${verdict.killedBy}`;
    return `${file}:${line} ${operator}: ${outcomeOf(results, id)}${by}`;
  });
}

async function confirmAll(state: MutationRun): Promise<void> {
  const { results } = state;
  const doubtful = results.mutants.filter(({ id }) => {
    const { killedBy = '', test, confirmed } = results.verdicts[id] ?? {};
    return isProcessTest(killedBy) && test !== undefined && test !== WHOLE_FILE && !confirmed;
  });
  await each(state, doubtful, async (worker, { id, file, line }) => {
    const verdict = await confirm(worker, results, id);
    results.verdicts[id] = verdict;
    return `${file}:${line}: ${verdict.confirmed ? 'fails again' : 'PASSES the second time'}`;
  });
}

/** Gives work to the copies, each one thing at a time; what is done is kept at once. */
async function each<T>(
  { root, options, results, copies }: MutationRun,
  items: readonly T[],
  work: (worker: { root: string; copy: Copy }, item: T) => Promise<string | undefined>,
): Promise<void> {
  const queue = [...items];
  const worker = async (copy: Copy) => {
    for (let item = queue.shift(); item !== undefined && Date.now() < options.until; item = queue.shift()) {
      const line = await work({ root, copy }, item);
      if (line === undefined) continue;
      writeResults(options.results, results);
      console.log(`${new Date().toISOString().slice(11, 19)} ${line} (${queue.length} left)`);
    }
  };
  await Promise.all(copies.map(worker));
}

function allMutants(root: string): { mutants: Mutant[]; exempt: Record<string, string> } {
  const mutants: Mutant[] = [];
  const exempt: Record<string, string> = {};
  for (const file of filesBelow(root, 'src', '.ts')) {
    const found = mutantsOf(file, readFileSync(join(root, file), 'utf8'), CHOICES);
    mutants.push(...found.mutants);
    if (found.exempt !== undefined) exempt[file] = found.exempt;
  }
  return { mutants, exempt };
}

function testFiles(folder: string): string[] {
  return filesBelow(folder, '__tests__', '.test.ts').filter((file) => !file.startsWith(NOT_RUN));
}

function filesBelow(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function usualTimes(folder: string): Record<string, number> {
  return JSON.parse(readFileSync(join(folder, '.ci', 'test-durations.json'), 'utf8'));
}

/** @throws {Error} where the results there are of other sources */
function openResults(
  { results: path }: Options,
  all: readonly Mutant[],
  exempt: Record<string, string>,
): Results {
  const mutants = all.map(({ start: _start, end: _end, isStatement: _isStatement, ...mutant }) => mutant);
  if (!existsSync(path)) return { mutants, exempt, files: [], tests: {}, verdicts: {} };
  const found = readResults(path);
  const ids = (results: Pick<Results, 'mutants'>) => results.mutants.map(({ id }) => id).join();
  if (ids(found) === ids({ mutants })) return found;
  throw new Error(`${path} is of other sources: remove it, or name another file with --results`);
}
