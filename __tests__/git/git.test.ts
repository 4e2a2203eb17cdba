import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { changedPaths, mergeBase, readSource } from '../../src/git/git.ts';
import { normalRemote } from '../../src/git/remote.ts';
import { makeRepository, makeWorkspace, temporaryFolder } from '../support/workspace.ts';

describe('a remote as a name', () => {
  test.each([
    ['https', 'https://github.com/Acme/Agents.git', 'github.com/Acme/Agents'],
    [
      'a token as user',
      'https://x-access-token:not-a-secret@GitHub.com/acme/agents',
      'github.com/acme/agents',
    ],
    ['a password with @', 'https://me:p@ss@git.example.com/acme/agents.git', 'git.example.com/acme/agents'],
    [
      'ssh with a port',
      'ssh://git@Git.Example.com:2222/acme/agents.git/',
      'git.example.com:2222/acme/agents',
    ],
    ['scp form', 'git@github.com:acme/agents.git', 'github.com/acme/agents'],
    ['scp form without a user', 'Host.example:srv/agents', 'host.example/srv/agents'],
    ['scp form with an absolute path', 'git@host.example:/srv/git/agents.git', 'host.example/srv/git/agents'],
    ['an IPv6 host', 'https://[2001:DB8::1]:8443/acme/agents', '[2001:db8::1]:8443/acme/agents'],
    [
      'a query',
      'https://git.example.com/acme/agents.git?private_token=not-a-secret',
      'git.example.com/acme/agents',
    ],
    ['a path', '/srv/git/agents.git', 'srv/git/agents'],
    ['a file address', 'file:///srv/git/agents.git', 'srv/git/agents'],
    ['a line end', 'https://github.com/acme/agents\n', 'github.com/acme/agents'],
    ['a slash in a password', 'https://me:p/ss@git.example.com/acme/agents', undefined],
    ['nothing', '', undefined],
  ])('%s', (_name, address, expected) => {
    expect(normalRemote(address)).toBe(expected);
  });
});

describe('readSource', () => {
  const read = (path: string, root = path, hints = {}) => readSource(root, path, hints);

  test('a clean branch with an origin', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    repository.git('remote', 'add', 'origin', 'https://me:not-a-secret@github.com/acme/agents.git');
    expect(await read(repository.path)).toEqual({
      commit: repository.git('rev-parse', 'HEAD'),
      ref: 'main',
      repo: 'github.com/acme/agents',
      dirty: false,
    });
  });

  test('a context below the top is a subpath, dirty only by what lies in it', async () => {
    const repository = makeRepository({ 'agents/one [x]/a.txt': 'a', 'agents/two/b.txt': 'b' });
    repository.write({ 'agents/two/new.txt': 'untracked' });
    const one = await read(repository.path, join(repository.path, 'agents/one [x]'));
    const two = await read(repository.path, join(repository.path, 'agents/two'));
    expect([one.subpath, one.dirty]).toEqual(['agents/one [x]', false]);
    expect([two.subpath, two.dirty]).toEqual(['agents/two', true]);
  });

  test('untracked files count whatever the repository is configured to show', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    repository.git('config', 'status.showUntrackedFiles', 'no');
    repository.write({ 'new.txt': 'n' });
    expect((await read(repository.path)).dirty).toBe(true);
  });

  test.each([
    ['changed', (path: string) => writeFileSync(join(path, 'a.txt'), 'other')],
    ['deleted', (path: string) => rmSync(join(path, 'a.txt'))],
    ['made executable', (path: string) => chmodSync(join(path, 'a.txt'), 0o755)],
  ])('a file that was %s makes it dirty', async (_name, change) => {
    const repository = makeRepository({ 'a.txt': 'a' });
    change(repository.path);
    expect((await read(repository.path)).dirty).toBe(true);
  });

  test.each([
    ['the tag of exactly this commit', true, { ref: 'from-the-ci' }, 'v1.2.3'],
    ['what the CI says', false, { ref: 'from-the-ci' }, 'from-the-ci'],
    ['nothing', false, {}, undefined],
  ])('a detached checkout has for its ref: %s', async (_name, tagged, hints, expected) => {
    const repository = makeRepository({ 'a.txt': 'a' });
    if (tagged) repository.git('tag', 'v1.2.3');
    repository.git('checkout', '--quiet', '--detach');
    expect((await read(repository.path, repository.path, hints)).ref).toBe(expected);
  });

  test('a repository without a commit takes the CI at its word', async () => {
    const { path } = makeWorkspace({ 'a.txt': 'a' });
    execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: path });
    const source = await read(path, path, { commit: 'c'.repeat(40) });
    expect(source).toEqual({ commit: 'c'.repeat(40), ref: 'main', dirty: true });
  });

  test('a second worktree, where .git is a file', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    const other = join(temporaryFolder('worktree'), 'other');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', other);
    expect(await read(other)).toMatchObject({ commit: repository.git('rev-parse', 'HEAD'), ref: 'side' });
  });

  test('no repository gives nothing', async () => {
    const { path } = makeWorkspace({ 'a.txt': 'a' });
    expect(await read(path, path, { commit: 'c'.repeat(40), ref: 'main' })).toEqual({});
  });

  test('a repository around the workspace is not its source', async () => {
    const repository = makeRepository({ 'work/a.txt': 'a' });
    expect(await read(join(repository.path, 'work'))).toEqual({});
  });

  test('a damaged repository is no error', async () => {
    const { path } = makeWorkspace({ 'a.txt': 'a', '.git/HEAD': 'nonsense' });
    expect(await read(path, path, { ref: 'main' })).toEqual({ ref: 'main' });
  });

  test('a machine without git is no error', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    const path = process.env.PATH;
    process.env.PATH = temporaryFolder('empty');
    try {
      expect(await read(repository.path, repository.path, { commit: 'c'.repeat(40) })).toEqual({
        commit: 'c'.repeat(40),
      });
    } finally {
      process.env.PATH = path;
    }
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('a checkout of another user', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    const commit = repository.git('rev-parse', 'HEAD');
    const giveAway = (path: string) => {
      chownSync(path, 12_345, 12_345);
      if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
    };
    giveAway(repository.path);
    expect(await read(repository.path)).toMatchObject({ commit, ref: 'main', dirty: false });
  });

  test('what the repository configures to run is not run, and its index is left alone', async () => {
    const repository = makeRepository({ 'a.txt': 'a' });
    const trace = join(temporaryFolder('trace'), 'ran');
    const program = join(repository.path, '.git', 'program');
    writeFileSync(program, `#!/bin/sh\ntouch ${trace}\n`);
    chmodSync(program, 0o755);
    repository.git('config', 'core.fsmonitor', program);
    repository.git('config', 'diff.external', program);
    repository.git('config', 'core.hooksPath', join(repository.path, '.git', 'hooks'));
    mkdirSync(join(repository.path, '.git', 'hooks'), { recursive: true });
    writeFileSync(join(repository.path, '.git', 'hooks', 'post-index-change'), `#!/bin/sh\ntouch ${trace}\n`);
    chmodSync(join(repository.path, '.git', 'hooks', 'post-index-change'), 0o755);
    rmSync(trace, { force: true });
    writeFileSync(join(repository.path, 'a.txt'), 'a');
    await read(repository.path);
    await changedPaths(repository.path, 'HEAD');
    expect(existsSync(trace)).toBe(false);
  });
});

