import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Emulator } from '../emulator/emulator.ts';
import { summary, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';
import { runStep, type StepRun, smallRepository, withEmulator } from './step.ts';

const BOUND_S = 0.7;
/** Builds of 2 to 6 seconds, each within a tenth of the earlier ones. */
const LENGTHS_MS = [2_000, 4_000, 6_000];

/** How late the end of a build is noticed without a stream, if the agent's earlier builds are known. */
export const benchUnstreamed: Bench = async (options) => {
  const root = smallRepository(options.scratch);
  const temp = mkdtempSync(join(options.scratch, 'temp-'));
  const rounds = options.quick ? 2 : 6;
  try {
    const rows: Row[] = [];
    for (const node of options.nodes) {
      options.say(`${rounds * LENGTHS_MS.length} builds a cloud without a stream, with ${versionOf(node)}`);
      const place = { root, temp, node };
      for (const cloud of [PRIME, PIPECAT, PIPECAT_ALONE]) {
        const seconds: number[] = [];
        for (const ms of LENGTHS_MS) seconds.push(...(await measure(cloud, ms, rounds, place)));
        const row = { bench: 'unstreamed', what: cloud.what, node: versionOf(node), unit: 's' } as const;
        rows.push({ ...row, ...summary(seconds), bound: BOUND_S });
      }
    }
    return rows;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
};

type Place = Omit<Parameters<typeof runStep>[1], 'inputs'>;
type Measured = {
  readonly what: string;
  readonly inputs: (emulator: Emulator) => Record<string, string>;
  /** The last lines of the build's log. */
  readonly closing?: readonly string[];
  /** The time of the success on the cloud, in milliseconds since the epoch. */
  readonly succeededAt: (emulator: Emulator) => number;
  readonly until: (emulator: Emulator, run: StepRun) => number;
};

const PRIME: Measured = {
  what: 'Prime: the cloud’s success to our exit',
  inputs: ({ url }) => ({
    cloud: 'prime',
    'base-url': url,
    'account-id': '',
    'agent-name': '',
    'image-name': 'bench',
  }),
  succeededAt: ({ control }) => Math.max(...endsOf(control.prime.builds.at(-1)?.artifacts ?? [])),
  until: (_emulator, { endedAt }) => endedAt,
};

const PIPECAT: Measured = {
  what: 'Pipecat: the cloud’s success to the deployment’s request',
  inputs: ({ url }) => ({ cloud: 'pipecat', 'base-url': url, 'account-id': '', deploy: 'production' }),
  succeededAt: ({ control }) => Math.max(...endsOf(control.pipecat.builds.slice(-1))),
  until: ({ control }) =>
    control.requests.findLast(({ operation }) => operation === 'createAgent' || operation === 'updateAgent')
      ?.at ?? Number.NaN,
};

/** CodeBuild's own last lines, which show the log's end; without them the step would wait for more. */
const STAMP = '[Container] 2026/03/04 10:00:09';
const PIPECAT_ALONE: Measured = {
  what: 'Pipecat without a deployment: the cloud’s success to our exit',
  inputs: ({ url }) => ({ cloud: 'pipecat', 'base-url': url, 'account-id': '' }),
  closing: [
    `${STAMP} Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED`,
    `${STAMP} Phase context status code:  Message: `,
  ],
  succeededAt: PIPECAT.succeededAt,
  until: PRIME.until,
};

function endsOf(ended: readonly { readonly endedAt: Date | undefined }[]): readonly number[] {
  return ended.map(({ endedAt }) => endedAt?.getTime() ?? Number.NaN);
}

/** The first build is the history for the others. */
function measure(
  cloud: Measured,
  lengthMs: number,
  rounds: number,
  place: Place,
): Promise<readonly number[]> {
  return withEmulator(async (emulator) => {
    const seconds: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const factor = 0.9 + (0.2 * round) / Math.max(1, rounds);
      const half = (lengthMs * factor) / 2;
      emulator.control.script({
        lines: ['#5 0.1 a line', '#5 0.2 another', ...(cloud.closing ?? [])],
        delays: [half, half, 0],
      });
      const inputs = { build: 'always', ...cloud.inputs(emulator) };
      const run = await runStep(emulator, { ...place, inputs });
      if (round > 0) seconds.push((cloud.until(emulator, run) - cloud.succeededAt(emulator)) / 1000);
    }
    return seconds;
  });
}
