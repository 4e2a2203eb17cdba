import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved, ratio, type Sample, summary, timed, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';

const KIB = 1024;
/** Ten times the file, and a tenth more for garbage. */
const TIME = 11;
/** Seconds, for the largest ignore file that is read. */
const LARGEST = 1;

/** Files with which a branch of the repository could slow down the step, each `size` bytes long. */
const FILES: readonly (readonly [what: string, kind: string, make: (size: number) => string])[] = [
  [
    'pcc-deploy.toml of unknown keys',
    'pcc-deploy.toml',
    (size) => numbered(size, (at) => `key_${at} = ${at}\n`),
  ],
  ['manifest.yaml of unknown keys', 'manifest.yaml', (size) => numbered(size, (at) => `key_${at}: ${at}\n`)],
  [
    'manifest.yaml of aliases',
    'manifest.yaml',
    (size) => `a: &a 1\n${numbered(size, (at) => `b${at}: *a\n`)}`,
  ],
  ['ignore file of one line of blanks', 'ignore', (size) => `a${' '.repeat(size / 5)}b\n`],
  ['ignore file of patterns', 'ignore', (size) => numbered(size, (at) => `folder-${at}/**/*.log\n`)],
];

/** Ten times the file takes at most eleven times as long to read. */
export const benchFiles: Bench = async ({ quick, nodes, scratch, say }) => {
  const folder = join(scratch, 'files');
  mkdirSync(folder, { recursive: true });
  const rows: Row[] = [];
  for (const node of nodes) {
    say(versionOf(node));
    for (const [what, kind, make] of FILES) {
      const read = (size: number) => {
        const file = join(folder, `${kind}-${size}`);
        return async () => {
          writeFileSync(file, make(size));
          return inner(
            await timed(node, [join(import.meta.dirname, 'processes/files-child.js'), kind, file]),
          );
        };
      };
      const variants = { small: read(25 * KIB), large: read(250 * KIB) };
      const { small, large } = await interleaved(variants, quick ? 3 : 7);
      rows.push({
        ...{
          bench: 'files',
          what: `${what}: ten times the file`,
          node: versionOf(node),
          unit: 'x',
          bound: TIME,
        },
        ...ratio(large, small),
      });
    }
    rows.push(await largestIgnoreFile(node, folder, quick));
  }
  return rows;
};

async function largestIgnoreFile(node: string, folder: string, quick: boolean): Promise<Row> {
  const file = join(folder, 'ignore-largest');
  writeFileSync(file, numbered(KIB * KIB, (at) => `folder-${at}/*.log\n`).slice(0, KIB * KIB));
  const read = async () =>
    inner(await timed(node, [join(import.meta.dirname, 'processes/files-child.js'), 'ignore', file]));
  const { samples } = await interleaved({ samples: read }, quick ? 3 : 7);
  const seconds = summary(samples.map((sample) => sample.seconds));
  return {
    bench: 'files',
    what: 'an ignore file of 1 MiB',
    node: versionOf(node),
    ...seconds,
    unit: 's',
    bound: LARGEST,
  };
}

/** The time that the process itself measured. */
function inner(sample: Sample): Sample {
  return { ...sample, seconds: Number(sample.stdout) / 1000 };
}

function numbered(size: number, line: (at: number) => string): string {
  let text = '';
  for (let at = 0; text.length < size; at += 1) text += line(at);
  return text;
}
