import { chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runBundle, runStep, spawnBundle } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';

const OTHER_KEY = 'not-the-key-of-this-step';

async function until(what: () => boolean, ms = 5_000): Promise<void> {
  for (let left = ms; !what() && left > 0; left -= 20) await delay(20);
}

/** What post can be given in place of main's inputs, inside a composite action. */
const OTHERS = {
  'none at all': () => 'none',
  "the outer action's": (other: Emulator) => ({
    cloud: 'prime',
    'api-key': OTHER_KEY,
    'base-url': other.url,
  }),
  'those of the same cloud at another address': (other: Emulator, sgp: Emulator) => ({
    ...sgpInputs(sgp),
    'base-url': other.url,
  }),
  'another key': (_other: Emulator, sgp: Emulator) => ({ ...sgpInputs(sgp), 'api-key': OTHER_KEY }),
  'another account': (_other: Emulator, sgp: Emulator) => ({ ...sgpInputs(sgp), 'account-id': 'another' }),
  'faulty ones': () => ({ cloud: 'spg', 'poll-interval': 'soon' }),
  "main's own": (_other: Emulator, sgp: Emulator) => sgpInputs(sgp),
} as const satisfies Record<string, (other: Emulator, sgp: Emulator) => RunOptions['postInputs']>;

async function play(name: keyof typeof OTHERS, platform: 'github' | 'gitea' | 'gitea-container') {
  const [sgp, other] = await Promise.all([startSgp(), startSgp()]);
  sgp.control.script({ lines: ['a line'], end: 'never' });
  const running = spawnBundle({
    ...agentJob().options,
    platform,
    inputs: sgpInputs(sgp),
    postInputs: OTHERS[name](other, sgp),
  });
  await running.line(/a line/);
  if (platform === 'gitea-container') running.cancel();
  else running.signal('SIGKILL');
  const run = await running.done;
  await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled', 1_000);
  return { sgp, other, run };
}

/** What a reader of log, summary and outputs gets, and whoever reads files beside the runner's own. */
function expectNoKey(run: RunRecord, sgp: Emulator): void {
  const { apiKey } = sgp.credentials;
  const lines = `${run.main.stdout}${run.post?.stdout}${run.post?.stderr}`
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'));
  const files = readdirSync(run.temp)
    .filter((name) => name.startsWith('cloud-build') && statSync(join(run.temp, name)).isFile())
    .map((name) => readFileSync(join(run.temp, name), 'utf8'));
  const all = [...lines, ...files, run.summary, JSON.stringify(run.outputs)].join('\n');
  for (const form of [apiKey, Buffer.from(apiKey).toString('base64url')]) expect(all).not.toContain(form);
}

describe.each(['github', 'gitea'] as const)(
  'on %s, where the state of the runner reaches post',
  (platform) => {
    test.concurrent.each(Object.keys(OTHERS) as (keyof typeof OTHERS)[])(
      'the build is cancelled as who main was, whatever inputs post is given: %s',
      async (name) => {
        const { sgp, other, run } = await play(name, platform);
        expect(sgp.control.sgp.builds[0]?.status).toBe('cancelled');
        expect(other.control.requests).toEqual([]);
        expect(run.post).toMatchObject({ exitCode: 0, stderr: '' });
        expect(run.post?.stdout).toContain('was left running: asked');
        expect(run.masks).toContain(sgp.credentials.apiKey);
        expectNoKey(run, sgp);
      },
    );
  },
);

describe('where it does not, as in a container whose job is cancelled', () => {
  test.concurrent.each(
    Object.keys(OTHERS).filter((name) => name !== "main's own") as (keyof typeof OTHERS)[],
  )('one warning names build and address, and other inputs are not used: %s', async (name) => {
    const { sgp, other, run } = await play(name, 'gitea-container');
    const id = sgp.control.sgp.builds[0]?.id;
    const post = run.post?.events.filter(({ kind }) => kind === 'annotation');
    expect(post).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining(`Build ${id} may go on at Scale GenAI Platform (${sgp.url})`),
      }),
    ]);
    expect(other.control.requests).toEqual([]);
    expect(sgp.control.requests.filter(({ operation }) => operation === 'cancelBuild')).toEqual([]);
    expectNoKey(run, sgp);
  });

  test.concurrent("main's own inputs cancel it", async () => {
    const { sgp } = await play("main's own", 'gitea-container');
    expect(sgp.control.sgp.builds[0]?.status).toBe('cancelled');
  });
});

const asRoot = process.getuid?.() === 0 ? test.concurrent : test.skip;

asRoot('a state file that another user put in the place of ours has no build cancelled', async () => {
  const sgp = await startSgp();
  sgp.control.script({ lines: ['a line'], end: 'never' });
  const first = spawnBundle({ ...agentJob().options, post: false, inputs: sgpInputs(sgp) });
  await first.line(/a line/);
  const victim = sgp.control.sgp.builds[0]?.id;
  sgp.control.script({ lines: ['a line'], end: 'never' });
  const running = spawnBundle({ ...agentJob().options, platform: 'gitea', inputs: sgpInputs(sgp) });
  await running.line(/a line/);
  const names = readdirSync(running.temp).filter((name) => /^cloud-build-action-.*\.json$/.test(name));
  expect(names).toHaveLength(1);
  const file = join(running.temp, names[0] ?? '');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const planted = { ...JSON.parse(readFileSync(file, 'utf8')) };
  planted.running = JSON.stringify({ cloud: 'sgp', buildId: victim, building: true, cancelAsked: false });
  running.signal('SIGKILL');
  writeFileSync(file, JSON.stringify(planted));
  chownSync(file, 12_345, 12_345);
  await running.done;
  await until(() => sgp.control.sgp.builds[1]?.status === 'cancelled');
  expect(sgp.control.sgp.builds.map(({ status }) => status)).toEqual(['running', 'cancelled']);
  first.signal('SIGKILL');
});

describe('a RUNNER_TEMP that is not there', () => {
  test.concurrent.each(['github', 'gitea'] as const)('is made, on %s', async (platform) => {
    const sgp = await startSgp();
    const { options } = agentJob();
    const { temporaryFolder } = await import('../support/workspace.ts');
    const missing = join(temporaryFolder('missing'), 'not', 'there');
    const env = { RUNNER_TEMP: missing };
    const run = await runStep({ ...options, platform, env, inputs: sgpInputs(sgp) });
    expect(run.conclusion).toBe('success');
    expect(run.outputs['log-file']).toMatch(missing);
    expect(run.main.stdout).toContain(`::debug::RUNNER_TEMP ${missing} did not exist: it was made.`);
  });

  test.concurrent.each(['github', 'gitea'] as const)(
    'and cannot be made leaves the system’s folder, on %s',
    async (platform) => {
      const sgp = await startSgp();
      const { options } = agentJob();
      const { temporaryFolder } = await import('../support/workspace.ts');
      const folder = temporaryFolder('blocked');
      writeFileSync(join(folder, 'file'), '');
      const system = temporaryFolder('system');
      const env = { RUNNER_TEMP: join(folder, 'file', 'below'), TMPDIR: system };
      // The system's folder is a matter of the process.
      const run = await runBundle({ ...options, platform, env, inputs: sgpInputs(sgp) });
      expect(run.conclusion).toBe('success');
      expect(run.outputs['log-file']).toMatch(system);
      expect(run.main.stdout).toMatch(/::debug::RUNNER_TEMP .* cannot be written to \(ENOTDIR\)/);
      expect(run.post).toMatchObject({ exitCode: 0, stderr: '' });
    },
  );
});
