/** The bundle as a process: nothing that should stay is in an archive that a cloud received (docs/security.md). */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { runBundle } from '../support/bundle.ts';
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

async function build(cloud: keyof typeof CLOUDS, plan: Plan, more: Plan = {}) {
  const before = emulator.control.requests.length;
  const inputs = {
    ...CLOUDS[cloud](emulator),
    build: 'always',
    comment: 'never',
    history: '0',
    'poll-interval': '200ms',
    ...more,
  };
  const run = await runBundle({ workspace: checkout(plan), inputs });
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
