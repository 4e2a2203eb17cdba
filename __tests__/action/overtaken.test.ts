import { describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Forge } from '../../emulator/forge/index.ts';
import { readComment } from '../../src/report/comment/body.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequest, pullRequestStep } from '../support/pull-request.ts';

const OLDER = 'aaa1111'.padEnd(40, '0');
const NEWER = 'bbb2222'.padEnd(40, '0');

/** The run of a push to the pull request, which deploys a preview of that commit. */
async function push(
  { sgp, forge }: { readonly sgp: Emulator; readonly forge: Forge },
  { number, sha, before }: { readonly number: number; readonly sha: string; readonly before?: string },
) {
  const { name, payload } = pullRequest('synchronize');
  const { pull_request } = payload;
  const head = { ...pull_request.head, sha };
  const event = { name, payload: { ...payload, before, pull_request: { ...pull_request, head } } };
  const step = pullRequestStep(sgp, forge, number, {
    event,
    inputs: { manifest: 'manifest.yaml', deploy: 'preview' },
  });
  return runStep({ ...step, post: false, job: { ...step.job, sha } });
}

async function places() {
  const [sgp, forge] = await Promise.all([startSgp({ sgp: { rolloutStepMs: 5 } }), forgeOf('github')]);
  const live = () =>
    sgp.control.sgp.deployments.flatMap(({ id, status }) => (status === 'healthy' ? [id] : []));
  return { sgp, forge, live };
}

describe('a run of an older commit that comes to deploy after the newer one, or is repeated', () => {
  test('leaves the newer preview, which the comment shows', async () => {
    const { live, ...at } = await places();
    at.forge.pull({ number: 7, sha: NEWER, ref: 'topic' });
    const newer = await push(at, { number: 2, sha: NEWER, before: OLDER });
    const older = await push(at, { number: 1, sha: OLDER });
    expect(older.conclusion).toBe('success');
    expect(older.outputs['deployment-id']).toBeUndefined();
    expect(older.log).toContain(`shows its newer commit ${NEWER.slice(0, 12)} already`);
    expect(older.summary).toContain('Not deployed');
    expect(live()).toEqual([newer.outputs['deployment-id']]);
    const row = readComment(at.forge.comments(7)[0]?.body ?? '').get('sgp/greeter')?.row;
    expect(row).toMatchObject({ commit: NEWER, preview: { id: newer.outputs['deployment-id'] } });
  });

  test('deploys where the newer commit has no preview: it may have no run', async () => {
    const { live, ...at } = await places();
    at.forge.pull({ number: 7, sha: NEWER, ref: 'topic' });
    const older = await push(at, { number: 1, sha: OLDER });
    expect(live()).toEqual([older.outputs['deployment-id']]);
  });
});

test('a run whose forge still has the head before the push deploys', async () => {
  const { live, ...at } = await places();
  at.forge.pull({ number: 7, sha: OLDER, ref: 'topic' });
  await push(at, { number: 1, sha: OLDER });
  const newer = await push(at, { number: 2, sha: NEWER, before: OLDER });
  expect(live()).toEqual([newer.outputs['deployment-id']]);
});
