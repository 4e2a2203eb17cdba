import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { PlatformName } from '../../emulator/runner/index.ts';
import { composeComment } from '../../src/report/comment/body.ts';
import type { Section } from '../../src/report/comment/marker.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep, sectionsOf } from '../support/pull-request.ts';

const sgp = await startSgp();
const RUN = 4201;

/** The comment as a run left it that was killed without a word. */
async function leaveSection(forge: Forge, state: string): Promise<void> {
  const mark = { workflow: '0a1b2c3d', runId: RUN, runNumber: 1, attempt: 1, at: Date.now() - 600_000 };
  const section: Section = { key: 'sgp/porter', state, mark, body: '### ⏳ `porter` · building', cut: false };
  const { body } = composeComment(new Map([[section.key, section]]));
  await fetch(`${forge.apiUrl}/repos/octo/greeter/issues/7/comments`, {
    method: 'POST',
    headers: { authorization: `token ${forge.tokens.workflow}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  });
}

type End = Parameters<Forge['workflowRun']>[0];
const ended = (conclusion: string): End => ({ id: RUN, status: 'completed', conclusion });

const ROWS: readonly (readonly [string, string, End | undefined, string, RegExp | undefined])[] = [
  ['was cancelled', 'building', ended('cancelled'), 'cancelled', /The run was cancelled before/],
  [
    'failed without a word',
    'deploying',
    ended('failure'),
    'cancelled',
    /Interrupted.*has ended \(`?failure/s,
  ],
  [
    'was repeated',
    'building',
    { id: RUN, status: 'in_progress', attempt: 2 },
    'cancelled',
    /has ended \(repeated/,
  ],
  ['still goes on', 'building', { id: RUN, status: 'in_progress' }, 'building', undefined],
  ['is not known to the forge', 'building', undefined, 'building', undefined],
  ['has said its last word', 'succeeded', ended('success'), 'succeeded', undefined],
];

test('the cleanup that deletes the preview of a closed pull request says so in its comment', async () => {
  const forge = await forgeOf('github');
  const inputs = { manifest: 'manifest.yaml', deploy: 'preview' };
  await runStep(pullRequestStep(sgp, forge, 1, { inputs }));
  expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded' });
  forge.closePull(7);
  const repository = { full_name: 'octo/greeter', default_branch: 'main' };
  const event = { name: 'schedule', payload: { schedule: '0 * * * *', repository } };
  const run = await runStep(pullRequestStep(sgp, forge, 2, { event, inputs: { mode: 'cleanup' } }));
  expect(run.outputs['previews-deleted']).toBe('1');
  expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'removed' });
});

describe.each<PlatformName>(['github', 'gitea'])('on %s, the section of another run that', (platform) => {
  test.each(ROWS)('%s: the next run of any agent', async (_name, state, end, becomes, words) => {
    const forge = await forgeOf(platform);
    await leaveSection(forge, state);
    if (end) forge.workflowRun(end);
    const run = await runStep({ ...pullRequestStep(sgp, forge, 2, { platform }), post: false });
    expect(run.conclusion).toBe('success');
    expect(run.annotations).toEqual([]);
    expect(sectionsOf(forge)).toEqual({ 'sgp/greeter': 'succeeded', 'sgp/porter': becomes });
    const [comment] = forge.comments(7);
    if (words === undefined) return;
    expect(comment?.body).toMatch(words);
    expect(comment?.body).toContain(`${forge.serverUrl}/octo/greeter/actions/runs/${RUN}`);
    expect(comment?.body).toContain('porter');
  });

  test.each(ROWS)('%s: the cleanup', async (_name, state, end, becomes) => {
    const forge = await forgeOf(platform);
    await leaveSection(forge, state);
    if (end) forge.workflowRun(end);
    const repository = { full_name: 'octo/greeter', default_branch: 'main' };
    const event = { name: 'schedule', payload: { schedule: '0 * * * *', repository } };
    const step = pullRequestStep(sgp, forge, 2, { platform, event, inputs: { mode: 'cleanup' } });
    const run = await runStep(step);
    expect(run.conclusion).toBe('success');
    expect(sectionsOf(forge)).toEqual({ 'sgp/porter': becomes });
  });
});
