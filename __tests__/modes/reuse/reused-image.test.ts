import { expect, test } from '@jest/globals';
import type { Build, Cloud } from '../../../src/clouds/cloud.ts';
import { whyNoImage } from '../../../src/modes/reuse/reused-image.ts';
import type { Step } from '../../../src/modes/step/step.ts';

const BUILD: Build = { id: 'b1', status: 'succeeded', rawStatus: 'X', imageName: 'app', imageTag: 'v1' };

/** Why the build is not reused, and what was set on the cloud. */
async function asked(cloud: Partial<Cloud>, visibility?: 'private' | 'public', build = BUILD) {
  const set: string[] = [];
  const setVisibility: Cloud['setVisibility'] = async ({ imageName, imageTag }, word) =>
    void set.push(`${imageName}:${imageTag} ${word}`);
  const step = {
    settings: { visibility },
    console: { info: () => undefined, debug: () => undefined },
    signal: new AbortController().signal,
  } as unknown as Step;
  const all = { setVisibility, ...cloud } as Cloud;
  const why = await whyNoImage({ step, cloud: all, signal: step.signal }, build);
  return { why, set };
}

const has = (visibility?: 'private' | 'public'): Partial<Cloud> => ({
  findImage: async () => (visibility === undefined ? {} : { visibility }),
});

test.each<
  [name: string, cloud: Partial<Cloud>, wanted: 'private' | 'public' | undefined, why: RegExp | undefined]
>([
  ['whose builds say it all', {}, 'public', undefined],
  ['that has the image', has('private'), undefined, undefined],
  ['that has it as visible as it is wanted', has('public'), 'public', undefined],
  [
    'that has it no longer',
    { findImage: async () => undefined },
    undefined,
    /^the cloud no longer has the image of build b1$/,
  ],
  [
    'that does not change it',
    { ...has('public'), setVisibility: () => Promise.reject(new Error('not here')) },
    'private',
    /^the image of build b1 could not be made private$/,
  ],
])('a cloud %s', async (_name, cloud, wanted, why) => {
  const found = await asked(cloud, wanted);
  expect(found.set).toEqual([]);
  if (why === undefined) expect(found.why).toBeUndefined();
  else expect(found.why).toMatch(why);
});

test.each(['private', 'public'] as const)('an image is made %s where it is not', async (wanted) => {
  const { why, set } = await asked(has(wanted === 'public' ? 'private' : 'public'), wanted);
  expect({ why, set }).toEqual({ why: undefined, set: [`app:v1 ${wanted}`] });
});

test('an image whose name is unknown cannot be changed', async () => {
  const { imageTag: _tag, ...build } = BUILD;
  const { why, set } = await asked(has(), 'public', build);
  expect(set).toEqual([]);
  expect(why).toMatch(/could not be made public/);
});
