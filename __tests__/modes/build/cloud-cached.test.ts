import { expect, test } from '@jest/globals';
import type { Build } from '../../../src/clouds/cloud.ts';
import { takeCached } from '../../../src/modes/build/cloud-cached.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

function taken(build: Build) {
  const recorder = createRunRecorder({ cloud: 'pipecat', outcome: 'building', source: {}, phases: [] });
  const saved: unknown[] = [];
  const said: string[] = [];
  const step = {
    settings: { cloud: 'pipecat' },
    state: { save: (_key: string, value: string) => void saved.push(JSON.parse(value)) },
    console: { info: (text: string) => void said.push(text) },
    recorder,
  } as unknown as Step;
  expect(takeCached(step, build)).toBe(build);
  return { build: recorder.result().build, saved, said };
}

const BUILD: Build = { id: 'b1', status: 'succeeded', rawStatus: 'SUCCESS' };

test.each<[name: string, createdAt: string | undefined, reused: object]>([
  ['with its time', '2026-11-01T00:00:00Z', { createdAt: '2026-11-01T00:00:00Z' }],
  ['without one', undefined, {}],
])('a build that the cloud had is reused, %s', (_name, createdAt, reused) => {
  const { build, saved, said } = taken({ ...BUILD, ...(createdAt === undefined ? {} : { createdAt }) });
  expect(build).toMatchObject({ id: 'b1', status: 'success' });
  expect(build?.reused).toEqual(reused);
  expect(saved).toEqual([
    { cloud: 'pipecat', buildId: 'b1', building: false, built: 'success', cancelAsked: false },
  ]);
  expect(said).toHaveLength(1);
});
