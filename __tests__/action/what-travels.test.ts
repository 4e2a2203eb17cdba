/** The bundle as a process: nothing that should stay is in an archive that a cloud received (docs/security.md). */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { makeRepository } from '../support/workspace.ts';

const SECRET = 'bm90LWEtcmVhbC10b2tlbg==';
const TOKEN = `[http "https://forge.example/"]\n\textraheader = AUTHORIZATION: basic ${SECRET}\n`;
const AGENT = { Dockerfile: 'FROM scratch\n', 'app/main.py': 'print("hi")\n' };

/** `->target` is a link; what a checkout or an earlier step leaves in the workspace. */
type Plan = Readonly<Record<string, string>>;

function checkout(plan: Plan): string {
  const links = Object.entries(plan).filter(([, content]) => content.startsWith('->'));
  const files = Object.fromEntries(Object.entries(plan).filter(([, content]) => !content.startsWith('->')));
  const { path } = makeRepository({ ...AGENT, ...files });
  writeFileSync(join(path, '.git', 'config'), `[core]\n\tbare = false\n${TOKEN}`);
  writeFileSync(join(path, 'deploy.json'), JSON.stringify({ region: 'of an earlier step' }));
  for (const [name, content] of links) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    execFileSync('rm', ['-f', join(path, name)]);
    symlinkSync(content.slice(2), join(path, name));
  }
  return path;
}

const CLOUDS = {
  sgp: ({ url, credentials }: Emulator) => ({
    cloud: 'sgp',
    'base-url': url,
    'api-key': credentials.apiKey,
    'account-id': credentials.accountId,
    'agent-name': 'greeter',
  }),
  prime: ({ url, credentials }: Emulator) => ({
    cloud: 'prime',
    'base-url': url,
    'api-key': credentials.apiKey,
  }),
  pipecat: ({ url, credentials }: Emulator) => ({
    cloud: 'pipecat',
    'base-url': `${url}/v1`,
    'api-key': credentials.apiKey,
    'agent-name': 'greeter',
  }),
};

const emulator = await startSgp();
afterEach(() => expect(emulator.control.violations).toEqual([]));

const build = (cloud: keyof typeof CLOUDS, plan: Plan, more: Plan = {}) =>
  buildIn(checkout(plan), cloud, more);

async function buildIn(workspace: string, cloud: keyof typeof CLOUDS, more: Plan = {}) {
  const before = emulator.control.requests.length;
  const inputs = {
    ...CLOUDS[cloud](emulator),
    build: 'always',
    comment: 'never',
    history: '0',
    'poll-interval': '200ms',
    ...more,
  };
  const run = await runStep({ workspace, inputs });
  return { run, archives: archivesSince(before) };
}

/** Every file that the cloud received, unpacked into one text. */
function archivesSince(before: number): string[] {
  return emulator.control.requests.slice(before).flatMap(({ body }) => {
    const files = body.kind === 'form' ? Object.values(body.files) : body.kind === 'file' ? [body.file] : [];
    return files.map(({ path }) =>
      execFileSync('sh', ['-c', `tar -tzf "$0" 2>/dev/null && tar -xzOf "$0"; cat "$0" | head -c 0`, path], {
        encoding: 'latin1',
      }),
    );
  });
}

