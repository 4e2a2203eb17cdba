import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Tree, TreeRequest } from '../../../src/context/entry.ts';
import { excludedBy, readIgnoreRules } from '../../../src/context/ignore/rules.ts';
import { UserError } from '../../../src/errors.ts';
import { discard, list, listed, type Plan, paths, plant } from '../scratch-tree.ts';

async function fault(act: () => unknown): Promise<UserError> {
  try {
    await act();
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

const DOCKERFILE = 'FROM scratch\n';

describe('entries', () => {
  test('are sorted by the bytes of the whole path, not folder by folder and not by UTF-16', async () => {
    const tree = await listed({
      Dockerfile: DOCKERFILE,
      'a/z': '',
      'a.b': '',
      'a-b': '',
      '\u{1F642}': '',
      '\uFFEE': '',
    });
    expect(paths(tree)).toEqual(['Dockerfile', 'a/', 'a-b', 'a.b', 'a/z', '\uFFEE', '\u{1F642}']);
  });

  test('hold empty folders, hidden files, modes, sizes and totals', async () => {
    const tree = await listed({ Dockerfile: DOCKERFILE, 'empty/': '', '.hidden': 'ab', 'run.sh': '+xecho' });
    expect(
      [...tree.entries].map(({ path, kind, mode, size }) => [path, kind, mode.toString(8), size]),
    ).toEqual([
      ['.hidden', 'file', '644', 2],
      ['Dockerfile', 'file', '644', 13],
      ['empty', 'folder', '755', 0],
      ['run.sh', 'file', '755', 4],
    ]);
    expect(tree).toMatchObject({ files: 3, bytes: 19, dockerfile: 'Dockerfile', leftOut: [], notices: [] });
  });

  test('keep links as links, with their target untouched, and never what they lead to', async () => {
    const plan: Plan = {
      Dockerfile: DOCKERFILE,
      'src/a': 'x',
      dir: '->src',
      gone: '->./no//where',
      out: '->/etc/passwd',
      up: '->../..',
    };
    const tree = await listed(plan);
    expect(paths(tree)).toEqual(['Dockerfile', 'dir', 'gone', 'out', 'src/', 'src/a', 'up']);
    expect([...tree.entries].filter(({ kind }) => kind === 'link').map(({ target }) => target)).toEqual([
      'src',
      './no//where',
      '/etc/passwd',
      '../..',
    ]);
  });

  test('take names with a newline, a colon, a backslash, and of 255 bytes', async () => {
    const names = ['a\nb', 'c:d', 'e\\f', 'n'.repeat(255), ' g '];
    const tree = await listed(
      Object.fromEntries([['Dockerfile', DOCKERFILE], ...names.map((name) => [name, ''])]),
    );
    expect(paths(tree).sort()).toEqual(['Dockerfile', ...names].sort());
  });

  test('list hard links as plain files', async () => {
    const root = plant({ Dockerfile: DOCKERFILE, one: 'abc' });
    linkSync(join(root, 'one'), join(root, 'two'));
    const tree = await list(root);
    expect(
      [...tree.entries].filter(({ kind, size }) => kind === 'file' && size === 3).map(({ path }) => path),
    ).toEqual(['one', 'two']);
    discard(root);
  });

  test('hold an excluded folder only where something below it is kept', async () => {
    const plan = {
      Dockerfile: DOCKERFILE,
      '.dockerignore': 'docs\n!docs/deep/keep\n',
      'docs/deep/keep': '',
      'docs/x': '',
      'docs/gone/y': '',
    };
    expect(paths(await listed(plan))).toEqual([
      '.dockerignore',
      'Dockerfile',
      'docs/',
      'docs/deep/',
      'docs/deep/keep',
    ]);
  });
});

describe('left out', () => {
  test('is counted by rule, with at most five examples', async () => {
    const logs = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`logs/${n}.log`, '']));
    const tree = await listed({
      Dockerfile: DOCKERFILE,
      '.dockerignore': '# no\n**/*.log\nnode_modules\n',
      'node_modules/a/b': '',
      ...logs,
    });
    expect(tree.leftOut).toEqual([
      {
        reason: 'ignored',
        rule: { file: '.dockerignore', line: 2, pattern: '**/*.log' },
        count: 9,
        examples: [0, 1, 2, 3, 4].map((n) => `logs/${n}.log`),
      },
      {
        reason: 'ignored',
        rule: { file: '.dockerignore', line: 3, pattern: 'node_modules' },
        count: 1,
        examples: ['node_modules'],
      },
    ]);
  });

  test('pipes and sockets, unless they are ignored anyway', async () => {
    const root = plant({
      Dockerfile: DOCKERFILE,
      pipe: '#fifo',
      ignored: '#fifo',
      '.dockerignore': 'ignored',
    });
    const server = createServer().listen(join(root, 'sock'));
    await new Promise((done) => server.once('listening', done));
    try {
      const tree = await list(root);
      expect(paths(tree)).toEqual(['.dockerignore', 'Dockerfile']);
      expect(tree.leftOut.map(({ reason, examples }) => [reason, ...examples]).sort()).toEqual([
        ['fifo', 'pipe'],
        ['ignored', 'ignored'],
        ['socket', 'sock'],
      ]);
    } finally {
      await new Promise((done) => server.close(done));
      discard(root);
    }
  });

  test.each([
    ['a folder', { '.git/config': '' }, '', ['.git'], []],
    ['the file of a worktree', { '.git': 'gitdir: ../x' }, '', ['.git'], []],
    ['not with !.git', { '.git/config': '', '.git/x': '' }, '!.git\n.git/x', [], ['.git/', '.git/config']],
    [
      'all but one file',
      { '.git/HEAD': '', '.git/config': '' },
      '!.git/HEAD',
      ['.git/config'],
      ['.git/', '.git/HEAD'],
    ],
    ['though a wildcard brings everything back', { '.git/HEAD': '' }, '*\n!**', ['.git'], []],
    [
      'but .gitignore is another file',
      { '.git/HEAD': '', '.gitignore': '' },
      '!.git*',
      ['.git'],
      ['.gitignore'],
    ],
    ['and a nested one is Docker’s business', { 'sub/.git': 'gitdir: x' }, '', [], ['sub/', 'sub/.git']],
  ])('.git: %s', async (_name, plan, ignore, out, kept) => {
    const tree = await listed({ Dockerfile: DOCKERFILE, ...plan, '.dockerignore': ignore });
    expect(
      tree.leftOut.filter(({ reason }) => reason === 'git-folder').flatMap(({ examples }) => examples),
    ).toEqual(out);
    expect(paths(tree)).toEqual(['.dockerignore', ...kept, 'Dockerfile'].sort());
  });
});

