import { describe, expect, test } from '@jest/globals';
import type { PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { temporaryFolder } from '../support/workspace.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });

/** An agent with the vendor's two files; each test has an agent of its own. */
function manifested(agent: string): Record<string, string> {
  return {
    ...AGENT,
    'manifest.yaml': [
      'build:',
      '  context:',
      '    root: .',
      '    include_paths: [app]',
      '    dockerfile: Dockerfile',
      'agent:',
      `  name: ${agent}`,
      '',
    ].join('\n'),
    'environments.yaml': [
      'schema_version: v1',
      'environments:',
      '  dev:',
      '    kubernetes: { namespace: agents }',
      '    auth: { principal: { user_id: someone, account_id: emulator-account } }',
      '',
    ].join('\n'),
  };
}

function pullRequest(action: string, number: number, head = 'c0ffee'.padEnd(40, '0')) {
  const full_name = 'octo/greeter';
  return {
    name: 'pull_request',
    payload: {
      action,
      number,
      pull_request: {
        number,
        head: { sha: head, ref: 'topic', repo: { full_name } },
        base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name } },
      },
      repository: { full_name, default_branch: 'main' },
    },
  };
}

function inputsOf(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { 'agent-name': _greeter, ...inputs } = sgpInputs(sgp, {
    manifest: 'manifest.yaml',
    deploy: 'preview',
  });
  return { ...inputs, ...more };
}

/** One preview of a pull request, deployed by the bundle. */
async function preview(
  agent: string,
  number: number,
  more: Readonly<Record<string, string>> = {},
): Promise<RunRecord> {
  const { options } = agentJob(manifested(agent));
  return runStep({ ...options, inputs: inputsOf(more), event: pullRequest('synchronize', number) });
}

const live = (agent: string) =>
  sgp.control.sgp.deployments
    .filter(({ id, status }) => status !== 'deleted' && owner(id) === agent)
    .map(({ id }) => id);

function owner(id: string): string | undefined {
  const deployment = sgp.control.sgp.deployments.find((one) => one.id === id);
  return sgp.control.sgp.builds.find((build) => build.id === deployment?.buildId)?.agentName;
}

const deletes = () =>
  sgp.control.requests.filter(({ operation }) => operation === 'deleteDeployment').map(({ path }) => path);

describe.each<PlatformName>(['github', 'gitea'])('on %s', (platform) => {
  test('a preview is built, deployed, reported and expires as asked', async () => {
    const { options } = agentJob(manifested(`told-${platform}`));
    const before = Date.now();
    const run = await runStep({
      ...options,
      platform,
      inputs: inputsOf({ 'preview-ttl': '90m' }),
      event: pullRequest('opened', 7),
    });
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({
      'deployment-status': 'healthy',
      'preview-label': 'pr-7',
      'previews-deleted': '0',
    });
    const lives = Date.parse(run.outputs['preview-expires-at'] ?? '') - before;
    expect(lives).toBeGreaterThan(89 * 60_000);
    expect(lives).toBeLessThan(91.5 * 60_000);
    expect(run.log).toContain('Pulling: Pulling image');
    expect(run.log).toContain('⚠');
    expect(run.annotations).toEqual([]);
    expect(sgp.control.violations).toEqual([]);
  });
});

test('a healthy new preview replaces the older ones of its label and agent, and nobody else’s', async () => {
  const first = await preview('replacing', 1);
  const twelve = await preview('replacing', 12);
  const neighbour = await preview('replacing-too', 1);
  const second = await preview('replacing', 1);
  expect(second.outputs['previews-deleted']).toBe('1');
  expect(live('replacing')).toEqual([twelve.outputs['deployment-id'], second.outputs['deployment-id']]);
  expect(live('replacing-too')).toEqual([neighbour.outputs['deployment-id']]);
  expect(live('replacing')).not.toContain(first.outputs['deployment-id']);
});

test('preview-keep keeps that many', async () => {
  const ids: (string | undefined)[] = [];
  for (let round = 0; round < 3; round++) {
    ids.push((await preview('keeping', 3, { 'preview-keep': '2' })).outputs['deployment-id']);
  }
  expect(live('keeping')).toEqual(ids.slice(1));
});

test('a failed new preview leaves the old one running and says so', async () => {
  const old = await preview('failing', 5);
  sgp.control.sgp.rollout({ end: 'failed', cause: 'image', lines: ['cannot start'] });
  const run = await preview('failing', 5);
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ 'build-status': 'success', 'deployment-status': 'failed' });
  expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(run.summary).toContain(old.outputs['deployment-id'] ?? 'an id');
  expect(live('failing')).toContain(old.outputs['deployment-id']);
  expect(deletes()).not.toContainEqual(expect.stringContaining(old.outputs['deployment-id'] ?? 'an id'));
});

