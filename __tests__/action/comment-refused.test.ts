import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep, warningsOf } from '../support/pull-request.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const step = (forge: Forge, runNumber: number, more: Partial<RunOptions> = {}) =>
  pullRequestStep(sgp, forge, runNumber, more);

describe.each(['github', 'gitea'] as const)('a comment that cannot be written, on %s', (platform) => {
  test.each([
    [
      'the token may not write',
      { permissions: { 'pull-requests': 'read', deployments: 'none' } },
      /pull-requests: write/,
    ],
    [
      'the token may not even read',
      { permissions: { 'pull-requests': 'none', deployments: 'none' } },
      /pull-requests: write/,
    ],
    ['the conversation is locked', { conversation: 'locked' }, /locked/],
    ['there are no issues', { conversation: 'disabled' }, /turned off/],
    ['the token is dead', { token: 'dead' }, /not valid any more/],
    ['the hourly limit is used up', { remaining: 0 }, /rate limit/],
  ] as const)('%s: one warning, and the build is as good as ever', async (_name, behaviour, words) => {
    const forge = await forgeOf(platform, behaviour);
    const run = await runStep(step(forge, 1, { platform }));
    expect(run.conclusion).toBe('success');
    expect(warningsOf(run)).toEqual([expect.stringMatching(words)]);
    expect(forge.comments(7)).toEqual([]);
    if (platform === 'github') expect(run.summary).toMatch(words);
  });
});