describe('the Dockerfile and the ignore file', () => {
  const own = { Dockerfile: 'root', 'docker/prod.Dockerfile': 'prod', '.dockerignore': 'x' };
  const contents = (names: string[]) => (tree: Tree) =>
    Object.fromEntries(
      [...tree.entries]
        .filter(({ path }) => names.includes(path))
        .map(({ path, source }) => [path, readFileSync(source, 'utf8')]),
    );

  test('travel even when they are ignored', async () => {
    expect(paths(await listed({ Dockerfile: '', '.dockerignore': '*', a: '' }))).toEqual([
      '.dockerignore',
      'Dockerfile',
    ]);
  });

  test('stand at the root under the names the builder looks for, and the original stays', async () => {
    const plan = { ...own, 'docker/prod.Dockerfile.dockerignore': 'y', 'Dockerfile.dockerignore': 'stale' };
    const names = ['Dockerfile', '.dockerignore', 'Dockerfile.dockerignore', 'docker/prod.Dockerfile'];
    expect(await listed(plan, { dockerfile: 'docker/prod.Dockerfile' }, contents(names))).toEqual({
      Dockerfile: 'prod',
      '.dockerignore': 'y',
      'docker/prod.Dockerfile': 'prod',
    });
    const tree = await listed(plan, { dockerfile: 'docker/prod.Dockerfile' });
    expect(tree.leftOut).toEqual([
      { reason: 'replaced', count: 3, examples: ['.dockerignore', 'Dockerfile', 'Dockerfile.dockerignore'] },
    ]);
    expect(tree.notices).toHaveLength(3);
  });

  test('beside the Dockerfile wins over the root’s, and they are not merged', async () => {
    const plan = { Dockerfile: '', 'Dockerfile.dockerignore': 'a', '.dockerignore': 'b', a: '', b: '' };
    expect(await listed(plan, {}, contents(['.dockerignore', 'Dockerfile.dockerignore', 'a', 'b']))).toEqual({
      '.dockerignore': 'a',
      'Dockerfile.dockerignore': 'a',
      b: '',
    });
  });

  test('Prime’s name is added beside the original', async () => {
    const entry = { name: '.__prime_dockerfile__', keepsOriginal: true };
    const tree = await listed({ Dockerfile: 'x', a: '' }, { dockerfileEntry: entry });
    expect(paths(tree)).toEqual(['.__prime_dockerfile__', 'Dockerfile', 'a']);
    expect(tree.dockerfile).toBe('.__prime_dockerfile__');
  });

  test('in place keeps its path, with the folders above it, even when ignored', async () => {
    const plan = { 'docker/Dockerfile': '', '.dockerignore': 'docker', a: '' };
    const tree = await listed(plan, { dockerfile: 'docker/Dockerfile', dockerfileEntry: 'in-place' });
    expect(paths(tree)).toEqual(['.dockerignore', 'a', 'docker/', 'docker/Dockerfile']);
    expect(tree.dockerfile).toBe('docker/Dockerfile');
  });

  test('outside the context is placed, but cannot be in place', async () => {
    const plan = { 'app/a': '', 'build/Dockerfile': 'outside' };
    const request = { root: 'app', dockerfile: '../build/Dockerfile' };
    expect(await listed(plan, request, contents(['Dockerfile']))).toEqual({ Dockerfile: 'outside' });
    const thrown = await fault(() => listed(plan, { ...request, dockerfileEntry: 'in-place' }));
    expect(thrown.message).toMatch(/build\/Dockerfile is outside the context folder .*\/app/);
  });

  test('a link is resolved and sent as a file', async () => {
    const tree = await listed({ 'docker/real': 'x', Dockerfile: '->docker/real' });
    expect([...tree.entries].find(({ path }) => path === 'Dockerfile')).toMatchObject({
      kind: 'file',
      size: 1,
    });
    expect(tree.notices).toEqual([]);
  });

  test('a link out of the workspace is refused', async () => {
    expect((await fault(() => listed({ a: '', Dockerfile: '->/etc/hostname' }))).message).toContain(
      'is a link to /etc/hostname, which is not sent',
    );
    const ignore = await fault(() => listed({ Dockerfile: '', '.dockerignore': '->/etc/hostname' }));
    expect(ignore.message).toContain('is a link to /etc/hostname, which is not sent');
  });

  test('dockerfile in lower case will do where Dockerfile is absent', async () => {
    expect(paths(await listed({ dockerfile: '', a: '' }))).toEqual(['Dockerfile', 'a', 'dockerfile']);
  });

  test('a folder in the way is an error', async () => {
    const plan = { 'Dockerfile/prod': '' };
    expect((await fault(() => listed(plan, { dockerfile: 'Dockerfile/prod' }))).message).toContain(
      'folder named Dockerfile',
    );
  });

  test('quirky patterns are reported once each, with their line', async () => {
    const tree = await listed({
      Dockerfile: '',
      '.dockerignore': 'ok\n*.{js,ts}\na*\\d\nx^*\n*a|b\n{plain}\n',
    });
    expect(tree.notices.map((notice) => notice.slice(0, 16))).toEqual(
      [2, 3, 4, 5].map((n) => `.dockerignore:${n}:`),
    );
  });
});

