import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { agentJob, startSgp } from '../support/cloud.ts';
import {
  forgeOf,
  HEAD,
  MANIFESTED,
  pullRequest,
  pullRequestStep,
  warningsOf,
} from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const step = (forge: Forge, runNumber: number, more: Partial<RunOptions> = {}) =>
  pullRequestStep(sgp, forge, runNumber, more);

describe('github-environment', () => {
  const inputs = { manifest: 'manifest.yaml', deploy: 'preview', 'github-environment': 'preview' };
  const states = (forge: Forge) =>
    forge.deployments().map(({ statuses }) => statuses.map(({ state }) => state).join(' '));

  test('a preview is a transient deployment, ended by its successor and by the close', async () => {
    const forge = await forgeOf('github');
    await runStep(step(forge, 1, { inputs }));
    expect(forge.deployments()).toMatchObject([
      { ref: HEAD, environment: 'preview', transient: true, production: false },
    ]);
    expect(forge.deployments()[0]?.statuses.at(-1)?.logUrl).toContain('/actions/runs/4201');
    await runStep(step(forge, 2, { inputs }));
    expect(states(forge)).toEqual(['in_progress success inactive', 'in_progress success']);
    await runStep(step(forge, 3, { inputs, event: pullRequest('closed') }));
    expect(states(forge)).toEqual(['in_progress success inactive', 'in_progress success inactive']);
  });

  test('the address of the preview is the output, the link in the row and the one that GitHub shows', async () => {
    const forge = await forgeOf('github');
    const template = 'https://{label}.preview.example/{agent}?deployment={deployment}&pr={pr}';
    const run = await runStep(step(forge, 1, { inputs: { ...inputs, 'preview-url': template } }));
    const url = `https://pr-7.preview.example/greeter?deployment=${run.outputs['deployment-id']}&pr=7`;
    expect(run.outputs['preview-url']).toBe(url);
    expect(forge.deployments()[0]?.statuses.at(-1)).toMatchObject({ state: 'success', environmentUrl: url });
    expect(forge.comments(7).at(-1)?.body).toContain(
      `| [\`pr-7\`](${url.replace('&', '\\&')}) · until\u00A0`,
    );
    const closed = await runStep(
      step(forge, 2, { inputs: { ...inputs, 'preview-url': template }, event: pullRequest('closed') }),
    );
    expect(closed.outputs['preview-url']).toBeUndefined();
    expect(forge.comments(7).at(-1)?.body).not.toContain('preview.example');
  });

  test.each([
    ['the first', 0, 1],
    ['the last', 1, 1],
    ['the last, however often main tries,', 1, 4],
  ])('%s status is refused for a while: it is a success all the same', async (_name, skip, times) => {
    const forge = await forgeOf('github');
    const fault = { kind: 'status', status: 502 } as const;
    forge.misbehave({ cloud: 'forge', operation: 'setDeploymentStatus', fault, skip, times });
    const run = await runStep(step(forge, 1, { inputs }));
    expect(run.conclusion).toBe('success');
    expect(states(forge)).toEqual(['in_progress success']);
    expect(forge.deployments()[0]?.statuses.at(-1)?.description).toBe('Healthy');
  });

  test("an agent's success does not end another agent's deployment of the same environment", async () => {
    const forge = await forgeOf('github');
    const { workspace } = agentJob({
      ...MANIFESTED,
      'manifest.yaml': MANIFESTED['manifest.yaml'].replace('greeter', 'porter'),
    }).options;
    await runStep(step(forge, 1, { inputs }));
    await runStep(step(forge, 1, { inputs: { ...inputs, 'agent-name': 'porter' }, workspace }));
    expect(states(forge)).toEqual(['in_progress success', 'in_progress success']);
    await runStep(step(forge, 2, { inputs: { ...inputs, 'agent-name': 'porter' }, workspace }));
    expect(states(forge)).toEqual([
      'in_progress success',
      'in_progress success inactive',
      'in_progress success',
    ]);
  });

  test('a preview that is deleted again, as the pull request was closed meanwhile, is no success', async () => {
    const forge = await forgeOf('github');
    sgp.control.sgp.rollout({ stepMs: 400 });
    const running = runStep(step(forge, 1, { inputs }));
    while (forge.deployments().length === 0) await delay(20);
    forge.closePull(7);
    expect((await running).conclusion).toBe('success');
    expect(states(forge)).toEqual([expect.stringMatching(/^in_progress (inactive ?)+$/)]);
  });

  test('a rollout that fails is a failure there', async () => {
    const forge = await forgeOf('github');
    sgp.control.sgp.rollout({ end: 'FAILED' } as never);
    const run = await runStep(step(forge, 1, { inputs }));
    expect(run.conclusion).toBe('failure');
    expect(states(forge)).toEqual(['in_progress failure']);
  });

  test('without permission there is one warning, and the preview is as good as ever', async () => {
    const forge = await forgeOf('github', { permissions: { 'pull-requests': 'write', deployments: 'none' } });
    const run = await runStep(step(forge, 1, { inputs }));
    expect(run.conclusion).toBe('success');
    expect(warningsOf(run)).toEqual([expect.stringContaining('deployments: write')]);
  });

  test('is skipped with a notice on Gitea', async () => {
    const forge = await forgeOf('gitea');
    const run = await runStep(step(forge, 1, { platform: 'gitea', inputs }));
    expect(run.conclusion).toBe('success');
    expect(run.main.stdout).toContain('github-environment is skipped');
    expect(forge.requests.filter(({ path }) => path.includes('deployments'))).toEqual([]);
  });
});
