/** Trees that are not as a checkout should be: what Docker does, or one clear error that names the path. */
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { overContentLimit } from '../../../src/context/archive/archive.ts';
import type { TreeRequest } from '../../../src/context/entry.ts';
import { UserError } from '../../../src/errors.ts';
import { discard, list, listed, type Plan, paths, plant } from '../scratch-tree.ts';

async function outcome(act: () => Promise<string>): Promise<string> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message;
    throw thrown;
  }
}

const sentOf = (plan: Plan, request: Partial<TreeRequest> = {}) =>
  outcome(async () => `sent ${paths(await listed(plan, request)).join(' ')}`);

const LONG = 'n'.repeat(250);

describe('in the place of the ignore file, the Dockerfile or the context folder', () => {
  test.each<[name: string, plan: Plan, request: Partial<TreeRequest>, expected: RegExp]>([
    [
      'an ignore file that is a link to itself is absent',
      { Dockerfile: '', '.dockerignore': '->.dockerignore' },
      {},
      /^sent \.dockerignore Dockerfile$/,
    ],
    [
      'a folder named .dockerignore is absent',
      { Dockerfile: '', '.dockerignore/a': '' },
      {},
      /^sent \.dockerignore\/ \.dockerignore\/a Dockerfile$/,
    ],
    [
      'a Dockerfile with a name of 250 bytes has no ignore file of its own',
      { [LONG]: '', a: '' },
      { dockerfile: LONG },
      /^sent Dockerfile a n+$/,
    ],
    [
      'a Dockerfile that is a link to itself',
      { Dockerfile: '->Dockerfile', a: '' },
      {},
      /^There is no Dockerfile at /,
    ],
    [
      'a Dockerfile below a file',
      { Dockerfile: '' },
      { dockerfile: 'Dockerfile/prod' },
      /^There is no Dockerfile at /,
    ],
    [
      'a context folder that is a link to itself',
      { app: '->app' },
      { root: 'app' },
      /^The context folder .*app does not exist/,
    ],
    [
      'a context folder below a file',
      { app: '' },
      { root: 'app/sub' },
      /^The context folder .*app\/sub does not exist/,
    ],
    ['a context folder that is a file', { app: '' }, { root: 'app' }, /^The context .*app is not a folder/],
    [
      'a context folder with a name that no system takes',
      {},
      { root: 'x'.repeat(300) },
      /^The context folder .* does not exist/,
    ],
  ])('%s', async (_, plan, request, expected) => {
    expect(await sentOf(plan, request)).toMatch(expected);
  });

  const unprivileged = process.getuid?.() === 0 ? 65_534 : undefined;
  test.each<[what: string, spoil: (root: string) => void, named: string]>([
    ['a context folder', (root) => chmodSync(root, 0o000), ''],
    ['the folder of the ignore file', (root) => chmodSync(join(root, 'docker'), 0o000), 'docker'],
    ['the ignore file', (root) => chmodSync(join(root, '.dockerignore'), 0o000), '.dockerignore'],
  ])('%s that may not be read is one error that names it', async (_, spoil, named) => {
    const root = plant({ Dockerfile: '', 'docker/rules': '', '.dockerignore': 'x\n' });
    chmodSync(root, 0o755);
    spoil(root);
    try {
      if (unprivileged !== undefined) process.seteuid?.(unprivileged);
      const request = named === 'docker' ? { ignoreFile: join(root, 'docker', 'rules') } : {};
      expect(await outcome(async () => String((await list(root, request)).files))).toMatch(
        new RegExp(`${named}.*(EACCES|permission)|(EACCES|permission).*${named}|no Dockerfile`, 's'),
      );
    } finally {
      if (unprivileged !== undefined) process.seteuid?.(0);
      for (const path of ['', 'docker', '.dockerignore']) chmodSync(join(root, path), 0o755);
      discard(root);
    }
  });

  test('a dangling ignore file of the Dockerfile is called what it is', async () => {
    const { notices } = await listed({ Dockerfile: '', 'Dockerfile.dockerignore': '->gone', a: '' });
    expect(notices).toEqual([
      'Dockerfile.dockerignore is a link to a file that does not exist: no rules are read from it.',
    ]);
  });

  test('an ignore file above 1 MiB is an error that names it', async () => {
    expect(await sentOf({ Dockerfile: '', '.dockerignore': 'a\n'.repeat(600_000) })).toBe(
      'The ignore file .dockerignore is larger than 1 MiB.',
    );
  });
});

