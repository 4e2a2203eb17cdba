import { resolve } from 'node:path';
import { benchAgents } from './agents.ts';
import { benchExit } from './exit.ts';
import { benchFiles } from './files.ts';
import { benchFlood } from './flood.ts';
import { benchGrowth } from './growth.ts';
import { benchIgnore } from './ignore.ts';
import { benchPack } from './pack.ts';
import type { Bench, Row } from './row.ts';
import { measureStart } from './start.ts';
import { STREAM_PLAN, streamRows } from './stream.ts';
import { benchUnstreamed } from './unstreamed.ts';
import { benchUpload } from './upload.ts';

/** Every bench by its name, in the order of the table. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  pack: benchPack,
  growth: benchGrowth,
  ignore: benchIgnore,
  files: benchFiles,
  upload: benchUpload,
  start: benchStart,
  stream: benchStream,
  flood: benchFlood,
  exit: benchExit,
  unstreamed: benchUnstreamed,
  agents: benchAgents,
};

const START = 2.5;
const LOADED_MB = 1;

async function benchStart({ nodes, quick, say }: Parameters<Bench>[0]): Promise<readonly Row[]> {
  return nodes.flatMap((binary): readonly Row[] => {
    say(binary);
    const { node, ratio, spread, loadedBytes } = measureStart(
      resolve('dist/index.js'),
      binary,
      quick ? 5 : 21,
    );
    const common = { bench: 'start', node };
    return [
      { ...common, what: 'a faulty input, to node -e 0', value: ratio, unit: 'x', spread, bound: START },
      { ...common, what: 'loaded by then', value: loadedBytes / 1e6, unit: 'MB', bound: LOADED_MB },
    ];
  });
}

async function benchStream({ quick, say }: Parameters<Bench>[0]): Promise<readonly Row[]> {
  say('a build log, paced and as a flood, and the end of a build');
  const plan = quick ? { paced: 300, flood: 100_000, ends: 3 } : STREAM_PLAN;
  return (await streamRows(plan)).map(({ atMost, atLeast, unit, ...facts }): Row => {
    const bound = atMost ?? atLeast;
    return {
      ...{ bench: 'stream', node: process.version, ...facts },
      unit: unit === 'lines/s' ? '/s' : unit,
      ...(bound === undefined ? {} : { bound, atLeast: atLeast !== undefined }),
    };
  });
}
