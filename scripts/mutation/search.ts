import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from './copy.ts';
import { runJest } from './jest.ts';
import { type Results, reaching, type Verdict } from './ledger.ts';

/** A worker's work: what it needs to run tests in its copy. */
export type Bench = { readonly root: string; readonly copy: Copy };

/** How long a test file may take that nobody has timed yet. */
const UNTIMED_MS = 600_000;
/** Tests that run in one jest process take no longer than this, as a rule. */
const BATCH_MS = 15_000;

/** Runs one test file with no mutant active and notes what it reaches. */
export async function record({ root, copy }: Bench, results: Results, file: string): Promise<void> {
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
 * @param allowed which files may be run; others stay to be tried
 */
export async function search(
  bench: Bench,
  results: Results,
  id: string,
  allowed: (file: string) => boolean,
): Promise<Verdict> {
  const number = 1 + results.mutants.findIndex((mutant) => mutant.id === id);
  const source = results.mutants[number - 1]?.file ?? '';
  const passed = [...(results.verdicts[id]?.passed ?? [])];
  const left = reaching(results, id).filter((file) => allowed(file) && !passed.includes(file));
  for (const files of batches(left, results, source)) {
    const usualMs = files.reduce((sum, file) => sum + msOf(results, file), 0);
    const run = await runJest({ ...bench, files, control: String(number), timeoutMs: 3 * usualMs + 20_000 });
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
  }
  return { passed };
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
