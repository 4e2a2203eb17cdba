import { join } from 'node:path';
import { MANY_FILES, makeTree, scaled } from './data/trees.ts';
import { growth, interleaved, ratio, type Sample, timedIntoNew, versionOf } from './measure.ts';
import { packChild } from './pack-bundle.ts';
import type { Bench, Row } from './row.ts';

const TIME = 11;
/** In MB. With a tree of 2,000 files the garbage collector has hardly run; an entry takes about fifty bytes. */
const MEMORY_MB = 45;

/** Ten times the tree: at most eleven times the time, and the same memory except for the list of entries. */
export const benchGrowth: Bench = async ({ quick, nodes, scratch, say }) => {
  const factor = quick ? 0.1 : 1;
  const trees = join(scratch, 'trees');
  const small = makeTree(scaled(MANY_FILES, 0.1 * factor), trees);
  const large = makeTree(quick ? scaled(MANY_FILES, factor) : MANY_FILES, trees);
  const child = await packChild(scratch);
  const file = join(scratch, 'growth.tar.gz');
  const pack = (node: string, root: string) => () => timedIntoNew(file, node, [child, 'pack', root, file]);
  const rows: Row[] = [];
  for (const node of nodes) {
    say(`growth: 3 rounds with ${versionOf(node)}`);
    const runs = await interleaved({ small: pack(node, small), large: pack(node, large) }, 3);
    rows.push(...rowsOf(versionOf(node), runs.small, runs.large));
  }
  return rows;
};

function rowsOf(node: string, small: readonly Sample[], large: readonly Sample[]): readonly Row[] {
  return [
    {
      ...{ bench: 'growth', what: 'pack: time of ten times the tree', node, unit: 'x', bound: TIME },
      ...ratio(large, small),
    },
    {
      ...{
        bench: 'growth',
        what: 'pack: memory of ten times the tree, more',
        node,
        unit: 'MB',
        bound: MEMORY_MB,
      },
      ...growth(large, small),
    },
  ];
}
