import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { AGENT, agentJob, MANIFEST, sgpInputs, startSgp } from '../support/cloud.ts';
import { hostileCloud } from '../support/hostile-cloud.ts';
import { makeRepository, temporaryFolder } from '../support/workspace.ts';

/** Obviously no secrets; with the characters that make masking hard. */
const KEY = 'not-a-key::%25/but+looks=like';
const TOKEN = 'ghs_not-a-token-0123456789';
const BUILD_ARG = 'not-a-password-of-a-build';

/** Everything that a run leaves for others to read, without the runner's own mask commands. */
function traces(run: RunRecord): string {
  const stdout = [run.main, run.post]
    .flatMap((part) => `${part?.stdout ?? ''}${part?.stderr ?? ''}`.split('\n'))
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const state = Object.values(run.state).map((value) => Buffer.from(value, 'base64url').toString());
  const log = run.outputs['log-file'];
  const files = readdirSync(run.temp)
    .filter((name) => name.startsWith('cloud-build') && name.endsWith('.json'))
    .map((name) => readFileSync(join(run.temp, name), 'utf8'));
  return [
    stdout,
    JSON.stringify(run.outputs),
    run.summary,
    ...state,
    ...files,
    log && existsSync(log) ? readFileSync(log, 'utf8') : '',
  ].join('\n');
}

const FORMS = [KEY, encodeURIComponent(KEY), Buffer.from(KEY).toString('base64').replace(/=+$/, ''), TOKEN];

/** The key as others spell it, whole. */
const SPELLED = {
  url: encodeURIComponent(KEY),
  'url in small letters': encodeURIComponent(KEY).toLowerCase(),
  base64: Buffer.from(KEY).toString('base64').replace(/=+$/, ''),
  'base64 behind a user': Buffer.from(`u:${KEY}`).toString('base64').replace(/=+$/, ''),
  'base64 behind another user': Buffer.from(`me:${KEY}.`).toString('base64').replace(/=+$/, ''),
  'base64 behind a third user': Buffer.from(`him:${KEY}..`).toString('base64').replace(/=+$/, ''),
  base64url: Buffer.from(KEY).toString('base64url'),
  'JSON with \\/': KEY.replaceAll('/', '\\/'),
  hex: Buffer.from(KEY).toString('hex'),
  HEX: Buffer.from(KEY).toString('hex').toUpperCase(),
};

/** Build arguments whose values are hidden, and others that are not. */
function argumentsOf() {
  const value = (name: string) => `not-the-value-of-${name.toLowerCase()}`;
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, value(name)]));
  return [
    named([
      'NPM_TOKEN',
      'api_key',
      'ClientSecret',
      'DB_PASSWORD',
      'BASIC_AUTH',
      'AWS_CREDENTIALS',
      'SSHPASS',
    ]),
    named(['VERSION', 'BASE_IMAGE', 'FLAVOUR']),
  ] as const;
}

function expectNoSecret(run: RunRecord, more: readonly string[] = []): void {
  // Markdown's escapes would hide a secret from us, and not from a reader.
  const left = traces(run) + run.summary.replaceAll('\\', '');
  for (const secret of [...FORMS, ...more]) expect(left.includes(secret) ? secret : '').toBe('');
}

const inputs = (url: string) => ({
  cloud: 'sgp',
  'base-url': url,
  'api-key': KEY,
  'account-id': 'an-account',
  'agent-name': 'greeter',
  'github-token': TOKEN,
  'build-args': `PASSWORD=${BUILD_ARG}`,
  build: 'always',
  comment: 'never',
  history: '0',
  'poll-interval': '200ms',
});

/** The runners that read commands differently; the older one hides least by itself. */
const PLATFORMS: readonly PlatformName[] = ['github', 'gitea-1.25', 'act'];

