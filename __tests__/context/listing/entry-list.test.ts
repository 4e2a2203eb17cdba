import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entry, Tree } from '../../../src/context/entry.ts';
import { EntryList } from '../../../src/context/listing/entry-list.ts';
import { comparePaths } from '../../../src/context/listing/path-order.ts';
import { discard, list, plant } from '../scratch-tree.ts';

const ROOT = '/srv/context';

function listOf(entries: readonly Entry[]): EntryList {
  const list = new EntryList(ROOT);
  for (const entry of entries) list.add(entry);
  return list;
}

describe('a list of entries', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/[/\0]/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const file = fc.record({
    path,
    mode: fc.constantFrom(0o644, 0o755),
    size: fc.oneof(fc.nat(), fc.constant(2 ** 31), fc.constant(2 ** 40 + 1)),
  });
  const entry = fc.oneof(
    file.map((of): Entry => ({ ...of, kind: 'file', source: `${ROOT}/${of.path}` })),
    file.map((of): Entry => ({ ...of, kind: 'file', source: `/elsewhere/${of.size}`, isPlaced: true })),
    path.map((path): Entry => ({ path, kind: 'folder', source: `${ROOT}/${path}`, mode: 0o755, size: 0 })),
    fc.tuple(path, path).map(
      ([path, target]): Entry => ({
        ...{ path, kind: 'link', source: `${ROOT}/${path}` },
        ...{ mode: 0o777, size: 0, target },
      }),
    ),
  );

  test('gives back what was added, in that order, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const list = listOf(entries);
        expect([...list]).toEqual(entries);
        expect([...list]).toEqual(entries);
        const files = entries.filter(({ kind }) => kind === 'file');
        expect(list.files).toBe(files.length);
        expect(list.bytes).toBe(files.reduce((sum, { size }) => sum + size, 0));
      }),
    );
  });

  test('can be read by two at once', () => {
    const entries = ['a', 'b/c', 'b/d'].map(
      (path): Entry => ({ path, kind: 'file', source: `${ROOT}/${path}`, mode: 0o644, size: 1 }),
    );
    const list = listOf(entries);
    for (const one of list) expect([...list]).toContainEqual(one);
  });
});

describe('the order of paths', () => {
  test('is that of their UTF-8 bytes', () => {
    const unit = fc.constantFrom('a', '/', '-', 'é', '\uD7FF', '\uE000', '\uFFFD', '\u{10000}', '\u{10FFFF}');
    const text = fc.string({ unit, maxLength: 6 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const bytes = Buffer.compare(Buffer.from(one), Buffer.from(other));
        expect(Math.sign(comparePaths(one, other))).toBe(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Bytes that are still held once all else was collected, also what is let go only in a later turn of the event loop. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const FILES = 6_000;
/** Twice what it is; an object with two paths for each took 440. */
const ENTRY_BYTES = 110;
/** So many that what else the process keeps or lets go in the meantime is little beside them. */
const TREES = 24;

test(`the listing of ${FILES} files holds at most ${ENTRY_BYTES} bytes for each`, async () => {
  const folders = Array.from({ length: FILES / 25 }, (_, at) => `packages/library-${at % 9}/src/part-${at}`);
  const files = folders.flatMap((folder) =>
    Array.from({ length: 25 }, (_, at) => [`${folder}/component-module-${at}.js`, ''] as const),
  );
  const root = plant({ Dockerfile: 'FROM scratch\n', ...Object.fromEntries(files) });
  files.splice(0);
  try {
    await list(root);
    const before = await held();
    const trees: Tree[] = [];
    for (let at = 0; at < TREES; at += 1) trees.push(await list(root));
    const bytes = ((await held()) - before) / TREES;
    expect(trees.map((tree) => tree.files)).toEqual(trees.map(() => FILES + 1));
    expect(bytes / FILES).toBeGreaterThan(10);
    expect(bytes / FILES).toBeLessThan(ENTRY_BYTES);
  } finally {
    discard(root);
  }
});
