import { expect, test } from '@jest/globals';
import type { BuildRequest, BuildTarget } from '../../../src/clouds/cloud.ts';
import { HttpError } from '../../../src/errors.ts';
import { submitBuild } from '../../../src/modes/build/submit.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

/** What is saved for post while a build is sent whose request ends so. */
async function savedFor(target: BuildTarget, error: HttpError, archive: object = { bytes: 1 }) {
  const saved: { readonly submitting?: object }[] = [];
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const nothing = () => undefined;
  const step = {
    settings: { cloud: 'sgp', buildTimeoutMs: 1_000 },
    state: { save: (_key: string, value: string) => void saved.push(JSON.parse(value)), read: () => ({}) },
    console: { info: nothing, debug: nothing, group: nothing, endGroup: nothing },
    within: (_ms: number, work: () => Promise<unknown>) => work(),
    signal: new AbortController().signal,
    cloud: async () => ({ submit: () => Promise.reject(error) }),
    recorder,
  } as unknown as Step;
  const request = { target, imageName: 'app', imageTag: 'v1', workingTreeHash: 'h', archive };
  await expect(submitBuild(step, request as unknown as BuildRequest)).rejects.toBe(error);
  return saved;
}

const failed = (method: string, effect: 'no' | 'maybe') =>
  new HttpError({ method, url: 'x', status: 500, effect, detail: '' });

test.each<[name: string, target: BuildTarget, agent: string | undefined]>([
  ['the agent’s id', { by: 'agent-id', agentId: 'a1' }, 'a1'],
  ['the agent’s name', { by: 'agent-name', agentName: 'bot' }, 'bot'],
  ['the image alone', { by: 'image' }, undefined],
])('post can look for what is being sent by %s', async (_name, target, agent) => {
  const [first] = await savedFor(target, failed('POST', 'maybe'));
  const sent = { imageName: 'app', imageTag: 'v1', workingTreeHash: 'h', pid: process.pid };
  expect(first?.submitting).toMatchObject({ ...sent, ...(agent === undefined ? {} : { agent }) });
  expect('agent' in (first?.submitting ?? {})).toBe(agent !== undefined);
});

test.each<[name: string, looks: boolean, error: HttpError]>([
  ['a request that may have made a build', true, failed('POST', 'maybe')],
  ['one that made nothing', false, failed('POST', 'no')],
  ['a question', false, failed('GET', 'maybe')],
])('after %s post looks for a build: %s', async (_name, looks, error) => {
  const saved = await savedFor({ by: 'image' }, error);
  expect(saved.at(-1)?.submitting !== undefined).toBe(looks);
});

test('post can look for what a cloud knows by the hash of its archive', async () => {
  const archive = { bytes: 1, md5: '0123456789abcdef0123456789abcdef' };
  const [first] = await savedFor({ by: 'image' }, failed('POST', 'maybe'), archive);
  expect(first?.submitting).toMatchObject({ archive: { contextHash: '0123456789abcdef' } });
});