const outOfReach = (run: RunRecord) =>
  run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe.each(['sgp', 'prime', 'pipecat'] as const)('on %s', (cloud) => {
  test.each<[name: string, plan: Plan, more: Plan, error: RegExp]>([
    [
      'an ignore file that is a link to .git/config',
      { '.dockerignore': '->.git/config' },
      {},
      /ignore file \.dockerignore is a link to \.git\/config/,
    ],
    [
      'an ignore file that is a link out of the context',
      { 'sub/Dockerfile': 'FROM scratch\n', 'sub/Dockerfile.dockerignore': '->../deploy.json' },
      { context: 'sub' },
      /ignore file sub\/Dockerfile\.dockerignore is a link to deploy\.json/,
    ],
    [
      'a Dockerfile that is a link out of the context',
      { 'sub/a': '', 'sub/Dockerfile': '->../deploy.json' },
      { context: 'sub' },
      /Dockerfile sub\/Dockerfile is a link to deploy\.json/,
    ],
    [
      'a Dockerfile that is a link out of the workspace',
      { Dockerfile: '->/etc/hostname' },
      {},
      /\/etc\/hostname/,
    ],
  ])('%s is one error, and nothing is sent', async (_, plan, more, error) => {
    const { run, archives } = await build(cloud, plan, more);
    expect(run.exitCode).toBe(1);
    expect(outOfReach(run)).toEqual([expect.stringMatching(error)]);
    expect(archives).toEqual([]);
    expect(run.log).not.toContain(SECRET);
  });

  test('!.git brings back everything but the token', async () => {
    const { run, archives } = await build(cloud, { '.dockerignore': '!.git\n' });
    expect(run.exitCode).toBe(0);
    expect(archives).toHaveLength(1);
    expect(archives[0]).toContain('.git/HEAD');
    expect(archives[0]).not.toContain('.git/config\n');
    expect(archives[0]).not.toContain(SECRET);
    expect(run.log).toContain('because it holds a credential of git');
  });

  test('a link that is sent stays a link', async () => {
    const { run, archives } = await build(cloud, {
      'app/outside': '->../../../etc/hostname',
      'app/token': '->../.git/config',
    });
    expect(run.exitCode).toBe(0);
    expect(archives[0]).toContain('app/outside');
    expect(archives[0]).not.toContain(SECRET);
  });
});

