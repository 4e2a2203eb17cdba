import { describe, expect, test } from '@jest/globals';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { UserError } from '../../../src/errors.ts';
import { readAccess, readForgeToken } from '../../../src/settings/connection/access.ts';

const KEY = 'not-a-real-key';

function access(inputs: Readonly<Record<string, string>>) {
  const masked: string[] = [];
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  return { masked, read: readAccess(env, CLOUD_TRAITS, (secret) => void masked.push(secret)) };
}

describe('what post needs to stop a build', () => {
  test.each([
    ['true', true],
    ['false', false],
  ])('is read from the inputs alone (cancel-on-abort: %s)', async (flag, cancelOnAbort) => {
    const { masked, read } = access({ cloud: 'prime', 'api-key': KEY, 'cancel-on-abort': flag });
    await expect(read).resolves.toMatchObject({ cloud: 'prime', connection: { apiKey: KEY }, cancelOnAbort });
    expect(masked).toContain(KEY);
  });

  test.each<[name: string, inputs: Readonly<Record<string, string>>]>([
    ['the key', { cloud: 'prime', 'cancel-on-abort': 'true' }],
    ['the account', { cloud: 'sgp', 'api-key': KEY, 'cancel-on-abort': 'true' }],
    ['a cloud that exists', { cloud: 'aws', 'api-key': KEY, 'cancel-on-abort': 'true' }],
  ])('is refused without %s', async (_name, inputs) => {
    await expect(access(inputs).read).rejects.toBeInstanceOf(UserError);
  });
});

test.each([
  ['a-token', ['a-token']],
  ['', []],
])('the forge’s token is masked: "%s"', (token, expected) => {
  const masked: string[] = [];
  const found = readForgeToken({ 'INPUT_GITHUB-TOKEN': token }, (secret) => void masked.push(secret));
  expect(found).toBe(token === '' ? undefined : token);
  expect(masked).toEqual(expected);
});
