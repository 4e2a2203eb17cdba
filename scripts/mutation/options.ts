import { parseArgs } from 'node:util';

export type Options = {
  /** The file that a run writes and goes on from. */
  readonly results: string;
  /** Of which commit the tests are; the working tree's without. */
  readonly testsOf?: string;
  /** How many jest processes at the same time. */
  readonly workers: number;
  /** How many mutants a file of src. */
  readonly perFile: number;
  /** When to stop, in milliseconds since 1970; the next call goes on. */
  readonly until: number;
  /** How many seconds of tests one mutant is tried with. */
  readonly seconds: number;
  /** Part of the path of the files whose mutants are looked at. */
  readonly only: string;
  /** Test files that are run; all but the workshop's where there are none. */
  readonly tests: readonly string[];
  /** Two files of results to compare. */
  readonly compare?: readonly [string, string];
  readonly summary: boolean;
};

/** @throws {Error} that says which option is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      results: { type: 'string', default: '.cache/mutation/results.json' },
      'tests-of': { type: 'string' },
      workers: { type: 'string', default: '2' },
      'per-file': { type: 'string', default: '1' },
      minutes: { type: 'string', default: '600' },
      seconds: { type: 'string', default: '600' },
      only: { type: 'string', default: '' },
      compare: { type: 'boolean', default: false },
      summary: { type: 'boolean', default: false },
    },
  });
  const [before, after] = positionals;
  if (values.compare && (before === undefined || after === undefined))
    throw new Error('--compare takes two files of results: --compare before.json after.json');
  const testsOf = values['tests-of'];
  return {
    results: values.results,
    ...(testsOf === undefined ? {} : { testsOf }),
    workers: numberOf('workers', values.workers),
    perFile: numberOf('per-file', values['per-file']),
    until: Date.now() + 60_000 * numberOf('minutes', values.minutes),
    seconds: numberOf('seconds', values.seconds),
    only: values.only,
    tests: values.compare ? [] : positionals,
    ...(values.compare ? { compare: [before ?? '', after ?? ''] } : {}),
    summary: values.summary,
  };
}

function numberOf(name: string, value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new Error(`--${name} must be 1 or more, got ${value}`);
  return Number(value);
}
