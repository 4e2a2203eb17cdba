/** One gate for every byte of an archive: docs/security.md, "What travels". */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeArchive } from '../../../src/context/archive/archive.ts';
import type { Entry, TreeRequest } from '../../../src/context/entry.ts';
import { createFileOpener, type FileOpener } from '../../../src/context/listing/open-file.ts';
import { UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import { discard, list, listed, type Plan, paths, plant } from '../scratch-tree.ts';

async function refusalOf(plan: Plan, request: Partial<TreeRequest> = {}): Promise<string> {
  try {
    await listed(plan, request);
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message;
    throw thrown;
  }
  return 'sent';
}

const KEY = '-----BEGIN RSA PRIVATE KEY-----\nnot a key\n';
const TOKEN = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic bm90LWEtdG9rZW4=\n';

describe('a link in the place of the Dockerfile or the ignore file', () => {
  test.each<[name: string, plan: Plan, request: Partial<TreeRequest>, refusal: RegExp | 'sent']>([
    [
      'to .git/config',
      { Dockerfile: '', '.git/config': TOKEN, '.dockerignore': '->.git/config' },
      {},
      /^The ignore file \.dockerignore is a link to \.git\/config,.* lies in a \.git folder/,
    ],
    [
      'to .git/config that the rules bring back',
      { '.git/config': 'x', '.dockerignore': '!.git\n', Dockerfile: '->.git/config' },
      {},
      /lies in a \.git folder/,
    ],
    [
      'out of the context, in the workspace',
      { 'deploy.json': 'secret', 'app/Dockerfile': '', 'app/Dockerfile.dockerignore': '->../deploy.json' },
      { root: 'app' },
      /^The ignore file app\/Dockerfile\.dockerignore is a link to deploy\.json,.*outside the context/,
    ],
    [
      'of the Dockerfile out of the context',
      { 'secret/Dockerfile': 'secret', 'app/Dockerfile': '->../secret/Dockerfile' },
      { root: 'app' },
      /^The Dockerfile app\/Dockerfile is a link to secret\/Dockerfile,/,
    ],
    [
      'out of the workspace',
      { Dockerfile: '->/etc/hostname' },
      {},
      /^The Dockerfile Dockerfile is a link to \/etc\/hostname,/,
    ],
    [
      'by a folder that is a link',
      { 'secret/Dockerfile': 'secret', 'app/docker': '->../secret', 'app/a': '' },
      { root: 'app', dockerfile: 'docker/Dockerfile' },
      /^The Dockerfile app\/docker\/Dockerfile is a link to secret\/Dockerfile,/,
    ],
    [
      'to what the ignore file leaves out',
      { secret: 'x', '.dockerignore': 'secret\n', Dockerfile: '->secret' },
      {},
      /is left out by the ignore file/,
    ],
    [
      'of the ignore file to what it leaves out itself',
      { Dockerfile: '', rules: 'rules\n', '.dockerignore': '->rules' },
      {},
      /is left out by the ignore file/,
    ],
    [
      'to what no include path has',
      { 'app/a': '', 'other/Dockerfile': '', Dockerfile: '->other/Dockerfile' },
      { includePaths: ['app'] },
      /include paths/,
    ],
    ['to a credential', { 'deploy.pem': KEY, Dockerfile: '->deploy.pem' }, {}, /looks like credentials/],
    [
      'by two links',
      { a: '->b', b: '->/etc/hostname', Dockerfile: '->a' },
      {},
      /is a link to \/etc\/hostname,/,
    ],
    [
      'no link at all, but a credential that a manifest names',
      { Dockerfile: '', '.env': 'A=1' },
      { ignoreFile: '.env' },
      /^The ignore file \.env is not sent: it looks like credentials/,
    ],
    [
      'no link at all, but a file of git',
      { Dockerfile: '', '.git/config': TOKEN },
      { ignoreFile: '.git/config' },
      /^The ignore file \.git\/config is not sent/,
    ],
    ['to a file that is sent', { 'docker/prod': 'FROM scratch', Dockerfile: '->docker/prod' }, {}, 'sent'],
    [
      'of the ignore file to a file that is sent',
      { Dockerfile: '', 'docker/rules': 'b\n', '.dockerignore': '->docker/rules' },
      {},
      'sent',
    ],
    [
      'by a folder inside of the context',
      { 'real/Dockerfile': '', docker: '->real' },
      { dockerfile: 'docker/Dockerfile' },
      'sent',
    ],
    [
      'no link, in the workspace but not in the context',
      { 'docker/Dockerfile': '', 'app/a': '' },
      { root: 'app', dockerfile: '../docker/Dockerfile' },
      'sent',
    ],
  ])('%s', async (_, plan, request, refusal) => {
    const outcome = await refusalOf(plan, request);
    if (refusal === 'sent') expect(outcome).toBe('sent');
    else expect(outcome).toMatch(refusal);
  });
});

describe('a credential of git never travels', () => {
  test.each<[name: string, plan: Plan, kept: readonly string[], gone: readonly string[]]>([
    [
      'of actions/checkout 4',
      { '.git/config': TOKEN, '.git/HEAD': 'ref: x' },
      ['.git/HEAD'],
      ['.git/config'],
    ],
    [
      'of actions/checkout 6, included from a file in the context',
      { '.git/config': '[includeIf "gitdir:/x"]\n\tpath = ../temp/any.config\n', 'temp/any.config': TOKEN },
      ['.git/config'],
      ['temp/any.config'],
    ],
    [
      'of actions/checkout 6, by the name of its file',
      { '.git/config': '', 'temp/git-credentials-1.config': TOKEN },
      [],
      ['temp/git-credentials-1.config'],
    ],
    [
      'in an include of an include',
      { '.git/config': '[include]\n path = a\n', '.git/a': '[include]\n path = ../b\n', b: TOKEN },
      ['.git/a'],
      ['b'],
    ],
    [
      'in an address of insteadOf',
      { '.git/config': '[url "https://x:not-a-token@host.example/"]\n\tinsteadOf = https://host.example/\n' },
      [],
      ['.git/config'],
    ],
    [
      'in a remote',
      { '.git/config': '[remote "origin"]\n\turl = https://not-a-token@host.example/a.git\n' },
      [],
      ['.git/config'],
    ],
    [
      'in a store of a helper',
      {
        '.git/config': '[credential]\n\thelper = store --file=.git/credentials\n',
        '.git/credentials': 'https://a:not-a-token@host.example\n',
      },
      ['.git/config'],
      ['.git/credentials'],
    ],
    [
      'in a helper that prints it',
      { '.git/config': '[credential]\n\thelper = "!f() { echo password=not-a-token; }; f"\n' },
      [],
      ['.git/config'],
    ],
    [
      'of a submodule',
      { '.git/modules/sub/config': TOKEN, '.git/modules/sub/HEAD': 'x' },
      ['.git/modules/sub/HEAD'],
      ['.git/modules/sub/config'],
    ],
    [
      'of a repository in the repository',
      { 'vendor/.git/config': TOKEN, 'vendor/a': '' },
      ['vendor/a'],
      ['vendor/.git/config'],
    ],
    [
      'and a configuration without one is as good as any file',
      { '.git/config': '[remote "origin"]\n\turl = ssh://git@host.example/a.git\n' },
      ['.git/config'],
      [],
    ],
  ])('%s', async (_, plan, kept, gone) => {
    const tree = await listed({ Dockerfile: '', '.dockerignore': '!.git\n', ...plan });
    expect(paths(tree)).toEqual(expect.arrayContaining([...kept]));
    for (const path of gone) expect(paths(tree)).not.toContain(path);
    expect(
      tree.leftOut.filter(({ reason }) => reason === 'git-credentials').flatMap(({ examples }) => examples),
    ).toEqual(gone);
  });
});

describe('a folder that is swapped for a link after it was listed', () => {
  const limit = { refuseAbove: 1e9, warnAbove: 1e9 };
  test.each<[name: string, plan: Plan, swapped: string]>([
    ['with a file in it', { 'app/data/secret': 'of the context' }, 'app/data'],
    ['two levels up', { 'app/data/secret': 'of the context' }, 'app'],
    ['with a link in it', { 'app/data/secret': '->gone' }, 'app/data'],
  ])('%s is an error, and no byte from outside is read', async (_, plan, swapped) => {
    const root = plant({ Dockerfile: '', ...plan });
    const outside = plant({ 'data/secret': 'from outside', secret: 'from outside' });
    try {
      const tree = await list(root);
      renameSync(join(root, swapped), join(root, 'moved'));
      symlinkSync(swapped === 'app' ? outside : join(outside, 'data'), join(root, swapped));
      const destination = join(temporaryFolder('archive'), 'a.tar.gz');
      await expect(writeArchive(tree, { destination, prefix: '', limit })).rejects.toThrow(
        /app\/data\/secret/,
      );
    } finally {
      discard(root);
      discard(outside);
    }
  });

  test('the folder is reached as often as is wanted, in any order', () => {
    const root = plant({ 'a/b/c/1': '1', 'a/b/2': '2', 'a/3': '3', 'd/4': '4', 5: '5' });
    const opener: FileOpener = createFileOpener();
    try {
      for (const path of ['a/b/c/1', 'a/3', 'a/b/2', '5', 'd/4', 'a/b/c/1', 'd/4', '5']) {
        const file = opener.open(join(root, path));
        expect(readFileSync(file, 'utf8')).toBe(path.slice(-1));
      }
      mkdirSync(join(root, 'e'));
      expect(() => opener.open(join(root, 'e', 'gone'))).toThrow('ENOENT');
      expect(() => opener.open(join(root, 'no', 'such'))).toThrow('ENOENT');
      writeFileSync(join(root, 'e', '6'), '6');
      expect(readFileSync(opener.open(join(root, 'e', '6')), 'utf8')).toBe('6');
    } finally {
      opener.close();
      rmSync(root, { recursive: true });
    }
  });
});

describe('the root\u2019s .git', () => {
  const GIT: Plan = { Dockerfile: '', '.git/HEAD': 'ref', '.git/config': '', '.git/refs/a': '', x: '' };
  test.each<[rules: string, sent: readonly string[]]>([
    ['', []],
    ['!.git\n', ['.git/', '.git/HEAD', '.git/config', '.git/refs/', '.git/refs/a']],
    ['.git/config\n!.git\n', ['.git/', '.git/HEAD', '.git/refs/', '.git/refs/a']],
    ['.git/*\n!.git\n', ['.git/']],
    ['!.git\n.git/*\n', ['.git/']],
    ['*/HEAD\n!**/.git\n', ['.git/', '.git/config', '.git/refs/', '.git/refs/a']],
    ['!.git/HEAD\n*\n', []],
    ['*\n!.git/HEAD\n', ['.git/', '.git/HEAD']],
    ['*\n!**/config\n', []],
    ['!.git/HEAD\n!**/config\n', ['.git/', '.git/HEAD']],
    ['!.git/refs\n', ['.git/', '.git/refs/', '.git/refs/a']],
  ])('with %j', async (rules, sent) => {
    const tree = await listed({ ...GIT, '.dockerignore': rules });
    expect(paths(tree).filter((path: Entry['path']) => path.startsWith('.git'))).toEqual(sent);
  });
});