describe('dirty', () => {
  const dirty = async (path: string, root = path) => (await readSource(root, path, {})).dirty;

  function withSubmodule() {
    const inner = makeRepository({ 'lib.txt': '1', 'deep/lib.txt': '1' });
    const outer = makeRepository({ 'a.txt': 'a' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'vendor/lib');
    outer.commit();
    return outer;
  }

  test.each([
    ['as it was committed', () => {}, false],
    [
      'with a changed file',
      (path: string) => writeFileSync(join(path, 'vendor/lib/deep/lib.txt'), '2'),
      true,
    ],
    ['with a new file', (path: string) => writeFileSync(join(path, 'vendor/lib/new.txt'), 'n'), true],
    [
      'at another commit',
      (path: string) =>
        execFileSync(
          'git',
          ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-qm', 'x', '--allow-empty'],
          {
            cwd: join(path, 'vendor/lib'),
          },
        ),
      true,
    ],
  ])('a submodule %s', async (_name, change, expected) => {
    const { path } = withSubmodule();
    change(path);
    expect(await dirty(path)).toBe(expected);
    expect(await dirty(path, join(path, 'vendor/lib'))).toBe(expected && _name !== 'at another commit');
  });

  const CONTENT = 'the content of a large file\n'.repeat(50);
  const POINTER = [
    'version https://git-lfs.github.com/spec/v1',
    `oid sha256:${createHash('sha256').update(CONTENT).digest('hex')}`,
    `size ${CONTENT.length}`,
    '',
  ].join('\n');

  test.each([
    ['the content of its pointer', CONTENT, false],
    ['other content of that length', CONTENT.replace('large', 'small'), true],
    ['other content', 'other', true],
  ])('a Git LFS file with %s, without the filter that would say so', async (_name, content, expected) => {
    const repository = makeRepository({ 'model [1].bin': POINTER });
    repository.write({ 'model [1].bin': content });
    expect(await dirty(repository.path)).toBe(expected);
  });

  test('CRLF of a checkout that the repository asks for is no change', async () => {
    const repository = makeRepository({ 'a.txt': 'a\nb\n' });
    repository.git('config', 'core.autocrlf', 'true');
    rmSync(join(repository.path, 'a.txt'));
    repository.git('checkout', '--', 'a.txt');
    expect(readFileSync(join(repository.path, 'a.txt'), 'utf8')).toBe('a\r\nb\r\n');
    utimesSync(join(repository.path, 'a.txt'), 1_000_000, 1_000_000);
    expect(await dirty(repository.path)).toBe(false);
  });

  test.each(['sha1', 'sha256'])('a repository of %s, with packed refs and a split index', async (format) => {
    const { path } = makeWorkspace({ 'a.txt': 'a' });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        cwd: path,
        encoding: 'utf8',
      });
    git('init', '--quiet', '--initial-branch=main', `--object-format=${format}`);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'all');
    git('tag', 'v1');
    git('pack-refs', '--all');
    git('update-index', '--split-index');
    const source = await readSource(path, path, {});
    expect(source).toEqual({ commit: git('rev-parse', 'HEAD').trim(), ref: 'main', dirty: false });
  });

  test('no folder of ours is left', async () => {
    const { path } = makeRepository({ 'a.txt': 'a' });
    const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith('cloud-build-git-'));
    const before = new Set(ours());
    expect(await dirty(path)).toBe(false);
    // Other processes may have folders of this name at any moment, but none that stays.
    let left = ours().filter((name) => !before.has(name));
    for (let tries = 0; left.length > 0 && tries < 200; tries += 1) {
      await delay(50);
      const now = new Set(ours());
      left = left.filter((name) => now.has(name));
    }
    expect(left).toEqual([]);
  });
});

