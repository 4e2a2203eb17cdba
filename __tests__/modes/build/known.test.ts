import { expect, test } from '@jest/globals';
import { knownBuild } from '../../../src/modes/build/known.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { makeWorkspace } from '../../support/workspace.ts';

async function known(image: object, more: object = {}, build: object = {}, trigger: object = {}) {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const { path } = makeWorkspace();
  const step = {
    settings: {
      cloud: 'sgp',
      agent: { by: 'agent-name', value: 'bot' },
      image,
      context: { root: path, workspace: path },
      ...more,
    },
    trigger: { event: 'push', commit: 'b'.repeat(40), ...trigger },
    console: { notice: () => undefined },
    repositories: new Map(),
    recorder,
    signal: new AbortController().signal,
    cloud: async () => ({
      get: async (id: string) => ({ id, status: 'succeeded', rawStatus: 'COMPLETED', ...build }),
    }),
  } as unknown as Step;
  const built = await knownBuild(step);
  return { built, build: recorder.result().build, source: recorder.result().source };
}

const REFERENCE = 'registry.example.test/team/app:v1';

test.each<[name: string, image: object, facts: object]>([
  ['by its parts', { reference: REFERENCE, name: 'app', tag: 'v1' }, { imageName: 'app', imageTag: 'v1' }],
  ['without a tag', { reference: REFERENCE, name: 'app' }, { imageName: 'app' }],
])('an image of another place is shown %s', async (_name, image, facts) => {
  const { built, build } = await known(image);
  expect(built).toEqual({ image: REFERENCE });
  expect(build).toEqual({ steps: [], ...facts, image: { reference: REFERENCE, partial: false } });
});

test('an image of the account is known by its name and tag', async () => {
  const { built } = await known({ name: 'app', tag: 'v2' });
  expect(built).toEqual({ imageName: 'app', imageTag: 'v2' });
});

test('a build is known by its id, where it has succeeded', async () => {
  const { built, build } = await known({}, { buildId: 'b1' });
  expect(built).toMatchObject({ id: 'b1' });
  expect(build).toMatchObject({ id: 'b1', status: 'success' });
});

test.each([
  ['failed', 'FAILED', 'build-id b1 ended as FAILED'],
  ['running', 'BUILDING', 'build-id b1 is still BUILDING'],
])('one that is %s is refused', async (status, rawStatus, words) => {
  await expect(known({}, { buildId: 'b1' }, { status, rawStatus })).rejects.toThrow(words);
});

test('the commit shown is the head of the pull request, never the merge commit that is checked out', async () => {
  const trigger = { pullRequest: { number: 7, headCommit: 'c'.repeat(40) } };
  const { source } = await known({ reference: REFERENCE, name: 'app' }, {}, {}, trigger);
  expect(source.commit).toBe('c'.repeat(40));
  const ofBuild = await known({}, { buildId: 'b1' }, {}, trigger);
  expect(ofBuild.source.commit).toBe('c'.repeat(40));
});
