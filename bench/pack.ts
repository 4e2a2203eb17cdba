import { join } from 'node:path';
import { LARGE_FILES, MANY_FILES, makeTree, SMALL_AGENT, scaled, type TreeShape } from './data/trees.ts';
import {
  installed,
  interleaved,
  ratio,
  type Sample,
  summary,
  timed,
  timedIntoNew,
  versionOf,
} from './measure.ts';
import { packChild } from './pack-bundle.ts';
import type { Bench, BenchOptions, Row } from './row.ts';

/** The bounds for packing compared with `tar czf`; peak memory in MB by Node's major version. */
const MEMORY_MB: Readonly<Record<string, number>> = { v20: 150, v24: 170 };
const SIZE = 1.05;
const HASH = 0.05;

type Subject = {
  readonly shape: TreeShape;
  readonly rounds: number;
  /** Bounds of the ratios to `tar czf`. */
  readonly pack?: number;
  readonly hash?: number;
};

const SUBJECTS: readonly Subject[] = [
  { shape: SMALL_AGENT, pack: 1.1, rounds: 9 },
  { shape: MANY_FILES, pack: 0.28, hash: HASH, rounds: 9 },
  { shape: LARGE_FILES, pack: 0.22, hash: HASH, rounds: 5 },
];

/** Packing and hashing compared with GNU tar with gzip -6, and with pigz if it is installed. */
export const benchPack: Bench = async (options) => {
  const rows: Row[] = [];
  const child = await packChild(options.scratch);
  for (const subject of SUBJECTS)
    rows.push(...(await benchSubject(options.quick ? less(subject) : subject, child, options)));
  return rows;
};

/** A tenth of a tree takes more than a tenth of the time, since a process has to start: no bound applies to it. */
function less({ shape }: Subject): Subject {
  return { shape: shape === SMALL_AGENT ? shape : scaled(shape, 0.1), rounds: 3 };
}

async function benchSubject(subject: Subject, child: string, options: BenchOptions): Promise<readonly Row[]> {
  const { shape, rounds } = subject;
  options.say(`${shape.name}: making the tree`);
  const root = makeTree(shape, join(options.scratch, 'trees'));
  const rows: Row[] = [];
  for (const [index, node] of options.nodes.entries()) {
    options.say(`${shape.name}: ${rounds} rounds with ${versionOf(node)}`);
    const withPeers = index === 0;
    const setting = { root, node, child, scratch: options.scratch, withPeers };
    const runs = await interleaved(variantsOf(setting), rounds);
    rows.push(...rowsOf(subject, versionOf(node), runs, withPeers));
  }
  return rows;
}

type Runs = Readonly<Record<string, readonly Sample[]>>;

type Setting = {
  readonly root: string;
  readonly node: string;
  readonly child: string;
  readonly scratch: string;
  /** Whether the peers that do not depend on Node are measured too. */
  readonly withPeers: boolean;
};

function variantsOf({
  root,
  node,
  child,
  scratch,
  withPeers,
}: Setting): Readonly<Record<string, () => Promise<Sample>>> {
  const file = join(scratch, 'archive.tar.gz');
  const tar = ['--create', '--file', file, '--directory', root];
  return {
    tar: () => timedIntoNew(file, 'tar', [...tar, '--gzip', '.'], { GZIP: '' }),
    ...(withPeers && installed('pigz')
      ? { pigz: () => timedIntoNew(file, 'tar', [...tar, '--use-compress-program=pigz -6', '.']) }
      : {}),
    pack: () => timedIntoNew(file, node, [child, 'pack', root, file]),
    hash: () => timed(node, [child, 'hash', root]),
  };
}

function rowsOf(subject: Subject, node: string, runs: Runs, withPeers: boolean): readonly Row[] {
  const { tar = [], pigz, pack = [], hash = [] } = runs;
  const row = (what: string, rest: Pick<Row, 'value' | 'unit' | 'spread' | 'bound'>): Row => ({
    bench: 'pack',
    what: `${subject.shape.name}: ${what}`,
    node,
    ...rest,
  });
  const memory = MEMORY_MB[node.split('.')[0] ?? ''];
  const sizes = pack.map((sample, round) => (sample.bytes ?? 0) / (tar[round]?.bytes ?? 0));
  const peers = [
    row('tar czf', { ...summary(tar.map((sample) => sample.seconds)), unit: 's' }),
    ...(pigz ? [row('tar | pigz -6 to tar czf', { ...ratio(pigz, tar), unit: 'x' })] : []),
  ];
  return [
    ...(withPeers ? peers : []),
    row('pack and hash to tar czf', { ...ratio(pack, tar), unit: 'x', ...boundOf(subject.pack) }),
    row('peak memory', {
      ...summary(pack.map((sample) => sample.peakMb)),
      unit: 'MB',
      ...boundOf(memory),
    }),
    row('archive size to tar czf', { ...summary(sizes), unit: 'x', bound: SIZE }),
    row('hash alone to tar czf', {
      ...ratio(hash, tar),
      unit: 'x',
      ...boundOf(subject.hash),
    }),
  ];
}

function boundOf(bound: number | undefined): { readonly bound?: number } {
  return bound === undefined ? {} : { bound };
}