describe.each(PLATFORMS)('on %s', (platform) => {
  test.concurrent.each(['success', 'failed'] as const)(
    'a cloud that repeats the key everywhere is not repeated (%s)',
    async (end) => {
      const text = `${KEY} and ${TOKEN}`;
      const lines = [text, ...Object.values(SPELLED).map((spelled) => `a line with ${spelled} in it`)];
      const cloud = await hostileCloud({ text, lines, end });
      const run = await runStep({ ...agentJob().options, platform, inputs: inputs(cloud.url) });
      expect(run.exitCode).toBe(end === 'success' ? 0 : 1);
      // Without the characters that belong to the neighbours as well.
      expectNoSecret(
        run,
        Object.values(SPELLED).map((spelled) => spelled.slice(6, -4)),
      );
    },
  );

  test.concurrent.each([401, 422, 500])('nor one that repeats it in a refusal with %d', async (status) => {
    const body = {
      detail: [{ loc: ['body', KEY], msg: `${KEY} ${BUILD_ARG}`, input: { key: KEY, args: BUILD_ARG } }],
      message: KEY,
    };
    const cloud = await hostileCloud({ text: 'x', lines: [], end: 'failed', refusal: { status, body } });
    const run = await runStep({
      ...agentJob().options,
      platform,
      inputs: { ...inputs(cloud.url), 'build-timeout': '4s' },
    });
    expect(run.exitCode).toBe(1);
    expectNoSecret(run, [BUILD_ARG]);
  });

  test.concurrent.each(['success', 'failed'] as const)(
    'nor a build that prints its arguments, where their names say that they are secrets (%s)',
    async (end) => {
      const [hidden, shown] = argumentsOf();
      const values = [...Object.values(hidden), ...Object.values(shown)];
      const lines = [...values.map((value) => `ARG ${value}`), `ERROR: ${Object.values(hidden).join(' ')}`];
      const cloud = await hostileCloud({ text: values.join(' '), lines, end });
      const args = Object.entries({ ...hidden, ...shown }).map((pair) => pair.join('='));
      const run = await runStep({
        ...agentJob().options,
        platform,
        inputs: { ...inputs(cloud.url), 'build-args': args.join('\n') },
      });
      expect(run.exitCode).toBe(end === 'success' ? 0 : 1);
      expectNoSecret(run, Object.values(hidden));
      for (const value of Object.values(shown)) expect(run.log).toContain(value);
    },
  );

  test.concurrent('nor does debug output tell it', async () => {
    const cloud = await hostileCloud({ text: KEY, lines: [KEY], end: 'failed' });
    const env = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' };
    const run = await runStep({ ...agentJob().options, platform, env, inputs: inputs(cloud.url) });
    expectNoSecret(run);
  });
});

describe.each(['a build', 'a deployment'] as const)('where a text of %s is cut', (what) => {
  // Where messages, events, statuses, names and lines are cut; the key begins a few characters before that.
  test.concurrent.each([80, 100, 120, 200, 500, 1_000])(
    'at %d characters, no half of the key is left',
    async (cut) => {
      const text = `${'x'.repeat(cut - 12)}${KEY}${'y'.repeat(40)}`;
      const cloud = await hostileCloud({
        text,
        id: '1',
        lines: [text, `ERROR: ${text.slice(7)}`],
        ...(what === 'a build' ? { end: 'failed' } : { end: 'success', deploymentEnd: 'failed' }),
      });
      const run = await runStep({
        ...agentJob({
          ...AGENT,
          'manifest.yaml': MANIFEST,
          'environments.yaml':
            'schema_version: v1\nenvironments:\n  dev:\n    kubernetes: { namespace: a }\n    auth: { principal: { account_id: a, user_id: b } }\n',
        }).options,
        inputs: {
          ...inputs(cloud.url),
          manifest: 'manifest.yaml',
          ...(what === 'a build' ? {} : { deploy: 'production' }),
        },
      });
      expect(run.exitCode).toBe(1);
      expectNoSecret(run, [KEY.slice(0, 9)]);
    },
  );
});

test.concurrent('no key goes where a redirect points', async () => {
  const other = await hostileCloud({ text: 'x', lines: [], end: 'success' });
  const sgp = await startSgp();
  sgp.control.misbehave({
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'redirect', location: `${other.url}/v5/builds` },
  });
  const run = await runStep({ ...agentJob().options, inputs: sgpInputs(sgp) });
  expect(run.exitCode).toBe(1);
  expect(other.requests).toEqual([]);
});

test.concurrent('a key that is given for another cloud, or by the environment, is masked as well', async () => {
  const env = { PRIME_API_KEY: 'not-a-prime-key', PIPECAT_API_KEY: 'not-a-pipecat-key', SGP_API_KEY: KEY };
  const run = await runStep({ env, inputs: { cloud: 'spg', 'github-token': TOKEN } });
  expect(run.masks).toEqual(expect.arrayContaining([KEY, TOKEN, ...Object.values(env)]));
  expectNoSecret(run, Object.values(env));
});