test('a failed build of a new preview says which one still runs', async () => {
  const old = await preview('broken-build', 4);
  sgp.control.script({
    for: { imageTag: 'broken' },
    lines: ['#1 [1/1] RUN false', '#1 ERROR: exit code: 1'],
    end: 'failed',
  });
  const run = await preview('broken-build', 4, { 'image-tag': 'broken' });
  expect(run.outputs).toMatchObject({ 'build-status': 'failed' });
  expect(run.summary).toContain(`the earlier preview \`${old.outputs['deployment-id']}\``);
});

describe('a closed pull request', () => {
  const closed = (number: number, inputs: Record<string, string>) =>
    runStep({
      workspace: temporaryFolder('no-checkout'),
      inputs,
      event: pullRequest('closed', number),
      job: { repository: 'octo/greeter' },
    });

  test('tears every preview of its label down, without a checkout and without an agent-name', async () => {
    await preview('closing', 8, { 'preview-keep': '2' });
    await preview('closing', 8, { 'preview-keep': '2' });
    const other = await preview('closing', 80);
    const run = await closed(8, inputsOf());
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({ 'preview-label': 'pr-8', 'previews-deleted': '2' });
    expect(live('closing')).toEqual([other.outputs['deployment-id']]);
    expect(run.summary).toContain('## 🧹 `closing` · 2 previews removed');
  });

  test('a second time there is nothing left, which is a success', async () => {
    const run = await closed(8, inputsOf({ 'agent-name': 'closing' }));
    expect(run.conclusion).toBe('success');
    expect(run.outputs['previews-deleted']).toBe('0');
  });

  test('a label that several agents carry needs the agent’s name', async () => {
    const one = await preview('one-of-two', 9);
    const two = await preview('two-of-two', 9);
    const unnamed = await closed(9, inputsOf());
    expect(unnamed.exitCode).toBe(1);
    expect(unnamed.annotations).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/one-of-two, two-of-two.*agent-name/) }),
    ]);
    const named = await closed(9, inputsOf({ 'agent-name': 'one-of-two' }));
    expect(named.outputs['previews-deleted']).toBe('1');
    expect(live('one-of-two')).not.toContain(one.outputs['deployment-id']);
    expect(live('two-of-two')).toEqual([two.outputs['deployment-id']]);
  });

  test('one that cannot be deleted fails the step, and the others go all the same', async () => {
    await preview('stubborn', 6, { 'preview-keep': '2' });
    await preview('stubborn', 6, { 'preview-keep': '2' });
    sgp.control.misbehave({
      operation: 'deleteDeployment',
      times: 1,
      fault: { kind: 'status', status: 403 },
    });
    const run = await closed(6, inputsOf({ 'agent-name': 'stubborn' }));
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/^✗ Preview cleanup: 1 preview deleted, 1 could not be \(/m);
    expect(run.summary).toContain('`stubborn` · Preview cleanup failed');
    expect(run.outputs['previews-deleted']).toBe('1');
    expect(live('stubborn')).toHaveLength(1);
  });
});

test('deploy: auto is a preview on a pull request, production on the default branch, else nothing', async () => {
  const { options } = agentJob(manifested('automatic'));
  const push = (ref: string) => ({
    name: 'push',
    payload: {
      ref,
      after: options.job?.sha,
      before: 'b'.repeat(40),
      repository: { full_name: 'octo/greeter', default_branch: 'main' },
    },
  });
  const inputs = inputsOf({ deploy: 'auto' });
  const job = (ref: string) => ({ ...options, inputs, job: { ...options.job, ref }, event: push(ref) });
  const production = await runStep(job('refs/heads/main'));
  expect(production.outputs['deployment-status']).toBe('healthy');
  expect(production.outputs).not.toHaveProperty('preview-label');
  const branch = await runStep(job('refs/heads/topic'));
  expect(branch.outputs).not.toHaveProperty('deployment-id');
});

test('build: never deploys the build that build-id names', async () => {
  const built = await preview('known', 2);
  const before = sgp.control.sgp.builds.length;
  const run = await preview('known', 2, { build: 'never', 'build-id': built.outputs['build-id'] ?? '' });
  expect(run.outputs).toMatchObject({
    'build-id': built.outputs['build-id'],
    'deployment-status': 'healthy',
  });
  expect(sgp.control.sgp.builds).toHaveLength(before);
});
