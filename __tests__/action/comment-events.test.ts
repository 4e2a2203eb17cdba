import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, HEAD, pullRequestStep, sectionsOf } from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const step = (forge: Forge, runNumber: number, more: Partial<RunOptions> = {}) =>
  pullRequestStep(sgp, forge, runNumber, more);

describe('events that carry no number', () => {
  const repository = { full_name: 'octo/greeter', default_branch: 'main' };
  test.each([
    ['push to a branch, GitHub', 'github', { name: 'push', payload: { after: HEAD, repository } }, {}],
    ['push to a branch, Gitea', 'gitea', { name: 'push', payload: { after: HEAD, repository } }, {}],
    [
      'workflow_run of a fork',
      'github',
      { name: 'workflow_run', payload: { workflow_run: { head_sha: HEAD, pull_requests: [] }, repository } },
      {},
    ],
    [
      'workflow_dispatch with pr-number',
      'github',
      { name: 'workflow_dispatch', payload: { repository } },
      { 'pr-number': '7' },
    ],
    [
      'a comment on the pull request',
      'github',
      { name: 'issue_comment', payload: { issue: { number: 7, pull_request: {} }, repository } },
      {},
    ],
  ] as const)('%s', async (_name, platform, event, inputs) => {
    const forge = await forgeOf(platform);
    const job = step(forge, 1, { platform, event, inputs });
    const run = await runStep({ ...job, job: { ...job.job, ref: 'refs/heads/topic', sha: HEAD } });
    expect(run.conclusion).toBe('success');
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
  });

  test('a merge queue names the pull request in its branch', async () => {
    const forge = await forgeOf('github');
    const event = { name: 'merge_group', payload: { merge_group: { head_sha: HEAD }, repository } };
    const job = step(forge, 1, { event });
    await runStep({ ...job, job: { ...job.job, ref: `refs/heads/gh-readonly-queue/main/pr-7-${HEAD}` } });
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
  });

  test('a schedule has none, and only `always` says so', async () => {
    const forge = await forgeOf('github');
    const event = { name: 'schedule', payload: { repository } };
    const quiet = await runStep(step(forge, 1, { event }));
    expect(quiet.main.stdout).not.toContain('No comment');
    const told = await runStep(step(forge, 1, { event, inputs: { comment: 'always' } }));
    expect(told.main.stdout).toContain('the event schedule belongs to no pull request');
    expect(forge.requests).toEqual([]);
  });
});
