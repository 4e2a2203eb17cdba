import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EQUIVALENT } from './equivalent.ts';
import type { Mutant } from './mutants.ts';

/** What is known of one test file with no mutant active. */
export type TestFile = {
  readonly passed: boolean;
  readonly ms: number;
  /** Ids of the mutants that it reaches. */
  readonly reached: readonly string[];
};

/** How far the search for a test that fails has come. */
export type Verdict = {
  readonly killedBy?: string;
  readonly test?: string;
  /** The test has failed a second time: it is not one that fails now and then on a busy machine. */
  readonly confirmed?: boolean;
  /** It was killed because the tests did not end. */
  readonly timedOut?: boolean;
  /** Test files that pass with it. */
  readonly passed: readonly string[];
};

export type Results = {
  readonly mutants: readonly Omit<Mutant, 'start' | 'end' | 'isStatement'>[];
  /** Files without a mutant → why. */
  readonly exempt: Readonly<Record<string, string>>;
  /** The test files that belong to a whole run. */
  files: readonly string[];
  readonly tests: Record<string, TestFile>;
  readonly verdicts: Record<string, Verdict>;
};

/** Whether a test starts the whole step in processes of its own. */
export function isProcessTest(file: string): boolean {
  return /^__tests__\/(action|emulator)\//.test(file);
}

export type Outcome = 'killed' | 'survived' | 'unreached' | 'undecided';

/** @throws {Error} where the file is not there or is no JSON */
export function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

/** An interrupted run leaves the last whole state. */
export function writeResults(path: string, results: Results): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(results, null, 1)}\n`);
  renameSync(`${path}.new`, path);
}

/** The test files that reach a mutant. */
export function reaching({ tests }: Results, id: string): string[] {
  return Object.entries(tests)
    .filter(([, { passed, reached }]) => passed && reached.includes(id))
    .map(([file]) => file);
}

/** Nothing is unreached or has survived while a test file is left that may reach it. */
export function outcomeOf(results: Results, id: string): Outcome {
  const { killedBy, passed = [] } = results.verdicts[id] ?? {};
  if (killedBy !== undefined) return 'killed';
  const left = reaching(results, id).filter((file) => !passed.includes(file));
  if (left.length > 0 || results.files.some((file) => !(file in results.tests))) return 'undecided';
  return passed.length > 0 ? 'survived' : 'unreached';
}

/** The mutants that count: of each file the first ones that are not equivalent to the original. */
export function counted({ mutants }: Results, perFile: number): Results['mutants'] {
  const taken = new Map<string, number>();
  return mutants.filter(({ id, file }) => {
    const before = taken.get(file) ?? 0;
    if (id in EQUIVALENT || before === perFile) return false;
    taken.set(file, before + 1);
    return true;
  });
}