describe('include paths', () => {
  const plan = {
    Dockerfile: 'x',
    '.dockerignore': '**/*.log\n',
    'app/src/a': '',
    'app/src/b.log': '',
    'app/c': '',
    'lib/d': '',
    e: '',
  };

  test('send only what lies below them, under Docker’s rules', async () => {
    const tree = await listed(plan, { includePaths: ['./app/src/'] });
    expect(paths(tree)).toEqual(['.dockerignore', 'Dockerfile', 'app/', 'app/src/', 'app/src/a']);
    expect(tree.leftOut.map(({ reason, count }) => [reason, count])).toContainEqual([
      'outside-include-paths',
      3,
    ]);
    // Placed, and so sent: they are not called left out.
    expect(tree.leftOut.flatMap(({ examples }) => examples)).not.toContain('Dockerfile');
    expect(tree.leftOut.flatMap(({ examples }) => examples)).not.toContain('.dockerignore');
  });

  test('. is everything, and the chosen Dockerfile still wins', async () => {
    const two = { ...plan, 'app/Dockerfile': 'chosen' };
    const tree = await listed(two, { includePaths: ['.'], dockerfile: 'app/Dockerfile' });
    expect([...tree.entries].find(({ path }) => path === 'Dockerfile')?.size).toBe(6);
    expect(paths(tree)).toContain('e');
  });

  test('a file, and a folder behind a link', async () => {
    const tree = await listed({ ...plan, link: '->app' }, { includePaths: ['e', 'link/src'] });
    expect(paths(tree)).toEqual([
      '.dockerignore',
      'Dockerfile',
      'app/',
      'app/src/',
      'app/src/a',
      'e',
      'link',
    ]);
  });

  test.each([
    ['missing', 'nope', 'does not exist'],
    ['above', '../x', 'is outside'],
    ['absolute', '/etc', 'is outside'],
    ['through a link', 'out', 'is outside'],
  ])('%s', async (_name, path, message) => {
    const thrown = await fault(() => listed({ ...plan, out: '->/etc' }, { includePaths: [path] }));
    expect(thrown.message).toContain(message);
    expect(thrown.message).toContain(path);
  });

  test('an ignore file that is missing is a notice', async () => {
    const tree = await listed(plan, { ignoreFile: 'no.dockerignore' });
    expect(tree.notices).toEqual(['The ignore file no.dockerignore does not exist; .dockerignore is used.']);
    expect(paths(tree)).not.toContain('app/src/b.log');
  });

  test('the named ignore file is the one in use', async () => {
    const tree = await listed({ ...plan, 'other.ignore': 'lib' }, { ignoreFile: 'other.ignore' });
    expect(paths(tree)).not.toContain('lib/d');
    expect(paths(tree)).toContain('app/src/b.log');
    expect([...tree.entries].find(({ path }) => path === '.dockerignore')?.size).toBe(3);
  });
});

