import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { summary, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';
import { runStep, smallRepository, withEmulator } from './step.ts';

const EXIT_S = 0.3;
const REUSED_S = 1;

/** How long a step still takes after the cloud's success, and how long if nothing has to be built. */
export const benchExit: Bench = async (options) => {
  const rows: Row[] = [];
  const root = smallRepository(options.scratch);
  const temp = mkdtempSync(join(options.scratch, 'temp-'));
  try {
    for (const node of options.nodes) {
      const rounds = options.quick ? 3 : 15;
      options.say(`${rounds} builds and as many reuses with ${versionOf(node)}`);
      const place = { root, temp, node, rounds };
      rows.push(...(await exits(place)), ...(await reuses(place)));
    }
    return rows;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
};

type Place = {
  readonly root: string;
  readonly temp: string;
  readonly node: string;
  readonly rounds: number;
};

/** Builds with uneven durations, with a history to compare with and the default poll-interval. */
function exits({ rounds, ...place }: Place): Promise<readonly Row[]> {
  return withEmulator(async (emulator) => {
    emulator.control.sgp.seedHistory({ builds: 200, agents: ['bench'] });
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const lines = Array.from({ length: 40 }, (_, index) => `#5 ${index}.0 a line of a build`);
      emulator.control.script({ lines, delays: 30 + round * 3 });
      const run = await runStep(emulator, { ...place, inputs: { build: 'always' } });
      const ended = emulator.control.sgp.builds.at(-1)?.endedAt?.getTime() ?? Number.NaN;
      seconds.push((run.endedAt - ended) / 1000);
    }
    const what = 'the cloud’s success to our exit, poll-interval 5s';
    return [
      { bench: 'exit', what, node: versionOf(place.node), ...summary(seconds), unit: 's', bound: EXIT_S },
    ];
  });
}

function reuses({ rounds, ...place }: Place): Promise<readonly Row[]> {
  return withEmulator(async (emulator) => {
    await runStep(emulator, place);
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const run = await runStep(emulator, place);
      if (run.record.outputs.reused !== 'true') throw new Error(`nothing was reused: ${run.record.log}`);
      seconds.push(run.seconds);
    }
    const what = 'small agent: a reused run, start to exit';
    return [
      { bench: 'exit', what, node: versionOf(place.node), ...summary(seconds), unit: 's', bound: REUSED_S },
    ];
  });
}