describe('changedPaths', () => {
  test('added, changed, deleted, renamed under both names, odd names as they are', async () => {
    const text = 'the same text, long enough that git would call it a rename\n'.repeat(20);
    const repository = makeRepository({
      'keep.txt': 'k',
      'change.txt': 'c',
      'delete.txt': 'd',
      'old/name.txt': text,
    });
    const base = repository.git('rev-parse', 'HEAD');
    repository.write({ 'change.txt': 'other', 'new\nline "é".txt': 'n', 'new/name.txt': text });
    rmSync(join(repository.path, 'delete.txt'));
    rmSync(join(repository.path, 'old/name.txt'));
    repository.commit();
    const changed = await changedPaths(repository.path, base);
    expect(changed.kind).toBe('known');
    expect(changed.kind === 'known' && [...changed.paths].sort()).toEqual([
      'change.txt',
      'delete.txt',
      'new\nline "é".txt',
      'new/name.txt',
      'old/name.txt',
    ]);
  });

  test('a submodule that moved is its folder', async () => {
    const inner = makeRepository({ 'lib.txt': '1' });
    const outer = makeRepository({ 'a.txt': 'a' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'vendor/lib');
    const base = outer.commit();
    outer.git('config', 'diff.ignoreSubmodules', 'all');
    inner.write({ 'lib.txt': '2' });
    const moved = inner.commit();
    outer.git('-c', 'protocol.file.allow=always', '-C', 'vendor/lib', 'fetch', '--quiet', 'origin');
    outer.git('-C', 'vendor/lib', 'checkout', '--quiet', moved);
    outer.git('config', '--unset', 'diff.ignoreSubmodules');
    outer.commit();
    outer.git('config', 'diff.ignoreSubmodules', 'all');
    expect(await changedPaths(outer.path, base)).toEqual({
      kind: 'known',
      paths: ['vendor/lib'],
      submodules: ['vendor/lib'],
    });
  });

  test('a shallow clone without the base says how to get it', async () => {
    const origin = makeRepository({ 'a.txt': '1' });
    const base = origin.git('rev-parse', 'HEAD');
    origin.write({ 'a.txt': '2' });
    origin.commit();
    const clone = join(temporaryFolder('shallow'), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin.path}`, clone]);
    expect(await changedPaths(clone, base)).toEqual({
      kind: 'unknown',
      why: expect.stringContaining('fetch-depth: 0'),
    });
    expect(await mergeBase(clone, base, 'HEAD')).toBeUndefined();
  });

  test.each([
    ['a new branch', '0'.repeat(40), 'created its branch'],
    ['a commit that is nowhere', 'd'.repeat(40), 'not in this clone'],
    ['an option in disguise', '--output=stolen', 'not in this clone'],
    ['an empty name', '', 'not in this clone'],
  ])('%s is unknown', async (_name, base, why) => {
    const { path } = makeRepository({ 'a.txt': 'a' });
    expect(await changedPaths(path, base)).toEqual({ kind: 'unknown', why: expect.stringContaining(why) });
    expect(existsSync(join(path, 'stolen'))).toBe(false);
  });

  test('no repository is unknown', async () => {
    const { path } = makeWorkspace({ 'a.txt': 'a' });
    expect(await changedPaths(path, 'HEAD')).toEqual({ kind: 'unknown', why: expect.stringContaining(path) });
  });

  test('a repository that moved away meanwhile is unknown', async () => {
    const { path } = makeRepository({ 'a.txt': 'a' });
    renameSync(join(path, '.git/HEAD'), join(path, '.git/HEAD.gone'));
    expect((await changedPaths(path, 'HEAD')).kind).toBe('unknown');
  });
});

test('mergeBase is where two branches parted', async () => {
  const repository = makeRepository({ 'a.txt': 'a' });
  const parted = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.write({ 'b.txt': 'b' });
  repository.commit();
  repository.git('checkout', '--quiet', 'main');
  repository.write({ 'c.txt': 'c' });
  repository.commit();
  expect(await mergeBase(repository.path, 'side', 'main')).toBe(parted);
});
