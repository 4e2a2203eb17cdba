import { describe, expect, test } from '@jest/globals';
import { startForge } from '../../emulator/forge/index.ts';
import type { PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { MANIFESTED } from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });

type Given = {
  /** Pull requests that have the pushed commit as head: numbers, those of strangers with where they come from. */
  readonly pulls?: readonly (number | { readonly number: number; readonly from: string })[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
};

/** A preview asked for on an event that names no pull request. */
async function previewOf(
  platform: PlatformName,
  { pulls = [], inputs = {}, event = 'push' }: Given,
): Promise<RunRecord> {
  const flavour = platform === 'github' ? 'github' : 'gitea';
  const forge = await startForge({ flavour, repository: 'octo/greeter' });
  atEnd(forge.close);
  const { options } = agentJob(MANIFESTED);
  const after = options.job?.sha ?? '';
  for (const pull of pulls) {
    const { number, from } = typeof pull === 'number' ? { number: pull, from: 'octo/greeter' } : pull;
    forge.pull({ number, sha: after, ref: 'topic', from });
  }
  const repository = { full_name: 'octo/greeter', default_branch: 'main' };
  const payload =
    event === 'workflow_run' ? { workflow_run: { head_sha: after, pull_requests: [] } } : { after };
  return runStep({
    ...options,
    platform,
    token: forge.tokens.workflow,
    inputs: sgpInputs(sgp, { manifest: 'manifest.yaml', deploy: 'preview', ...inputs }),
    event: { name: event, payload: { ...payload, repository } },
    job: {
      ...options.job,
      repository: 'octo/greeter',
      apiUrl: forge.apiUrl,
      serverUrl: forge.serverUrl,
      ref: 'refs/heads/topic',
    },
  });
}

const uploads = () => sgp.control.requests.filter(({ operation }) => operation === 'submitBuild').length;

describe.each<PlatformName>(['github', 'gitea'])('a preview on a push, on %s', (platform) => {
  test('is named after the open pull request of the commit', async () => {
    const run = await previewOf(platform, { pulls: [9] });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ 'preview-label': 'pr-9', 'deployment-status': 'healthy' });
  });

  const stranger = { number: 3, from: 'stranger/greeter' };

  test.each<[string, Given, RegExp]>([
    ['where there is none', {}, /preview-label/],
    ['where only a stranger’s fork has the commit', { pulls: [stranger] }, /preview-label/],
    [
      'under the label of another pull request',
      { pulls: [9], inputs: { 'preview-label': 'pr-8' } },
      /pull request 8, and this run is about 9/,
    ],
    [
      'under the label of a pull request that the run does not belong to',
      { pulls: [stranger], inputs: { 'preview-label': 'pr-3' } },
      /pull request 3, and this run belongs to no pull request.*pr-number/s,
    ],
  ])('is refused before anything is built %s', async (_name, given, words) => {
    const before = uploads();
    const run = await previewOf(platform, given);
    expect(run.exitCode).toBe(1);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ message: expect.stringMatching(words) }),
    ]);
    expect(uploads()).toBe(before);
  });

  test.each(['push', 'create', 'workflow_run'])(
    'on %s is the repository’s own, where a stranger has the commit too',
    async (event) => {
      const run = await previewOf(platform, { event, pulls: [stranger, 9] });
      expect(run.outputs['preview-label']).toBe('pr-9');
    },
  );

  test('of a workflow run is a fork’s where no own pull request has the commit', async () => {
    const run = await previewOf(platform, { event: 'workflow_run', pulls: [stranger] });
    expect(run.outputs['preview-label']).toBe('pr-3');
  });

  test.each([
    ['PR.-9', /^pr-9-[0-9a-f]{8}$/],
    [`${'long-'.repeat(6)}one`, /^long-long-long-long-l?-?[0-9a-f]{8}$/],
  ])('of the branch %s has a label of its own', async (branch, label) => {
    const run = await previewOf(platform, { pulls: [9], inputs: { 'preview-label': branch } });
    expect(run.outputs['preview-label']).toMatch(label);
  });

  test('asks the forge once for the pull request of its commit, main and post together', async () => {
    const run = await previewOf(platform, {
      inputs: { 'preview-label': 'demo', comment: 'auto' },
    });
    expect(run.conclusion).toBe('success');
    const all = `${run.main.stdout}${run.post?.stdout}`;
    expect(all.match(/No open pull request has commit/g)).toHaveLength(1);
  });
});

describe('a dry run of a preview', () => {
  test.each<[string, Given, string, string | undefined]>([
    ['on a push', {}, 'pr-number, with the number of the pull request that the forge finds', undefined],
    ['with a pull request', { inputs: { 'pr-number': '9' } }, 'pr-9 would be deployed.', 'pr-9'],
    ['with a label', { inputs: { 'preview-label': 'demo' } }, 'demo would be deployed.', 'demo'],
    [
      'of a build that exists',
      { inputs: { 'build-id': 'b-1', build: 'never', 'preview-label': 'demo' } },
      'demo would be deployed.',
      'demo',
    ],
  ])('%s has the label that is known without a request', async (_name, given, words, label) => {
    const before = sgp.control.requests.length;
    const run = await previewOf('github', { ...given, inputs: { ...given.inputs, 'dry-run': 'true' } });
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain(`Then a preview labelled ${words}`);
    expect(run.outputs['preview-label']).toBe(label);
    expect(sgp.control.requests).toHaveLength(before);
  });
});