/** Each holds `SECRET` in a way that git reads; `\t` and line ends as in a file. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'a header on the line of its section': `[http] extraHeader = AUTHORIZATION: basic ${SECRET}\n`,
  'an address that is continued on the next line': `[remote "origin"]\n\turl = https://x:\\\n${SECRET}@forge.example/\n`,
  'an address in parts of quotes': `[remote "origin"]\n\turl = https://x:"${SECRET}"@forge.example/\n`,
  CRLF: `[http]\r\n\textraheader = basic ${SECRET}\r\n`,
  'a comment that seems to go on': `# see below \\\n[http] extraheader = basic ${SECRET}\n`,
  'an address that pushes replace': `[url "https://x:${SECRET}@forge.example/"]\n\tpushInsteadOf = https://forge.example/\n`,
  'a proxy without a scheme': `[http]\n\tproxy = x:${SECRET}@proxy.example:3128\n`,
  'a proxy of another scheme': `[http]\n\tproxy = socks5h://x:${SECRET}@proxy.example\n`,
  'a password of mail': `[sendemail]\n\tsmtpPass = ${SECRET}\n`,
  'a helper of several lines': `[credential]\n\thelper = "!f() { \\\necho password=${SECRET}; }; f"\n`,
  'more than 1 MiB in front': `#${' '.repeat(1024 * 1024)}\n${TOKEN}`,
  'what git cannot read': `[core\n[http] extraheader = basic ${SECRET}\n`,
};

describe('a credential of git stays', () => {
  test('in whatever form a configuration has it', async () => {
    const names = Object.keys(CONFIGURATIONS);
    const checkouts = names.map((name, at) => [`checkouts/${at}/.git/config`, CONFIGURATIONS[name] ?? '']);
    const harmless = {
      'checkouts/none/.git/config':
        '[core]\n\taskPass = /usr/bin/ask\n[remote "origin"]\n\turl = ssh://git@forge.example/a/b\n',
    };
    const { run, archives } = await build('sgp', { ...Object.fromEntries(checkouts), ...harmless });
    expect(run.exitCode).toBe(0);
    expect(archives).toHaveLength(1);
    const sent = names.filter((_, at) => archives[0]?.includes(`checkouts/${at}/.git/config\n`));
    expect(sent).toEqual([]);
    expect(archives[0]).not.toContain(SECRET);
    expect(archives[0]).toContain('checkouts/none/.git/config\n');
  });

  test("in a submodule that is named as one of git's own folders is", async () => {
    const { run, archives } = await build('sgp', {
      '.dockerignore': '!.git\n',
      '.git/modules/x/objects/config': TOKEN,
      '.git/modules/x/lfs/config': TOKEN,
      '.git/modules/x/index/config': TOKEN,
    });
    expect(run.exitCode).toBe(0);
    expect(archives[0]).not.toContain(SECRET);
  });

  test('in what the configuration includes, stores in, or reaches by a link', async () => {
    const include = [
      '[include] path = ../one-line.inc',
      '[includeIf "gitdir:/nowhere"]\n\tpath = "../quoted \\"file\\".inc"',
      '[include]\n\tpath = ../link/below.inc',
      '[include]\n\tpath = ../pipe',
      '[include]\n\tpath = /dev/zero',
      '[credential]\n\thelper = store --file=../store',
      '[http]\n\tcookieFile = ../cookies',
    ].join('\n');
    const path = checkout({
      'one-line.inc': TOKEN,
      'quoted "file".inc': TOKEN,
      'folder/below.inc': TOKEN,
      link: '->folder',
      store: `https://x:${SECRET}@forge.example\n`,
      cookies: `forge.example\tFALSE\t/\tTRUE\t0\tsession\t${SECRET}\n`,
    });
    writeFileSync(join(path, '.git', 'config'), include);
    execFileSync('mkfifo', [join(path, 'pipe')]);
    const { run, archives } = await buildIn(path, 'sgp');
    expect(run.exitCode).toBe(0);
    expect(archives[0]).not.toContain(SECRET);
  });

  test('in the folder that .git leads to, and in a bare repository', async () => {
    const path = checkout({ 'bare.git/HEAD': 'ref: refs/heads/main\n', 'bare.git/config': TOKEN });
    execFileSync('mv', ['.git', 'storage'], { cwd: path });
    writeFileSync(join(path, '.git'), 'gitdir: storage\n');
    const { run, archives } = await buildIn(path, 'sgp');
    expect(run.exitCode).toBe(0);
    expect(archives[0]).toContain('storage/HEAD');
    expect(archives[0]).not.toContain(SECRET);
  });

  test.each<[name: string, plan: Plan, more: Plan, error: RegExp]>([
    [
      'a context that is a link to .git',
      { app: '->.git', 'docker/Dockerfile': 'FROM scratch\n' },
      { context: 'app', dockerfile: '../docker/Dockerfile' },
      /context folder \.git lies in a \.git folder/,
    ],
    [
      'an ignore file that is a link to where a credential is kept',
      { '.dockerignore': '->git-credentials-1.config', 'git-credentials-1.config': TOKEN },
      {},
      /holds a credential of git/,
    ],
    [
      'an ignore file that is a link to .GIT, where case does not count',
      { '.dockerignore': '->.GIT/config' },
      {},
      /lies in a \.git folder/,
    ],
  ])('%s is one error, and nothing is sent', async (_, { app, ...plan }, more, error) => {
    const path = checkout(plan);
    if (plan['.dockerignore']?.includes('.GIT')) execFileSync('cp', ['-r', '.git', '.GIT'], { cwd: path });
    if (app !== undefined) {
      execFileSync('rm', ['-rf', join(path, 'app')]);
      symlinkSync(app.slice(2), join(path, 'app'));
    }
    const { run, archives } = await buildIn(path, 'sgp', more);
    expect(outOfReach(run)).toEqual([expect.stringMatching(error)]);
    expect(archives).toEqual([]);
    expect(run.log).not.toContain(SECRET);
  });
});

test('files that say what a checkout left out may lead anywhere and be of any size', async () => {
  const path = checkout({ '.gitattributes': '->/dev/zero', '.gitmodules': '\n'.repeat(1_000_000) });
  const { run } = await buildIn(path, 'sgp', { 'dry-run': 'true' });
  expect(run.exitCode).toBe(0);
});

test.each<[name: string, make: (path: string) => void]>([
  ['.git is a FIFO', (path) => execFileSync('sh', ['-c', 'mv .git away && mkfifo .git'], { cwd: path })],
  ['commondir is a device', (path) => symlinkSync('/dev/zero', join(path, '.git', 'commondir'))],
])('a checkout whose %s is packed without facts of git', async (_, make) => {
  const path = checkout({});
  make(path);
  const { run } = await buildIn(path, 'sgp', { 'dry-run': 'true' });
  expect(run.exitCode).toBe(0);
});
