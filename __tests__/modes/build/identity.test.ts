import { describe, expect, test } from '@jest/globals';
import { identify } from '../../../src/modes/build/identity.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { makeRepository, makeWorkspace } from '../../support/workspace.ts';

const HEAD = 'a'.repeat(40);
const EVENT = 'b'.repeat(40);
const HASH = '0123456789abcdef';

/** Tag and recorded commit of a build in this folder. */
async function identified(folder: string, trigger: object, tag?: string) {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const notices: string[] = [];
  const step = {
    settings: {
      cloud: 'sgp',
      agent: { by: 'agent-name', value: 'bot' },
      image: { name: 'app', ...(tag === undefined ? {} : { tag }) },
      context: { root: folder, workspace: folder },
    },
    trigger: { event: 'push', ...trigger },
    console: { notice: (text: string) => void notices.push(text) },
    recorder,
    repositories: new Map(),
  } as unknown as Step;
  const { imageName, imageTag, source } = await identify(step, async () => HASH);
  return { imageName, imageTag, commit: recorder.result().source.commit, sent: source.commit, notices };
}

describe('without a checkout the tag comes from', () => {
  const folder = () => makeWorkspace({ Dockerfile: '' }).path;

  test.each<
    [name: string, trigger: object, tag: string | undefined, imageTag: string, commit: string | undefined]
  >([
    ['the input', { commit: EVENT }, 'v1', 'v1', EVENT],
    ['the event’s commit', { commit: EVENT }, undefined, 'b'.repeat(12), EVENT],
    [
      'the head of the pull request',
      { commit: EVENT, pullRequest: { number: 7, headCommit: HEAD } },
      undefined,
      'a'.repeat(12),
      HEAD,
    ],
    ['the context’s hash', {}, undefined, '0123456789ab', undefined],
  ])('%s', async (_name, trigger, tag, imageTag, commit) => {
    const found = await identified(folder(), trigger, tag);
    expect(found).toMatchObject({ imageName: 'app', imageTag });
    expect(found.commit).toBe(commit);
    expect(found.notices).toHaveLength(imageTag.startsWith('0') ? 1 : 0);
  });
});

test('what is checked out counts more than the event', async () => {
  const repository = makeRepository({ Dockerfile: '' });
  const commit = repository.git('rev-parse', 'HEAD');
  expect(await identified(repository.path, { commit: EVENT })).toMatchObject({
    imageTag: commit.slice(0, 12),
    commit,
  });
});

test('where git knows no commit the build carries the event’s', async () => {
  const repository = makeRepository({ Dockerfile: '' });
  repository.git('update-ref', '-d', 'HEAD');
  expect(await identified(repository.path, { commit: EVENT })).toMatchObject({ sent: EVENT, commit: EVENT });
});