describe('faults', () => {
  test.each<[string, Plan, Partial<TreeRequest>, RegExp]>([
    ['no Dockerfile', { a: '' }, {}, /There is no Dockerfile at .*\/Dockerfile/],
    ['no context', { Dockerfile: '' }, { root: 'no' }, /The context folder .*\/no does not exist/],
    ['a file as context', { Dockerfile: '' }, { root: 'Dockerfile' }, /is not a folder/],
    ['an empty context', { 'app/': '', Dockerfile: '' }, { root: 'app' }, /\/app is empty/],
    [
      'a context behind a link',
      { Dockerfile: '', out: '->/etc' },
      { root: 'out' },
      /\/etc is outside the workspace/,
    ],
  ])('%s', async (_name, plan, request, message) => {
    expect((await fault(() => listed(plan, request))).message).toMatch(message);
  });

  test('a missing Dockerfile names what is near', async () => {
    expect((await fault(() => listed({ Dokerfile: '', a: '' }))).hint).toContain('Dokerfile');
    expect(
      (await fault(() => listed({ 'prod.Dockerfile': '', 'x.Dockerfile.dockerignore': '' }))).hint,
    ).toMatch(/has prod.Dockerfile\.$/);
    expect((await fault(() => listed({ 'Dockerfile/x': '' }))).hint).toContain('is not a file');
  });

  test('a name that is not UTF-8 is an error unless it is excluded', async () => {
    const root = plant({ Dockerfile: DOCKERFILE, 'd/x': '' });
    const bad = (path: string) => Buffer.concat([Buffer.from(`${root}/${path}`), Buffer.from([0xe9])]);
    writeFileSync(bad('d/caf'), '');
    expect((await fault(() => list(root))).message).toContain('caf\\xe9 in d');
    mkdirSync(bad('dir'));
    writeFileSync(join(root, '.dockerignore'), 'd\ndir*\n!**/*.md\n');
    expect(paths(await list(root))).toEqual(['.dockerignore', 'Dockerfile']);
    discard(root);
  });

  const asNobody = process.getuid?.() === 0 ? test : test.skip;
  asNobody('what may not be read is an error unless it is excluded', async () => {
    const root = plant({ Dockerfile: DOCKERFILE, 'secret/a': '', b: '' });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'secret'), 0o700);
    const list65534 = async () => {
      process.seteuid?.(65_534);
      try {
        return await list(root);
      } finally {
        process.seteuid?.(0);
      }
    };
    expect((await fault(list65534)).message).toContain('Cannot read secret');
    writeFileSync(join(root, '.dockerignore'), 'secret\n!**/*.md');
    expect(paths(await list65534())).toEqual(['.dockerignore', 'Dockerfile', 'b']);
    chmodSync(join(root, 'b'), 0o600);
    expect((await fault(list65534)).message).toMatch(/Cannot read b: .*EACCES/);
    discard(root);
  });
});

