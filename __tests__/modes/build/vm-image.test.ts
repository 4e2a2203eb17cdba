import { expect, test } from '@jest/globals';
import type { Build, Cloud } from '../../../src/clouds/cloud.ts';
import { AbortedError } from '../../../src/errors.ts';
import { makeVmImage } from '../../../src/modes/build/vm-image.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

const BUILD: Build = { id: 'b1', status: 'succeeded', rawStatus: 'COMPLETED' };

async function made(build: Build, cloud: Partial<Cloud>, signal?: AbortSignal) {
  const recorder = createRunRecorder({ cloud: 'prime', outcome: 'building', source: {}, phases: [] });
  const said: string[] = [];
  const step = {
    cloud: async () => ({ traits: { title: 'Prime Intellect' }, ...cloud }),
    console: {
      info: (text: string) => void said.push(text),
      warning: (text: string) => void said.push(text),
      group: () => undefined,
      endGroup: () => undefined,
    },
    settings: {},
    state: { cancelled: () => false, save: () => undefined },
    signal,
    recorder,
  } as unknown as Step;
  const made = makeVmImage(step, build);
  await (signal?.aborted ? made.catch(() => undefined) : made);
  return { vmImage: recorder.result().build?.vmImage, said };
}

const ALONE: Partial<Cloud> = { derive: () => Promise.reject(new Error('not asked')), isDerived: () => true };

test.each<[name: string, image: string | undefined, vmImage: object]>([
  ['with its name', 'prime-vm/me/app:v1', { status: 'success', reference: 'prime-vm/me/app:v1' }],
  ['without one', undefined, { status: 'success' }],
])('a build that is itself the VM image is noted as such, %s', async (_name, image, vmImage) => {
  const found = await made({ ...BUILD, ...(image === undefined ? {} : { image }) }, ALONE);
  expect(found.vmImage).toEqual(vmImage);
  expect(found.said.join()).toContain('build b1 is the VM image');
});

test('a cloud that makes none is an error', async () => {
  await expect(made(BUILD, {})).rejects.toThrow('Prime Intellect makes no VM images');
});

test('a cancelled workflow does not end it: the log names it, and the container image is no cancelled build', async () => {
  const derive = () => Promise.reject(new AbortedError('cancelled'));
  const found = await made(BUILD, { derive }, AbortSignal.abort());
  expect(found.vmImage).toEqual({ status: 'cancelled', goesOn: 'surely' });
  expect(found.said).toEqual([
    'Prime Intellect cannot cancel builds: the VM image of build b1 goes on there.',
  ]);
});
