import { expect, test } from '@jest/globals';
import type { DeploymentStatus } from '../../../src/clouds/cloud.ts';
import { fail } from '../../../src/modes/deployment/rollout.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

type End = Parameters<typeof fail>[1];

const ended = (status: DeploymentStatus, error?: string) =>
  ({
    end: 'ended',
    deployment: {
      id: 'd1',
      status,
      rawStatus: status,
      events: [],
      ...(error === undefined ? {} : { error }),
    },
    events: [],
    elapsedMs: 1,
  }) as unknown as End;

test.each<[name: string, end: End, words: RegExp | undefined]>([
  ['a later one', ended('superseded'), /a later deployment replaced it/],
  ['somebody who deleted it', ended('deleted'), /it was deleted while it was rolled out/],
  ['the cloud’s own words', ended('superseded', 'quota exceeded'), /quota exceeded/],
  ['nobody knows what', ended('failed'), undefined],
])('a rollout that was ended by %s says so', async (_name, end, words) => {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const console = { maskText: (text: string) => text };
  const step = { settings: { deploy: 'none' }, trigger: {}, recorder, console } as unknown as Step;
  const thrown = await fail(step, end).catch((error: unknown) => error);
  const { message } = thrown as Error;
  if (words !== undefined) expect(message).toMatch(words);
  else expect(message).not.toMatch(/replaced|deleted/);
  expect(recorder.result().failure?.message).toBe(message);
});
