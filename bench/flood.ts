import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { growth, interleaved, ratio, type Sample, summary, timed, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';
import { withFlood } from './server.ts';

const TIME = 3;
/** How many MB more ten times the lines may take: the log is passed on, not kept. */
const FLAT_MB = 40;
/**
 * Node 24 enlarges its young generation while a process is busy, whatever is in use: about 13 MB after each full
 * collection, with one million lines as with three. So growth is measured with the size that Node 20 has.
 */
const NODE_20_YOUNG_SIZE = '--max-semi-space-size=16';

/** A million log lines through the committed `dist/` to its stdout and log file, compared with `curl -N` into a file. */
export const benchFlood: Bench = async ({ quick, nodes, scratch, say }) => {
  const lines = quick ? 100_000 : 1_000_000;
  const folder = mkdtempSync(join(scratch, 'flood-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  const rows: Row[] = [];
  try {
    for (const node of nodes) {
      say(`${lines} lines, 3 rounds with ${versionOf(node)}`);
      const run =
        (count: number, ...flags: readonly string[]) =>
        () =>
          withFlood(count, (url) => step(url, node, folder, ...flags));
      const runs = await interleaved(
        {
          curl: () => withFlood(lines, (url) => curl(url, folder)),
          step: run(lines),
          few: run(lines / 10, NODE_20_YOUNG_SIZE),
          many: run(lines, NODE_20_YOUNG_SIZE),
        },
        quick ? 1 : 3,
      );
      rows.push(...rowsOf({ lines, quick, node: versionOf(node), ...runs }));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function curl(url: string, folder: string): Promise<Sample> {
  const path = `${url}/v5/builds/build_1/logs`;
  return timed('curl', ['-sN', '-o', join(folder, 'curl.txt'), path]);
}

/** The whole step with start, packing and end; stdout goes to a file, on a runner it is a pipe. */
function step(url: string, node: string, folder: string, ...flags: readonly string[]): Promise<Sample> {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    'INPUT_BASE-URL': url,
    'INPUT_API-KEY': 'not-a-key',
    'INPUT_ACCOUNT-ID': 'bench',
    'INPUT_AGENT-NAME': 'bench',
    'INPUT_IMAGE-TAG': 'flood',
    INPUT_COMMENT: 'never',
    INPUT_BUILD: 'always',
    INPUT_HISTORY: '0',
  };
  writeFileSync(join(folder, 'output'), '');
  writeFileSync(join(folder, 'state'), '');
  writeFileSync(join(folder, 'summary.md'), '');
  return timed(node, [...flags, resolve('dist/index.js')], env, join(folder, 'stdout.txt'));
}

type Runs = {
  readonly lines: number;
  /** Starting a process takes longer than a tenth of the lines: no time bound applies to them. */
  readonly quick: boolean;
  readonly node: string;
} & Readonly<Record<'curl' | 'step' | 'few' | 'many', readonly Sample[]>>;

function rowsOf({ lines, quick, node, few, many, curl: peer, step: ours }: Runs): readonly Row[] {
  const common = { bench: 'flood', node };
  const peak = summary(ours.map(({ peakMb }) => peakMb));
  return [
    {
      ...{ ...common, what: `${lines} events: curl -N into a file`, unit: 's' },
      ...summary(peer.map(({ seconds }) => seconds)),
    },
    {
      ...{
        ...common,
        what: `${lines} events: the step to curl -N`,
        unit: 'x',
        ...(!quick && { bound: TIME }),
      },
      ...ratio(ours, peer),
    },
    { ...common, what: `${lines} events: peak memory`, unit: 'MB', ...peak },
    {
      ...{ ...common, what: 'memory of ten times the events, more', unit: 'MB', bound: FLAT_MB },
      ...growth(many, few),
    },
  ];
}
