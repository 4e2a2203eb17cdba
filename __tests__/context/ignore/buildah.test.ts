/**
 * What buildah really copies, against our listing, for the same folder. The patterns are those on which
 * buildah 1.28 follows Docker; it takes the `(`, `)` and `+` of a pattern for a regular expression's.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listTree } from '../../../src/context/listing/tree.ts';
import { discard, plant, SGP } from '../scratch-tree.ts';

const isInstalled = spawnSync('buildah', ['--version']).status === 0;
if (!isInstalled)
  console.warn('Skipped: buildah is not installed, so nothing is compared with what it copies.');

const TREE = {
  Dockerfile: 'FROM scratch\nCOPY . /\n',
  'README.md': '',
  'a.txt': '',
  'b.txt': '',
  'é.txt': '',
  '.env': '',
  'data(1).csv': '',
  'c++/x': '',
  'src/app.py': '',
  'src/app.pyc': '',
  'src/__pycache__/m.pyc': '',
  'src/deep/er/app.py': '',
  'src/test/keep.txt': '',
  'docs/a.md': '',
  'docs/deep/b.md': '',
  'docs/c.txt': '',
  'node_modules/m/index.js': '',
  'web/node_modules/n/index.js': '',
  'build/keep': '',
  'build/drop': '',
  'run.sh': '+xx',
  link: '->src',
  'empty/': '',
};

const CASES = [
  '',
  '**/node_modules\n/src/deep/',
  '*.txt\n!b.txt',
  '**/*.pyc\n**/__pycache__\n\\a.txt',
  'docs\n!docs/a.md',
  '*\n!src\n!README.md',
  'build/*\n!build/keep\nempty',
  'src/**/app.py\n?.txt',
  '[ab].txt\nnode_modules',
  '[^a].txt',
  '# x\n .env \n./a.txt\ndocs/../src/test',
  '**/*.md\n!docs/deep/b.md',
  'src/*\n!src/*.py',
];

const SCRATCH = mkdtempSync(join(tmpdir(), 'buildah-'));

const STORE = ['--root', join(SCRATCH, 'root'), '--runroot', join(SCRATCH, 'run'), '--storage-driver', 'vfs'];

function buildah(...args: string[]): string {
  return execFileSync('buildah', [...STORE, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
}

function copied(root: string): string[] {
  const image = buildah('bud', '--isolation', 'chroot', '--quiet', root).trim().split('\n').at(-1) ?? '';
  const container = buildah('from', image).trim();
  const mounted = buildah('mount', container).trim();
  const found = execFileSync('find', [mounted, '-mindepth', '1', '!', '-type', 'd', '-printf', '%P\\0'], {
    encoding: 'utf8',
  });
  buildah('umount', container);
  buildah('rm', container);
  buildah('rmi', image);
  return found
    .split('\0')
    .filter((path) => path !== '' && !isSystem(path))
    .sort();
}

function isSystem(path: string): boolean {
  return /^(dev|etc|proc|run|sys)(\/|$)/.test(path);
}

(isInstalled ? describe : describe.skip)('buildah copies what we list', () => {
  let root = '';
  beforeAll(() => {
    root = plant(TREE);
  });
  afterAll(() => {
    discard(root);
    rmSync(SCRATCH, { recursive: true, force: true });
  });

  test.each(CASES)('%j', async (ignore) => {
    writeFileSync(join(root, '.dockerignore'), ignore);
    const tree = await listTree({
      workspace: root,
      root,
      dockerfile: join(root, 'Dockerfile'),
      dockerfileEntry: SGP,
    });
    // Forced in by us, while a COPY leaves them out.
    const forced = new Set(['Dockerfile', '.dockerignore']);
    const ours = [...tree.entries].filter(({ kind }) => kind !== 'folder').map(({ path }) => path);
    expect(ours.filter((path) => !forced.has(path)).sort()).toEqual(
      copied(root).filter((path) => !forced.has(path)),
    );
  });
});
