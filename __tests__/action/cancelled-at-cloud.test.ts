/** Somebody cancels at the cloud itself what the step waits for. */
import { expect, test } from '@jest/globals';
import { startAgents } from '../support/agents.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep, sectionsOf } from '../support/pull-request.ts';

test('a build: comment and summary show it as cancelled, the step fails, and the output says what it was', async () => {
  const sgp = await startSgp();
  const forge = await forgeOf('github');
  sgp.control.script({ lines: ['a line'], end: 'cancelled' });
  const run = await runStep(pullRequestStep(sgp, forge, 1));
  expect(run.conclusion).toBe('failure');
  expect(run.outputs).toMatchObject({ 'build-status': 'cancelled' });
  expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'cancelled' });
  const body = forge.comments(7)[0]?.body ?? '';
  expect(body).toContain('## 🚫 Cloud builds: 1 cancelled');
  expect(run.summary).toMatch(/^## 🚫 `greeter` · Build cancelled/);
  for (const text of [body, run.summary]) {
    expect(text).toMatch(/\*\*Build `?\S+ was cancelled\*\*/);
    expect(text).not.toContain('❌');
    // The last line of its log is no reason.
    expect(text).not.toContain('a line');
  }
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'error', title: expect.stringMatching(/^Build \S+ was cancelled$/) }),
  ]);
});

test('a rollout: the same', async () => {
  const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
  const forge = await forgeOf('github');
  sgp.control.sgp.rollout({ end: 'cancelled' });
  const inputs = { manifest: 'manifest.yaml', deploy: 'preview' };
  const run = await runStep(pullRequestStep(sgp, forge, 1, { inputs }));
  expect(run.conclusion).toBe('failure');
  expect(run.outputs).toMatchObject({ 'build-status': 'success', 'deployment-status': 'cancelled' });
  expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'cancelled' });
  expect(run.summary).toMatch(/^## 🚫 `greeter` · Built.*, preview cancelled/);
});

test('the build of one of several agents: shown as cancelled, and counted as failed in the outputs', async () => {
  const job = await startAgents({ agents: 2 });
  job.emulator.control.script({ for: { imageName: 'a1' }, lines: ['a line'], end: 'cancelled' });
  const run = await job.run({ event: { name: 'schedule', payload: {} } });
  expect(run.conclusion).toBe('failure');
  expect(run.outputs).toMatchObject({ 'build-status': 'cancelled', failed: '1' });
  expect(run.summary).toContain('## 🚫 Cloud builds: 1 cancelled, 1 ready');
  expect(run.log).toMatch(/a1: ■ cancelled/);
  expect(run.log).toMatch(/✗ a1 \(agents\/a1\): .*cancelled/);
});