describe('what lies in the context', () => {
  test.concurrent('files that look like credentials are named before anything is sent', async () => {
    const sgp = await startSgp();
    const { options } = agentJob({
      ...AGENT,
      '.env': 'A=1\n',
      '.env.example': 'A=\n',
      'app/id_rsa': '-----BEGIN OPENSSH PRIVATE KEY-----\nnot one\n-----END OPENSSH PRIVATE KEY-----\n',
      '.npmrc': '//registry.example/:_authToken=not-a-token\n',
    });
    const run = await runStep({ ...options, inputs: sgpInputs(sgp) });
    const [warning, ...others] = run.annotations;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ level: 'warning', title: 'Credentials in the build context' });
    for (const path of ['.env', 'app/id_rsa', '.npmrc']) expect(warning?.message).toContain(path);
    expect(warning?.message).not.toContain('.env.example');
    const stdout = run.main.stdout;
    expect(stdout.indexOf('Credentials in the build context')).toBeLessThan(
      stdout.indexOf('Sending greeter'),
    );
    // Where annotations are lines of the log, a folded group would hide it.
    expect(stdout.replace(/^::group::[\s\S]*?^::endgroup::$/gm, '')).toContain('Credentials in the build');
    expect(stdout).not.toContain('_authToken');
  });

  test.concurrent('.git is left out and the log says so; !.git brings it back', async () => {
    const sgp = await startSgp();
    const without = await runStep({ ...agentJob().options, inputs: sgpInputs(sgp) });
    expect(without.log).toMatch(/left out because builds rarely need it.*: \d+ entr(?:y|ies) \(\.git\)/);
    expect(entriesOf(sgp, without).filter((name) => name.startsWith('.git'))).toEqual([]);
    const files = { ...AGENT, '.dockerignore': '!.git\n' };
    const withIt = await runStep({ ...agentJob(files).options, inputs: sgpInputs(sgp) });
    expect(entriesOf(sgp, withIt)).toContain('.git/HEAD');
  });

  test.concurrent('an archive holds nothing from outside, whatever its links and names are', async () => {
    const outside = temporaryFolder('outside');
    writeFileSync(join(outside, 'secret.txt'), 'from outside');
    const { path } = makeRepository(AGENT);
    mkdirSync(join(path, 'odd'));
    symlinkSync('../../..', join(path, 'odd', 'up'));
    symlinkSync(join(outside, 'secret.txt'), join(path, 'odd', 'absolute'));
    symlinkSync(outside, join(path, 'odd', 'folder'));
    symlinkSync('gone', join(path, 'odd', 'dangling'));
    for (const name of [
      'new\nline',
      'Case',
      'case',
      '-rf',
      ' lead',
      'x'.repeat(200),
      '::error::x',
      'ünï\u{1F600}',
    ]) {
      writeFileSync(join(path, 'odd', name), name);
    }
    execFileSync('mkfifo', [join(path, 'odd', 'fifo')]);
    const sgp = await startSgp();
    const run = await runStep({ workspace: path, inputs: sgpInputs(sgp) });
    expect(run.outputs['build-status']).toBe('success');
    const archive = archiveOf(sgp);
    const unpacked = temporaryFolder('unpacked');
    execFileSync('tar', ['xzf', archive, '-C', unpacked]);
    expect(execFileSync('tar', ['tzf', archive, '--quoting-style=escape'], { encoding: 'utf8' })).not.toMatch(
      /^\/|(?:^|\/)\.\.(?:\/|$)/m,
    );
    // grep ends with 1 where nothing matches.
    expect(spawnSync('grep', ['-r', 'from outside', unpacked]).status).toBe(1);
    expect(readdirSync(join(unpacked, 'odd')).sort()).toEqual(
      readdirSync(join(path, 'odd'))
        .filter((name) => name !== 'fifo')
        .sort(),
    );
    expect(run.log).toContain('because an archive cannot carry a fifo');
  });

  test.concurrent('a file that grows while it is packed is one clear error, and nothing is sent', async () => {
    const { path } = makeRepository(AGENT);
    const growing = join(path, 'app', 'growing.log');
    writeFileSync(growing, Buffer.alloc(8_000_000, 'x'));
    const writer = spawn('sh', ['-c', `while :; do echo more >> "${growing}"; done`], { detached: true });
    atEnd(() => writer.kill('SIGKILL'));
    const sgp = await startSgp();
    const run = await runStep({ workspace: path, inputs: sgpInputs(sgp) });
    writer.kill('SIGKILL');
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toEqual([expect.objectContaining({ level: 'error' })]);
    expect(run.annotations[0]?.message).toContain('app/growing.log');
    expect(sgp.control.sgp.builds).toEqual([]);
  });
});

type Sgp = Awaited<ReturnType<typeof startSgp>>;

function archiveOf(sgp: Sgp): string {
  const submit = sgp.control.requests.findLast(({ operation }) => operation === 'submitBuild');
  const file = submit?.body.kind === 'form' ? submit.body.files.context_archive : undefined;
  return file?.path ?? '';
}

function entriesOf(sgp: Sgp, run: RunRecord): readonly string[] {
  expect(run.outputs['build-status']).toBe('success');
  return execFileSync('tar', ['tzf', archiveOf(sgp)], { encoding: 'utf8' }).split('\n');
}
