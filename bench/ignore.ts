import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomOf } from './data/random.ts';
import { installed, interleaved, ratio, type Sample, summary, timed, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';

/** To Go's own time (an issue of 2026-11: 25 s, where Go needed 1.6 s). */
const BOUND = 3;
const PATTERNS = 30;
const PATHS = 40_000;
const WHAT = `${PATTERNS} patterns with four wildcards over ${PATHS.toLocaleString('en')} paths`;

/** An ignore file that is hard to match, compared with Docker's own matcher if Go is installed. */
export const benchIgnore: Bench = async ({ quick, nodes, scratch, say }) => {
  const files = plant(scratch, quick ? PATHS / 10 : PATHS);
  const peer = await buildPeer(scratch, say);
  const rows: Row[] = [];
  for (const binary of nodes) {
    say(versionOf(binary));
    const variants: Record<string, () => Promise<Sample>> = {
      ours: () => matched(binary, [join(import.meta.dirname, 'processes/ignore-child.js'), ...files]),
      ...(peer && { theirs: () => matched(peer, ['-time', ...files]) }),
    };
    const { ours = [], theirs } = await interleaved(variants, quick ? 3 : 9);
    rows.push(...rowsOf(versionOf(binary), ours, theirs));
  }
  return rows;
};

function rowsOf(node: string, ours: readonly Sample[], theirs: readonly Sample[] | undefined): Row[] {
  const common = { bench: 'ignore', node };
  const seconds = summary(ours.map((sample) => sample.seconds));
  const alone: Row = { ...common, what: WHAT, ...seconds, unit: 's' };
  if (theirs === undefined) return [alone];
  const counts = new Set([...ours, ...theirs].map(({ stdout }) => stdout.split(' ')[0]));
  if (counts.size !== 1) throw new Error(`the matchers exclude ${[...counts].join(' and ')} paths`);
  return [alone, { ...common, what: `${WHAT}, to Go`, ...ratio(ours, theirs), unit: 'x', bound: BOUND }];
}

/** The time that the process itself measured, without its start and reading its files. */
async function matched(command: string, args: readonly string[]): Promise<Sample> {
  const sample = await timed(command, args);
  return { ...sample, seconds: Number(sample.stdout.split(' ')[1]) / 1000 };
}

async function buildPeer(scratch: string, say: (line: string) => void): Promise<string | undefined> {
  if (!installed('go')) return undefined;
  const binary = join(scratch, 'ignore-oracle');
  try {
    await timed('go', ['build', '-C', resolve('__tests__/context/ignore/oracle'), '-o', binary, '.']);
    return binary;
  } catch (error) {
    say(`without Go: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

const WORDS =
  'packages components node_modules src lib test index helper utils server client runtime agent handlers core views assets config build shared types models'.split(
    ' ',
  );
const ENDINGS = ['.js', '.ts', '.py', '.json', '.md', '.map', '.css', '.d.ts'];

/** @returns the files of patterns and of paths, the same in every run */
function plant(scratch: string, count: number): [patterns: string, paths: string] {
  const random = randomOf(12);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const part = () => pick(WORDS).slice(0, 2 + Math.floor(random() * 3));
  const forms = [
    () => `**/*${part()}*/*${part()}*${part()}`,
    () => `**/${part()}*/**/*${part()}*`,
    () => `*${part()}*${part()}*/*${part()}`,
    () => `${part()}*/**/*${part()}*.${part()}*`,
    () => `*/*${part()}*/*${part()}`,
  ];
  const patterns = Array.from({ length: PATTERNS }, (_, at) => forms[at % forms.length]?.() ?? '');
  const folders = Array.from({ length: count / 20 }, () =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, () => `${pick(WORDS)}-${pick(WORDS)}`).join('/'),
  );
  const paths = Array.from(
    { length: count },
    (_, at) => `${pick(folders)}/${pick(WORDS)}-${at}${pick(ENDINGS)}`,
  );
  const folder = join(scratch, 'ignore');
  mkdirSync(folder, { recursive: true });
  const files = [join(folder, 'patterns'), join(folder, 'paths')] as const;
  writeFileSync(files[0], patterns.join('\n'));
  writeFileSync(files[1], paths.join('\n'));
  return [...files];
}
