import { describe, expect, test } from '@jest/globals';
import { startForge } from '../../emulator/forge/index.ts';
import type { PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runBundle } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { MANIFESTED } from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });

/** A preview asked for on a push, whose event names no pull request; `numbers` have the pushed commit as head. */
async function previewOfPush(platform: PlatformName, numbers: readonly number[]): Promise<RunRecord> {
  const flavour = platform === 'github' ? 'github' : 'gitea';
  const forge = await startForge({ flavour, repository: 'octo/greeter' });
  atEnd(forge.close);
  const { options } = agentJob(MANIFESTED);
  const after = options.job?.sha ?? '';
  for (const number of numbers) forge.pull({ number, sha: after, ref: 'topic' });
  return runBundle({
    ...options,
    platform,
    token: forge.tokens.workflow,
    inputs: sgpInputs(sgp, { manifest: 'manifest.yaml', deploy: 'preview' }),
    event: {
      name: 'push',
      payload: { after, repository: { full_name: 'octo/greeter', default_branch: 'main' } },
    },
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
    const run = await previewOfPush(platform, [9]);
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({ 'preview-label': 'pr-9', 'deployment-status': 'healthy' });
  });

  test('is refused before anything is built where there is none', async () => {
    const before = uploads();
    const run = await previewOfPush(platform, []);
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('preview-label') }),
    ]);
    expect(uploads()).toBe(before);
  });
});
