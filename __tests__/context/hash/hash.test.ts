import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Entry, Tree } from '../../../src/context/entry.ts';
import { hashTree } from '../../../src/context/hash/hash.ts';
import { AbortedError, UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** A tree of these entries in this order, their content on disk under names that say nothing. */
function treeOf(entries: readonly (readonly [path: string, kind: string, content: string])[]): Tree {
  const folder = temporaryFolder('hash');
  const listed = entries.map(([path, kind, content], index): Entry => {
    const source = join(folder, String(index));
    if (kind === 'folder') return { path, kind, source, mode: 0o755, size: 0 };
    if (kind === 'link') return { path, kind, source, mode: 0o777, size: 0, target: content };
    writeFileSync(source, content);
    return {
      path,
      kind: 'file',
      source,
      mode: kind === 'program' ? 0o755 : 0o644,
      size: Buffer.byteLength(content),
    };
  });
  return {
    entries: listed,
    dockerfile: 'Dockerfile',
    files: 0,
    bytes: 0,
    leftOut: [],
    notices: [],
    warnings: [],
    credentials: [],
  };
}

const EXAMPLE = [
  ['Dockerfile', 'file', 'FROM scratch\nCOPY app /app\n'],
  ['app-data', 'folder', ''],
  ['app-data/x.txt', 'file', 'x\n'],
  ['app', 'folder', ''],
  ['app/main.py', 'file', 'print("hi")\n'],
  ['app/run.sh', 'program', '#!/bin/sh\nexec python /app/main.py\n'],
] as const;
const LINK = ['link', 'link', 'app/main.py'] as const;

describe('the working_tree_hash of contracts/README.md', () => {
  test.each([
    [
      'the worked example',
      [...EXAMPLE, LINK],
      'cf817a90f4605d5848d099bbb4264b4c639518bdc3eaa580b2de21fedf24c4a3',
    ],
    ['without its link', EXAMPLE, '42f0e918162e7255659ad038fc54d05ccf023cc4661ea5b5adb8e5ab599f381d'],
    [
      'code points beyond the first plane last',
      [
        ['\uff5e', 'file', 'a\n'],
        ['\u{1f600}', 'file', 'b\n'],
      ],
      '000a9e4ba2e159cc224083ee76b622629761c3770bf29aa114a8f9853e72220d',
    ],
    ['an empty tree', [], 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [
      'folders alone',
      [['empty', 'folder', '']],
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ],
  ] as const)('%s', async (_name, entries, expected) => {
    expect(await hashTree(treeOf(entries))).toBe(expected);
  });

  test.each([0, 1, 511, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 7])(
    'a file of %i bytes counts with all of them',
    async (size) => {
      const content = 'abcdefg'.repeat(size / 7 + 1).slice(0, size);
      const digest = createHash('sha256').update(content).digest('hex');
      const record = createHash('sha256').update(`f\0${'100644'}\0${digest}`).digest('hex');
      expect(await hashTree(treeOf([['f', 'file', content]]))).toBe(record);
    },
  );
});

test('a file that grew since it was listed is an error with its path', async () => {
  const tree = treeOf([['notes/today.md', 'file', 'one']]);
  writeFileSync([...tree.entries][0]?.source as string, 'one and two');
  const failure = await hashTree(tree).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as Error).message).toContain('notes/today.md changed');
});

test('hashing ends soon after its signal fired', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => [`f${index}`, 'file', 'x'] as const);
  await expect(hashTree(treeOf(many), AbortSignal.abort())).rejects.toBeInstanceOf(AbortedError);
});
