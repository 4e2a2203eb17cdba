import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sign } from '../../../src/modes/reuse/cache-signature.ts';
import type { Step } from '../../../src/modes/step/step.ts';

type Known = { cloud: string; apiKey: string; baseUrl: string; account: string };

const KNOWN: Known = {
  cloud: 'sgp',
  apiKey: 'not-a-real-key',
  baseUrl: 'https://cloud.example.test',
  account: 'acme',
};

function signed({ cloud, ...connection }: Known, parts: readonly unknown[] = ['a', 1]): string {
  return sign({ settings: { cloud, connection } } as unknown as Pick<Step, 'settings'>, parts);
}

test('it is an HMAC by the key over what is signed and for whom', () => {
  const text = JSON.stringify([KNOWN.cloud, KNOWN.baseUrl, KNOWN.account, 'a', 1]);
  expect(signed(KNOWN)).toBe(createHmac('sha256', KNOWN.apiKey).update(text).digest('hex'));
});

test.each<[name: string, other: Partial<Known>]>([
  ['key', { apiKey: 'another-key' }],
  ['account', { account: 'other' }],
  ['address', { baseUrl: 'https://elsewhere.example.test' }],
  ['cloud', { cloud: 'prime' }],
])('another %s signs otherwise', (_name, other) => {
  expect(signed({ ...KNOWN, ...other })).not.toBe(signed(KNOWN));
});

test('other parts are signed otherwise', () => {
  expect(signed(KNOWN, ['a', 2])).not.toBe(signed(KNOWN));
  expect(signed(KNOWN, ['a1'])).not.toBe(signed(KNOWN));
});
