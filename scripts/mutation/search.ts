import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from './copy.ts';
import { runJest } from './jest.ts';
import { type Results, reaching, type Verdict } from './results.ts';

/** A worker's work: what it needs to run tests in its copy. */
export type Worker = { readonly root: string; readonly copy: Copy };

/** How far a search goes; what is left is for another call. */
export type Limits = {
  /** Which test files may be run. */
  readonly allowed: (file: string) => boolean;
  /** How long the tests of one mutant may take together, as they usually do. */
  readonly mostMs: number;
  /** Milliseconds since 1970. */
  readonly until: number;
};

/** How long a test file may take that nobody has timed yet. */
const UNTIMED_MS = 600_000;
/** Tests that run in one jest process take no longer than this, as a rule. */
const BATCH_MS = 15_000;

/** Runs one test file with no mutant active and notes what it reaches. */
export async function record({ root, copy }: Worker, results: Results, file: string): Promise<void> {
  const reachedFile = join(copy.folder, '..', 'reached');
  writeFileSync(reachedFile, '');
  // A test that gives up its rights still reaches something.
  chmodSync(reachedFile, 0o666);
  const { end, ms } = await runJest({
    root,
    copy,
    files: [file],
    control: reachedFile,
    timeoutMs: UNTIMED_MS,
  });
  results.tests[file] = { passed: end === 'passed', ms, reached: reachedIn(reachedFile, results) };
}

function reachedIn(path: string, { mutants }: Results): string[] {
  const numbers = new Set(readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number));
  return [...numbers].sort((one, other) => one - other).flatMap((number) => mutants[number - 1]?.id ?? []);
}

/**
 * Runs the test files that reach a mutant and have not been tried with it, nearest and cheapest first, until one fails.
 * What has passed is kept at once, in `results`.
 */
export async function search(
  worker: Worker,
  results: Results,
  id: string,
  { allowed, mostMs, until }: Limits,
): Promise<Verdict> {
  const source = results.mutants.find((mutant) => mutant.id === id)?.file ?? '';
  const passed = [...(results.verdicts[id]?.passed ?? [])];
  const left = reaching(results, id).filter((file) => allowed(file) && !passed.includes(file));
  const timeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + msOf(results, file), 0);
  for (const files of batches(left, results, source)) {
    const usualMs = timeOf(files);
    if (Date.now() > until || (passed.length > 0 && timeOf(passed) + usualMs > mostMs)) break;
    const run = await runJest({
      ...worker,
      files,
      control: numberOf(results, id),
      timeoutMs: 3 * usualMs + 20_000,
    });
    if (run.end !== 'passed') {
      const { file = files.join(' '), test } = run.failed ?? {};
      return {
        killedBy: file,
        ...(test === undefined ? {} : { test }),
        ...(run.end === 'timed out' ? { timedOut: true } : {}),
        passed,
      };
    }
    passed.push(...files);
    results.verdicts[id] = { passed: [...passed] };
  }
  return { passed };
}

/** Runs the test that has failed once more, with the mutant: a test that passes now proves nothing. */
export async function confirm(worker: Worker, results: Results, id: string): Promise<Verdict> {
  const { killedBy = '', test = '', passed } = results.verdicts[id] ?? { passed: [] };
  const timeoutMs = 3 * msOf(results, killedBy) + 20_000;
  const run = await runJest({
    ...worker,
    files: [killedBy],
    test,
    control: numberOf(results, id),
    timeoutMs,
  });
  return run.end === 'passed'
    ? { passed: [...passed, killedBy] }
    : { killedBy, test, confirmed: true, passed };
}

/** What the switch knows a mutant by. */
function numberOf({ mutants }: Results, id: string): string {
  return String(1 + mutants.findIndex((mutant) => mutant.id === id));
}

function msOf({ tests }: Results, file: string): number {
  return tests[file]?.ms ?? 0;
}

/** The two first ones alone, as most mutants end there, then several at a time. */
function batches(files: readonly string[], results: Results, source: string): string[][] {
  const cost = (file: string) => msOf(results, file) / (1 + 3 * nearness(file, source));
  const sorted = [...files].sort((one, other) => cost(one) - cost(other));
  const found: string[][] = [];
  let ms = 0;
  for (const [index, file] of sorted.entries()) {
    ms += msOf(results, file);
    if (index <= 2 || ms > BATCH_MS) {
      found.push([file]);
      ms = msOf(results, file);
    } else found.at(-1)?.push(file);
  }
  return found;
}

/** How many folders a test file shares with what it may test; one more for its mirror. `src/a/b.ts`, `__tests__/a/b.test.ts` */
export function nearness(test: string, source: string): number {
  const [own, other] = [test, source].map((path) =>
    path
      .replace(/(\.test)?\.ts$/, '')
      .split('/')
      .slice(1),
  );
  const differs = own?.findIndex((part, index) => part !== other?.[index]) ?? 0;
  return differs < 0 ? (own?.length ?? 0) : differs;
}