describe('a listing', () => {
  const name = fc.constantFrom('a', 'b', 'ab', 'a-b', 'x.md', '.e');
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const line = fc.constantFrom(
    'a',
    '*',
    'a/b',
    '**/b',
    '!a',
    '!a/b',
    '!**/*.md',
    'a/**',
    '!a/**',
    '?',
    '!b/x.md',
    '**',
    '!ab',
  );

  test('equals asking about every path without pruning', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 12 }),
        fc.array(line, { maxLength: 5 }),
        async (files, lines) => {
          const plan: Record<string, string> = { Dockerfile: '', '.dockerignore': lines.join('\n') };
          for (const one of files) if (!files.some((other) => other.startsWith(`${one}/`))) plan[one] = '';
          const rules = await readIgnoreRules(lines.join('\n'), '');
          const kept = Object.keys(plan).filter((path) => {
            let matched = new Uint8Array(rules.patterns.length);
            let excluding = -1;
            path.split('/').forEach((_, index, parts) => {
              const own = new Uint8Array(rules.patterns.length);
              excluding = excludedBy(rules, parts.slice(0, index + 1).join('/'), matched, own);
              matched = own;
            });
            return excluding < 0;
          });
          const entries = [...(await listed(plan)).entries];
          const inOrder = [...entries].sort((one, other) =>
            Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)),
          );
          expect(entries).toEqual(inOrder);
          const found = entries.flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
          expect(found.sort()).toEqual([...new Set([...kept, 'Dockerfile', '.dockerignore'])].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  test('holds what GNU find sees where nothing is ignored', async () => {
    const root = plant({ Dockerfile: '', 'a/b/c': 'x', l: '->a', 'e/f/': '', 'x y': '', é: '' });
    const found = execFileSync('find', ['.', '-mindepth', '1', '-printf', '%P\\0'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([...(await list(root)).entries].map(({ path }) => path).sort()).toEqual(
      found.split('\0').filter(Boolean).sort(),
    );
    discard(root);
  });
});
