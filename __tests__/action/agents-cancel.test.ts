import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { PlatformName } from '../../emulator/runner/index.ts';
import { startAgents, withTwoClouds } from '../support/agents.ts';

const EVERY = { name: 'schedule', payload: {} };
const MANY = 100;

/** What each row is about: who cancels the builds on the cloud, and when. */
test.each<[string, PlatformName, NodeJS.Signals | undefined]>([
  ['a cancelled job: main has some seconds', 'github', undefined],
  ['a cancelled job where main is killed at once: post knows them all', 'gitea', undefined],
  ['a killed process on GitHub: post knows them all', 'github', 'SIGKILL'],
])('%s', async (_name, platform, signal) => {
  const job = await startAgents({ agents: MANY });
  const { control } = job.emulator;
  for (let build = 0; build < MANY; build += 1) control.script({ lines: ['on'], end: 'never' });
  const running = job.spawn({
    platform,
    event: EVERY,
    inputs: { parallel: String(MANY) },
    timeoutMs: 200_000,
  });
  await allRunning(() => control.sgp.builds.filter(({ status }) => status === 'running').length);
  if (signal === undefined) running.cancel();
  else running.signal(signal);
  const run = await running.done;
  const left = () => control.sgp.builds.filter(({ status }) => status !== 'cancelled').length;
  for (let wait = 0; wait < 100 && left() > 0; wait += 1) await delay(50);
  expect(left()).toBe(0);
  const cancels = control.requests.filter(({ operation }) => operation === 'cancelBuild');
  expect(new Set(cancels.map(({ path }) => path)).size).toBe(MANY);
  expect(run.main.stderr).not.toContain('MaxListeners');
});

async function allRunning(count: () => number): Promise<void> {
  for (let wait = 0; wait < 600 && count() < MANY; wait += 1) await delay(100);
  expect(count()).toBe(MANY);
}

test('a cloud that cannot cancel: each build that goes on is a warning', async () => {
  const toml = 'agent_name = "greeter"\nimage = "x:1"\n';
  const job = await startAgents({
    agents: 1,
    files: { 'agents/greeter/Dockerfile': 'FROM scratch\n', 'agents/greeter/pcc-deploy.toml': toml },
  });
  const { control } = job.emulator;
  for (let build = 0; build < 2; build += 1) control.script({ lines: ['on'], end: 'never' });
  const running = job.spawn({ event: EVERY, ...withTwoClouds(job.emulator) });
  for (let wait = 0; wait < 300 && control.pipecat.builds.length === 0; wait += 1) await delay(100);
  await delay(1_000);
  running.cancel();
  const run = await running.done;
  expect(run.annotations.map(({ message }) => message).join()).toMatch(
    /greeter: Pipecat Cloud cannot cancel builds: build \S+ goes on there/,
  );
});
