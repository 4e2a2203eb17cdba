import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { readComment } from '../../src/report/comment/body.ts';
import { withoutFolded } from '../../src/report/comment/fold.ts';
import { runStep, spawnBundle } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequest, pullRequestStep, sectionsOf, warningsOf } from '../support/pull-request.ts';
import { temporaryFolder } from '../support/workspace.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const step = (forge: Forge, runNumber: number, more: Partial<RunOptions> = {}) =>
  pullRequestStep(sgp, forge, runNumber, more);

describe.each(['github', 'gitea'] as const)('the comment of a pull request on %s', (platform) => {
  test('has one section a step, from building to removed', async () => {
    const states: string[] = [];
    const forge = await forgeOf(platform, {
      onComment: ({ body }) => states.push(readComment(body).get('sgp/greeter')?.state ?? ''),
    });
    // Long enough for the forge to be told that it is building.
    sgp.control.script({ lines: ['#1 one', '#1 two', '#1 three'], delays: 1_000 });
    const deploying = { manifest: 'manifest.yaml', deploy: 'preview' };
    const first = await runStep(step(forge, 1, { platform, inputs: deploying }));
    expect(first.conclusion).toBe('success');
    expect(warningsOf(first)).toEqual([]);
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
    expect(first.outputs['comment-url']).toBe(
      `${forge.serverUrl}/octo/greeter/${forge.apiUrl.endsWith('v1') ? 'pulls' : 'pull'}/7#issuecomment-${forge.comments(7)[0]?.id}`,
    );

    await runStep(step(forge, 2, { platform, inputs: { 'comment-key': 'second step' } }));
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded', 'second%20step': 'succeeded' });

    const closed = { platform, event: pullRequest('closed'), inputs: deploying };
    const last = await runStep(step(forge, 3, closed));
    expect(last.conclusion).toBe('success');
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'removed', 'second%20step': 'succeeded' });
    expect(states[0]).toBe('building');
  });
});

describe('the word of a cancelled run', () => {
  test.each(['github', 'gitea', 'gitea-container', 'forgejo', 'act'] as const)(
    'is told on %s',
    async (platform) => {
      const forge = await forgeOf(platform);
      sgp.control.script({ lines: ['#1 working'], end: 'never' });
      const running = spawnBundle(step(forge, 1, { platform, timeScale: 0.3 }));
      await running.line(/#1 working/);
      running.cancel();
      const run = await running.done;
      expect(run.post?.exitCode).toBe(0);
      expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'cancelled' });
    },
  );

  test('calls no build cancelled that had ended when main was killed', async () => {
    const forge = await forgeOf('gitea');
    sgp.control.sgp.rollout({ end: 'stuck' });
    const inputs = { manifest: 'manifest.yaml', deploy: 'preview' };
    const running = spawnBundle(step(forge, 1, { platform: 'gitea', inputs }));
    await running.line(/Started/);
    for (let left = 500; left > 0 && sectionsOf(forge)['sgp/greeter'] !== 'deploying'; left -= 1)
      await delay(20);
    running.cancel();
    await running.done;
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'cancelled' });
    expect(forge.comments(7)[0]?.body).not.toContain('build cancelled');
  });

  test('is left unsaid, without a fuss, where the token died with the run', async () => {
    const forge = await forgeOf('gitea-1.25');
    sgp.control.script({ lines: ['#1 working'], end: 'never' });
    const running = spawnBundle(step(forge, 1, { platform: 'gitea-1.25' }));
    await running.line(/#1 working/);
    while (forge.comments(7).length === 0) await delay(50);
    forge.behaviour.token = 'dead';
    running.cancel();
    const run = await running.done;
    expect(run.post?.exitCode).toBe(0);
    expect(warningsOf(run)).toEqual([]);
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'building' });
  });
});

describe('a closed pull request', () => {
  const deploying = { manifest: 'manifest.yaml', deploy: 'preview' };
  const closed = pullRequest('closed');
  const rowsOf = (forge: Forge) =>
    Object.fromEntries(
      [
        ...readComment(
          forge.comments(7).find(({ user }) => user.login.includes('actions'))?.body ?? '',
        ).values(),
      ].map(({ key, row }) => [key, `${row?.agent} ${row?.state}`]),
    );

  test.each([
    ['the same step', deploying, 'sgp/greeter'],
    ['a step that knows neither manifest nor agent', { deploy: 'preview' }, 'sgp/greeter'],
    ['a step with another key', { ...deploying, 'comment-key': 'teardown' }, 'sgp/greeter'],
  ])(
    'torn down by %s: the section of the preview says so, and no second one appears',
    async (_, inputs, key) => {
      const forge = await forgeOf('github');
      await runStep(step(forge, 1, { inputs: deploying }));
      expect(rowsOf(forge)).toEqual({ [key]: 'greeter succeeded' });
      const bare = inputs === deploying ? {} : { workspace: temporaryFolder('no-checkout') };
      const workspace = 'manifest' in inputs ? {} : bare;
      const last = await runStep(step(forge, 2, { event: closed, inputs, ...workspace }));
      expect(last.conclusion).toBe('success');
      expect(rowsOf(forge)).toEqual({ [key]: 'greeter removed' });
      const body = forge.comments(7).at(-1)?.body ?? '';
      expect(body).toContain('## 🧹 Cloud builds: 1 removed');
      expect(body).not.toMatch(/until|expires/);
    },
  );

  test('with a preview of another repository: comment and summary say that it was left, and why', async () => {
    const forge = await forgeOf('github');
    const [other] = sgp.control.sgp.seedPreviews([
      {
        agentName: 'shared',
        label: 'pr-7',
        expiresAt: new Date(Date.now() + 3_600_000),
        repository: 'forge.example/octo/others',
      },
    ]);
    const run = await runStep(
      step(forge, 1, { event: closed, inputs: { ...deploying, 'agent-name': 'shared' } }),
    );
    expect(run.conclusion).toBe('success');
    const left = `Preview \`${other?.id}\` (\`pr-7\`) was left alone: `;
    const body = forge.comments(7).at(-1)?.body ?? '';
    for (const text of [withoutFolded(body), run.summary]) {
      expect(text).toContain(left);
      expect(text).not.toMatch(/no preview was left to remove/i);
    }
    expect(body).toContain('| 1 preview left |');
  });

  test('on a cloud that deploys nothing leaves what was built', async () => {
    const forge = await forgeOf('github');
    const inputs = { cloud: 'prime', 'account-id': '', 'agent-name': '', 'image-name': 'bot' };
    await runStep(step(forge, 1, { inputs }));
    const before = forge.comments(7).map(({ body }) => body);
    expect(before).toEqual([expect.stringContaining('`bot`')]);
    const last = await runStep(step(forge, 2, { event: closed, inputs }));
    expect(last.conclusion).toBe('success');
    expect(forge.comments(7).map(({ body }) => body)).toEqual(before);
  });

  test('with nothing to tear down leaves the comment as it is', async () => {
    const forge = await forgeOf('github');
    await runStep(step(forge, 1, { inputs: { 'comment-key': 'another' } }));
    await runStep(step(forge, 2, { event: closed, inputs: { ...deploying, 'agent-name': 'nobody' } }));
    expect(sectionsOf(forge)).toEqual({ another: 'succeeded' });
  });
});