describe('include paths', () => {
  test.each<[name: string, plan: Plan, include: string, expected: string | RegExp]>([
    [
      'through two links have both',
      { Dockerfile: '', m: '->l', l: '->real', 'real/a': '' },
      'm',
      'sent Dockerfile l m real/ real/a',
    ],
    [
      'through three links and a folder',
      { Dockerfile: '', 'x/m': '->../y/l', 'y/l': '->../z', z: '->real', 'real/a': '', other: '' },
      'x/m/a',
      'sent Dockerfile real/ real/a x/ x/m y/ y/l z',
    ],
    [
      'through an absolute link out of the root',
      { Dockerfile: '', m: '->/etc' },
      'm',
      /is outside the context root/,
    ],
    [
      'with blanks around them are what they say',
      { Dockerfile: '', src: '' },
      ' src ',
      /^The include path " src " does not exist/,
    ],
    [
      'with blanks that the folder has',
      { Dockerfile: '', ' src /a': '' },
      ' src ',
      'sent  src /  src /a Dockerfile',
    ],
  ])('%s', async (_, plan, include, expected) => {
    const sent = await sentOf(plan, { includePaths: [include] });
    if (typeof expected === 'string') expect(sent).toBe(expected);
    else expect(sent).toMatch(expected);
  });
});

describe('what a checkout left out', () => {
  const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
  test.each<[name: string, plan: Plan, expected: readonly string[]]>([
    [
      'files of Git LFS',
      {
        '.gitattributes': '*.bin filter=lfs diff=lfs\n',
        'a.bin': POINTER,
        'b.bin': POINTER,
        'c.bin': 'x'.repeat(130),
      },
      [
        'The context has a Git LFS pointer instead of the content it stands for: a.bin and 1 more. Set `lfs: true` in the step of actions/checkout.',
      ],
    ],
    [
      'files of Git LFS by the attributes of their own folder',
      { 'models/.gitattributes': '*.bin filter=lfs\n', 'models/a.bin': POINTER },
      [
        'The context has a Git LFS pointer instead of the content it stands for: models/a.bin. Set `lfs: true` in the step of actions/checkout.',
      ],
    ],
    ['no attribute, no look', { 'a.bin': POINTER }, []],
    [
      'a submodule',
      {
        '.gitmodules': '[submodule "a"]\n\tpath = lib/a\n[submodule "b"]\n path = lib/b\n',
        'lib/a/': '',
        'lib/b/x': '',
      },
      [
        'The context has a submodule that was not checked out: its folder is empty: lib/a. Set `submodules: true` in the step of actions/checkout.',
      ],
    ],
    [
      'a submodule that is not sent',
      { '.gitmodules': '[submodule "a"]\n\tpath = lib/a\n', 'lib/a/': '', '.dockerignore': 'lib\n' },
      [],
    ],
  ])('%s', async (_, plan, expected) => {
    expect((await listed({ Dockerfile: '', ...plan })).notices).toEqual(expected);
  });

  test('attributes and submodules of the repository count for a context below', async () => {
    const plan = {
      '.gitattributes': '*.bin filter=lfs\n',
      '.gitmodules': '[submodule "a"]\npath = app/a\n',
      'app/Dockerfile': '',
      'app/x.bin': POINTER,
      'app/a/': '',
    };
    expect((await listed(plan, { root: 'app' })).notices).toHaveLength(2);
  });
});

test('a sparse file of gigabytes is too large by its content', async () => {
  const root = plant({ Dockerfile: '', small: 'x' });
  try {
    mkdirSync(join(root, 'data'));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      writeFileSync(join(root, 'data', name), '');
      truncateSync(join(root, 'data', name), 1_500_000_000 + name.charCodeAt(0));
    }
    symlinkSync('data', join(root, 'link'));
    const { message, hint } = overContentLimit(await list(root), 5000 * 1024 * 1024);
    expect(message).toMatch(
      /^The context is too large: its 8 files have 8583\.1 MiB in all, and this cloud is sent no more than 5000\.0 MiB/,
    );
    expect(message.match(/data\/[a-f]$/gm)).toEqual(['data/f', 'data/e', 'data/d', 'data/c', 'data/b']);
    expect(hint).toContain('data');
  } finally {
    discard(root);
  }
});
