import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from './data/random.ts';
import { growth, interleaved, ratio, type Sample, summary, timed, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';
import { withFlood } from './server.ts';

const TIME = 1.2;
/** Peak memory in MB by Node's major version. */
const MEMORY_MB: Readonly<Record<string, number>> = { v20: 110, v24: 155 };
/** How many MB more ten times the body may take. */
const FLAT_MB = 15;
const MIB = 1024 * 1024;

/**
 * The submit's own request compared with a file that is piped into `http.request`, to a server that drops what it
 * reads.
 */
export const benchUpload: Bench = async ({ quick, nodes, scratch, say }) => {
  const mb = quick ? 40 : 400;
  const large = makeFile(scratch, mb);
  const small = makeFile(scratch, mb / 10);
  const rows: Row[] = [];
  for (const node of nodes) {
    const rounds = quick ? 3 : 7;
    say(`${mb} MB, ${rounds} rounds with ${versionOf(node)}`);
    const child = join(import.meta.dirname, 'processes/upload-child.js');
    const send = (mode: string, path: string) => () =>
      withFlood(0, async (url) => inner(await timed(node, [child, mode, url, path])));
    const variants = { ours: send('submit', large), peer: send('pipe', large), few: send('submit', small) };
    rows.push(...rowsOf(mb, versionOf(node), await interleaved(variants, rounds)));
  }
  return rows;
};

/** Only the time of the upload: another row measures how long a process takes to start. */
function inner(sample: Sample): Sample {
  return { ...sample, seconds: Number(sample.stdout) };
}

function rowsOf(
  mb: number,
  node: string,
  { ours, peer, few }: Readonly<Record<'ours' | 'peer' | 'few', readonly Sample[]>>,
): readonly Row[] {
  const common = { bench: 'upload', node };
  const memory = MEMORY_MB[node.split('.')[0] ?? ''];
  return [
    {
      ...{ ...common, what: `${mb} MB: http.request with a piped file`, unit: 's' },
      ...summary(peer.map(({ seconds }) => seconds)),
    },
    {
      ...{ ...common, what: `${mb} MB: the submit to that`, unit: 'x', bound: TIME },
      ...ratio(ours, peer),
    },
    {
      ...{ ...common, what: `${mb} MB: peak memory`, unit: 'MB', ...(memory && { bound: memory }) },
      ...summary(ours.map(({ peakMb }) => peakMb)),
    },
    {
      ...{ ...common, what: 'memory of ten times the body, more', unit: 'MB', bound: FLAT_MB },
      ...growth(ours, few),
    },
  ];
}

function makeFile(scratch: string, mb: number): string {
  const path = join(scratch, `upload-${mb}.bin`);
  if (existsSync(path) && statSync(path).size === mb * MIB) return path;
  const random = randomOf(mb);
  const piece = Buffer.from(Uint32Array.from({ length: MIB / 4 }, () => random() * 2 ** 32).buffer);
  writeFileSync(path, Buffer.concat(Array.from({ length: mb }, () => piece)));
  return path;
}
