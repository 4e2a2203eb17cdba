import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runBundle, spawnBundle } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { EVERY_PLATFORM } from '../support/platforms.ts';

const cancels = (sgp: Emulator) =>
  sgp.control.requests.filter(({ operation }) => operation === 'cancelBuild').length;

/** Waits until it is so; the cloud ends builds a moment after it has answered. */
async function until(what: () => boolean, ms = 5_000): Promise<void> {
  for (let left = ms; !what() && left > 0; left -= 20) await delay(20);
  expect(what()).toBe(true);
}

/** Nothing is left of a run but what it was told to leave. */
function expectNoLitter(run: RunRecord): void {
  const names = readdirSync(run.temp).filter(
    (name) => name.startsWith('cloud-build-') && !name.endsWith('.log'),
  );
  expect(names.filter((name) => !name.startsWith('cloud-build-action-'))).toEqual([]);
}

/** Those that cancel differently: signals, a kill, and nothing while post begins. */
const WAYS: readonly PlatformName[] = ['github', 'gitea', 'gitea-container'];

describe('cancelled', () => {
  test.concurrent.each(EVERY_PLATFORM)(
    'on %s while the build runs: one cancel, and nothing is left running',
    async (platform) => {
      const sgp = await startSgp();
      sgp.control.script({ lines: ['first line', 'second line'], end: 'never' });
      const running = spawnBundle({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
      await running.line(/second line/);
      running.cancel();
      const run = await running.done;
      await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
      expect(cancels(sgp)).toBe(1);
      expect(run.post?.exitCode).toBe(0);
      expect(run.annotations.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1);
      expect(sgp.control.violations).toEqual([]);
      if (platform === 'github') expectNoLitter(run);
    },
  );

  test.concurrent.each(WAYS)('on %s while it is queued', async (platform) => {
    const sgp = await startSgp();
    sgp.control.script({ queuedMs: 60_000 });
    const running = spawnBundle({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
    await running.line(/^::group::Build /);
    running.cancel();
    const run = await running.done;
    await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
    expect(cancels(sgp)).toBe(1);
    expect(run.post?.exitCode).toBe(0);
  });

  test.concurrent.each(WAYS)(
    'on %s while the answer to the submit is awaited: the build is found',
    async (platform) => {
      const sgp = await startSgp();
      sgp.control.script({ end: 'never' });
      // The request has its effect at once; its answer comes too late for a main that is killed.
      const slow = sgp.control.misbehave({
        operation: 'submitBuild',
        fault: { kind: 'late-reply', ms: 1_500 },
      });
      const running = spawnBundle({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
      await until(() => sgp.control.sgp.builds.length === 1, 15_000);
      running.cancel();
      const run = await running.done;
      slow.stop();
      await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
      expect(sgp.control.sgp.builds).toHaveLength(1);
      expect(cancels(sgp)).toBe(1);
      expect(run.post?.exitCode).toBe(0);
    },
  );
});

describe('signals', () => {
  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    '%s cancels within the time that the runner gives',
    async (name) => {
      const sgp = await startSgp();
      sgp.control.script({ lines: ['a line'], end: 'never' });
      const running = spawnBundle({ ...agentJob().options, inputs: sgpInputs(sgp) });
      await running.line(/a line/);
      running.signal(name);
      const run = await running.done;
      expect(run.exitCode).toBe(1);
      await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
      expect(cancels(sgp)).toBe(1);
      expect(run.annotations).toEqual([expect.objectContaining({ level: 'error', title: 'Cancelled' })]);
      expect(run.outputs['build-status']).toBe('cancelled');
      expectNoLitter(run);
    },
  );

  test.concurrent('SIGKILL: post does what main could not, and a second post finds nothing to do', async () => {
    const sgp = await startSgp();
    sgp.control.script({ lines: ['a line'], end: 'never' });
    const options = { ...agentJob().options, platform: 'gitea' as const, inputs: sgpInputs(sgp) };
    const running = spawnBundle(options);
    await running.line(/a line/);
    running.signal('SIGKILL');
    const run = await running.done;
    await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
    expect(run.post?.exitCode).toBe(0);
    const env = Object.fromEntries(Object.entries(run.state).map(([key, value]) => [`STATE_${key}`, value]));
    const again = await runBundle({ ...options, temp: run.temp, env, post: false });
    expect(again.exitCode).toBe(0);
    expect(again.annotations).toEqual([]);
    expect(cancels(sgp)).toBe(1);
  });

  test.concurrent('a signal in the instant of success: the build is a success, and nothing is cancelled twice', async () => {
    const sgp = await startSgp();
    sgp.control.script({ lines: ['a line'], delays: 300 });
    const running = spawnBundle({ ...agentJob().options, inputs: sgpInputs(sgp) });
    await until(() => sgp.control.sgp.builds[0]?.status === 'success', 15_000);
    running.cancel();
    const run = await running.done;
    expect(sgp.control.sgp.builds[0]?.status).toBe('success');
    expect(cancels(sgp)).toBeLessThanOrEqual(1);
    expect(run.post?.exitCode).toBe(0);
  });

  test.concurrent('while packing or uploading: nothing was built, nothing is left', async () => {
    const sgp = await startSgp();
    sgp.control.misbehave({ operation: 'submitBuild', fault: { kind: 'latency', ms: 4_000 } });
    const running = spawnBundle({ ...agentJob().options, inputs: sgpInputs(sgp) });
    await running.line(/Agent greeter|Sending greeter/);
    await delay(300);
    running.cancel();
    const run = await running.done;
    expect(run.exitCode).toBe(1);
    expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    const alive = sgp.control.sgp.builds.filter(({ status }) => status === 'queued' || status === 'running');
    expect(alive).toEqual([]);
    expectNoLitter(run);
  });

  test.concurrent('cancel-on-abort: false leaves the build alone, in main and in post', async () => {
    const sgp = await startSgp();
    sgp.control.script({ lines: ['a line'], end: 'never' });
    const inputs = sgpInputs(sgp, { 'cancel-on-abort': 'false' });
    for (const platform of ['github', 'gitea'] as const) {
      const running = spawnBundle({ ...agentJob().options, platform, inputs });
      await running.line(/a line|Build build_/);
      running.cancel();
      await running.done;
    }
    expect(cancels(sgp)).toBe(0);
  });
});

describe('post', () => {
  test.concurrent.each(EVERY_PLATFORM)(
    'after a success on %s it asks nothing of the cloud',
    async (platform) => {
      const sgp = await startSgp();
      const run = await runBundle({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
      const last = sgp.control.requests.at(-1);
      expect(run.conclusion).toBe('success');
      expect(run.post).toMatchObject({ exitCode: 0, stderr: '' });
      expect(['getBuild', 'streamBuildLogs']).toContain(last?.operation);
      expect(cancels(sgp)).toBe(0);
    },
  );

  test.concurrent('cancels without the workspace and with a broken manifest', async () => {
    const sgp = await startSgp();
    sgp.control.script({ lines: ['a line'], end: 'never' });
    const { options, repository } = agentJob();
    const running = spawnBundle({ ...options, platform: 'gitea', inputs: sgpInputs(sgp) });
    await running.line(/a line/);
    for (const name of readdirSync(repository.path)) {
      if (name !== '.git') rmSync(join(repository.path, name), { recursive: true });
    }
    writeFileSync(join(repository.path, 'manifest.yaml'), '{');
    running.cancel();
    const run = await running.done;
    await until(() => sgp.control.sgp.builds[0]?.status === 'cancelled');
    expect(run.post?.exitCode).toBe(0);
  });

  test.concurrent('never fails: an unreachable cloud, state that is no JSON, no key', async () => {
    const saved = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const state = saved({ cloud: 'sgp', buildId: 'b1', building: true, cancelAsked: false });
    const rows: Readonly<Record<string, string>>[] = [
      { STATE_running: state, 'INPUT_BASE-URL': 'http://127.0.0.1:9' },
      { STATE_running: 'not base64 nor JSON' },
      {
        STATE_running: saved({ cloud: 'elsewhere', buildId: 'b1', building: true }),
        STATE_comment: saved(null),
      },
      { STATE_running: saved(['sgp', 'b']), STATE_comment: saved([]), STATE_access: saved('x') },
      { STATE_running: state, 'INPUT_API-KEY': '' },
    ];
    const mainRan = Buffer.from('true').toString('base64url');
    const runs = rows.map((row) =>
      runBundle({
        post: false,
        env: { STATE_mainRan: mainRan, 'INPUT_API-KEY': 'not-a-key', 'INPUT_ACCOUNT-ID': 'a', ...row },
      }),
    );
    for (const run of await Promise.all(runs)) {
      expect(run.exitCode).toBe(0);
      expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect(run.main.stdout).not.toMatch(/Cannot (?:read|destructure)|undefined/);
    }
  });
});

describe('a deployment', () => {
  test.concurrent('a preview that nobody waits for any more is taken down; its build stays', async () => {
    const { play } = await import('../support/scenario.ts');
    const played = await play({
      story: 'run',
      rules: [],
      rollout: { end: 'stuck' },
      cancelAt: /Started container|Pulled/,
    });
    const [older, fresh] = played.emulator.control.sgp.deployments;
    expect(fresh?.status).toBe('deleted');
    expect(older?.status).toBe('healthy');
    expect(cancels(played.emulator)).toBe(0);
    expect(played.run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(readFileSync(played.run.outputs['log-file'] ?? '', 'utf8')).toContain('line');
  });
});
