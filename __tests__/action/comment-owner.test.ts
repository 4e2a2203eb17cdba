import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep, sectionsOf, warningsOf } from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const step = (forge: Forge, runNumber: number, more: Partial<RunOptions> = {}) =>
  pullRequestStep(sgp, forge, runNumber, more);

describe('whose comment it is', () => {
  test('a comment by someone else with our marker is never touched, however far back it stands', async () => {
    const forge = await forgeOf('github');
    const forged = '<!-- cloud-build-action -->\n\nmine now';
    const before = [forge.comment(7, 'mallory', forged), forge.comment(7, 'other-app[bot]', forged, 'Bot')];
    for (let index = 0; index < 250; index += 1) forge.comment(7, `person-${index}`, 'Hello');
    const run = await runStep(step(forge, 1));
    expect(run.conclusion).toBe('success');
    expect(before.map(({ body }) => body)).toEqual([forged, forged]);
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
    const again = await runStep(step(forge, 2));
    expect(again.outputs['comment-url']).toBe(run.outputs['comment-url']);
  });

  test("an app's token finds its own comment again", async () => {
    const forge = await forgeOf('github');
    const token = 'not-a-secret-app-token';
    forge.addApp(token, 'builder[bot]');
    const first = await runStep(step(forge, 1, { token }));
    const second = await runStep(step(forge, 2, { token }));
    expect(first.outputs['comment-url']).toBe(second.outputs['comment-url']);
    expect(forge.comments(7).map(({ user }) => user.login)).toEqual(['builder[bot]']);
  });

  test("an app's token writes no second comment where the forge cannot say whose the token is", async () => {
    const forge = await forgeOf('github');
    const token = 'not-a-secret-app-token';
    forge.addApp(token, 'builder[bot]');
    await runStep(step(forge, 1, { token }));
    forge.misbehave({
      cloud: 'forge',
      operation: 'viewer',
      fault: { kind: 'status', status: 502 },
      times: 2,
    });
    const run = await runStep(step(forge, 2, { token }));
    expect(warningsOf(run)).toEqual([]);
    expect(sectionsOf(forge, 'builder[bot]')).toEqual({ 'sgp/greeter': 'succeeded' });
    expect(forge.comments(7)[0]?.body).toContain('/actions/runs/4202/');
  });
});

describe('which run is the newer one', () => {
  const inFile = (file: string) => ({
    env: { GITHUB_WORKFLOW_REF: `octo/greeter/.github/workflows/${file}@refs/pull/7/merge` },
  });

  test('the first run of a workflow whose file was moved, though its number is lower', async () => {
    const forge = await forgeOf('github');
    await runStep(step(forge, 50, inFile('ci.yml')));
    const moved = step(forge, 1, inFile('agent.yml'));
    const run = await runStep({ ...moved, job: { ...moved.job, runId: 4251 } });
    expect(run.main.stdout).not.toContain('The comment is not changed');
    expect(forge.comments(7)[0]?.body).toContain('/actions/runs/4251/');
  });
});

describe('comment:', () => {
  test('on-failure is silent until a build fails, and then corrects itself', async () => {
    const forge = await forgeOf('github');
    const inputs = { comment: 'on-failure' };
    await runStep(step(forge, 1, { inputs }));
    expect(forge.comments(7)).toEqual([]);
    sgp.control.script({ lines: ['#1 no'], end: 'failed' });
    await runStep(step(forge, 2, { inputs }));
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'failed' });
    await runStep(step(forge, 3, { inputs }));
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
  });

  test('never asks the forge nothing', async () => {
    const forge = await forgeOf('github');
    await runStep(step(forge, 1, { inputs: { comment: 'never' } }));
    expect(forge.requests).toEqual([]);
  });

  test('an older run that ends later leaves the newer section and says so', async () => {
    const forge = await forgeOf('github');
    await runStep(step(forge, 5));
    const body = forge.comments(7)[0]?.body;
    const older = await runStep(step(forge, 4));
    expect(forge.comments(7)[0]?.body).toBe(body);
    expect(older.main.stdout).toContain('run 5 is newer than this one (4)');
  });
});
