import { expect, test } from '@jest/globals';
import type { Build, Deployment } from '../../../src/clouds/cloud.ts';
import { noteEarlierPreview } from '../../../src/modes/deployment/earlier-preview.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

/** Of a step without a checkout. */
const FOLDER = { root: '/nowhere', workspace: '/nowhere' };
const OURS = 'forge.example.test/octo/agents';
const COMMIT = 'c'.repeat(40);

const preview = (id: string, facts: Partial<Deployment> = {}): Deployment => ({
  id,
  status: 'healthy',
  rawStatus: 'healthy',
  events: [],
  repository: OURS,
  buildId: 'b1',
  createdAt: '2026-11-29T00:00:00Z',
  ...facts,
});

/** What is said to run still, of these previews on the cloud. */
async function stillRunning(
  previews: readonly Deployment[],
  deploy = 'preview',
  fresh?: Deployment,
  imageTag?: string,
) {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'failed', source: {}, phases: [] });
  const tag = imageTag === undefined ? {} : { imageTag };
  const build: Build = { id: 'b1', status: 'succeeded', rawStatus: 'x', sourceCommit: COMMIT, ...tag };
  const deployments = {
    previews: async function* () {
      yield* previews;
    },
  };
  const step = {
    settings: {
      deploy,
      agent: { by: 'agent-name', value: 'bot' },
      preview: { label: 'pr-7' },
      context: FOLDER,
    },
    trigger: { event: 'push', pushToDefaultBranch: false, repository: { addresses: [OURS] } },
    signal: new AbortController().signal,
    console: { debug: (text: string) => expect(text).toBe('') },
    recorder,
    cloud: async () => ({ deployments, get: async () => build }),
  } as unknown as Step;
  await noteEarlierPreview(step, fresh);
  return recorder.result().stillRunning;
}

const RUNNING = { id: 'old', createdAt: '2026-11-29T00:00:00Z', commit: COMMIT };

test.each<[name: string, previews: readonly Deployment[], running: object | undefined]>([
  [
    'the newest that is healthy',
    [preview('old'), preview('older', { createdAt: '2026-11-01T00:00:00Z' })],
    RUNNING,
  ],
  ['none that has failed', [preview('bad', { status: 'failed' }), preview('old')], RUNNING],
  ['not the one that failed now', [preview('new'), preview('old')], RUNNING],
  ['none where there is none', [], undefined],
  [
    'none of another repository',
    [preview('other', { repository: 'forge.example.test/else/where' })],
    undefined,
  ],
])('what still runs is %s', async (_name, previews, running) => {
  expect(await stillRunning(previews, 'preview', preview('new', { status: 'failed' }))).toEqual(running);
});

test.each([
  ['the head, which the image has as its tag, not the merge commit that was checked out', 'abcdef123456'],
  ['what was checked out, where the author gave another tag', 'v1.2', COMMIT],
])('its commit is %s', async (_name, imageTag, commit = imageTag) => {
  expect(await stillRunning([preview('old')], 'preview', undefined, imageTag)).toEqual({
    ...RUNNING,
    commit,
  });
});

test('nobody asks where no preview was to be deployed', async () => {
  expect(await stillRunning([preview('old')], 'production')).toBeUndefined();
});

test('what the cloud itself keeps is known already', async () => {
  const previous = { id: 'before' };
  expect(await stillRunning([], 'production', preview('new', { previous }))).toEqual(previous);
});
