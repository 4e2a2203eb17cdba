import { afterEach, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import { followedAddress } from '../../src/clouds/storage.ts';
import type { HttpError } from '../../src/errors.ts';
import * as pipecat from './pipecat/organization.ts';
import * as prime from './prime/account.ts';

type Control = Emulator['control'];
type Fault = Parameters<Control['misbehave']>[0]['fault'];

afterEach(async () => {
  await pipecat.closeAll();
  await prime.closeAll();
});

/** One cloud whose uploads go to a storage host, the fault that its next uploads meet, and what came of it. */
const clouds = {
  prime: async (fault: Fault, times = 1) => {
    const at = await prime.open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault, times });
    const error = await at.submit().then(
      () => undefined,
      (thrown: HttpError) => thrown,
    );
    return { emulator: at.emulator, error };
  },
  pipecat: async (fault: Fault, times = 1) => {
    const at = await pipecat.open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault, times });
    const error = await at.submit(await pipecat.packed()).then(
      () => undefined,
      (thrown: HttpError) => thrown,
    );
    return { emulator: at.emulator, error };
  },
};
const names = ['prime', 'pipecat'] as const;
const uploads = (control: Control) =>
  control.requests.filter(({ operation }) => operation === 'uploadContext');

describe.each(names)('an upload of %s that is redirected', (name) => {
  test.each([307, 308] as const)(
    'by %i to another host of the storage goes there once, whole',
    async (status) => {
      const fault: Fault = { kind: 'redirect', status, location: 'regional-storage' };
      const { emulator, error } = await clouds[name](fault);
      expect(error).toBeUndefined();
      const [first, second, ...more] = uploads(emulator.control);
      expect(more).toEqual([]);
      const { body } = second ?? {};
      const file = body?.kind === 'file' ? body.file : body?.kind === 'form' ? body.files.file : undefined;
      expect(file?.bytes).toBeGreaterThan(100);
      expect([first?.headers.authorization, second?.headers.authorization]).toEqual([undefined, undefined]);
      expect(emulator.control.violations).toEqual([]);
    },
  );

  test('twice ends with words about the storage', async () => {
    const fault: Fault = { kind: 'redirect', status: 307, location: 'regional-storage' };
    const { emulator, error } = await clouds[name](fault, 9);
    expect(error?.hint).toContain('The object storage redirects the upload');
    expect(error?.hint).not.toContain('base-url');
    expect(uploads(emulator.control)).toHaveLength(2);
  });

  test.each([
    ['to another domain', { kind: 'redirect', status: 307, location: 'https://elsewhere.test/x' }],
    ['in clear to another host', { kind: 'redirect', status: 308, location: 'http://storage.test/x' }],
    ['with a user', { kind: 'redirect', status: 307, location: 'http://me:pw@127.0.0.1:9/x' }],
  ] as const)('%s is not followed', async (_, fault) => {
    const { emulator, error } = await clouds[name](fault, 9);
    expect(error?.hint).toContain('The object storage redirects the upload');
    expect(`${error?.message} ${error?.hint}`).not.toMatch(/base-url|me:pw/);
    expect(uploads(emulator.control)).toHaveLength(1);
  });

  test('to a port where nobody listens speaks of the storage', async () => {
    const { error } = await clouds[name](
      { kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/x' },
      99,
    );
    expect(error?.hint).toContain('object storage at 127.0.0.1:9');
    expect(error?.hint).not.toContain('base-url');
  });
});

describe.each(names)('an upload of %s that the storage refuses', (name) => {
  test.each([
    ['access-denied', 'AccessDenied: Access Denied'],
    ['signature', 'SignatureDoesNotMatch: The request signature we calculated'],
    ['condition', 'Policy Condition failed: ["eq", "$Content-Type", "application/gzip"]'],
    ['unknown-key', 'InvalidAccessKeyId'],
  ] as const)('for %s ends at once with its own reason', async (reason, words) => {
    const { emulator, error } = await clouds[name]({ kind: 'storage-refusal', reason }, 9);
    expect(error?.message).toContain(words);
    expect(error?.hint).not.toContain('base-url');
    expect(uploads(emulator.control)).toHaveLength(1);
  });

  test.each(['policy-expired', 'request-expired', 'token-expired'] as const)(
    'for %s gets another target, once',
    async (reason) => {
      const cured = await clouds[name]({ kind: 'storage-refusal', reason });
      expect(cured.error).toBeUndefined();
      expect(uploads(cured.emulator.control)).toHaveLength(2);
      const lasting = await clouds[name]({ kind: 'storage-refusal', reason }, 9);
      expect(lasting.error?.message).toMatch(/expired/i);
      expect(uploads(lasting.emulator.control)).toHaveLength(2);
    },
  );
});

describe('an address is followed', () => {
  const S3 = 'https://bucket.s3.amazonaws.com/key?X-Amz-Signature=abc';
  test.each<[string, string, string, string | undefined]>([
    [
      'to the regional host of a bucket',
      S3,
      'https://bucket.s3.us-west-2.amazonaws.com/key?X-Amz-Signature=abc',
      'https://bucket.s3.us-west-2.amazonaws.com/key?X-Amz-Signature=abc',
    ],
    [
      'as it was written',
      S3,
      'https://bucket.s3.eu-central-1.amazonaws.com/a%2fb?x=(1)',
      'https://bucket.s3.eu-central-1.amazonaws.com/a%2fb?x=(1)',
    ],
    ['where it is relative', S3, '/other', 'https://bucket.s3.amazonaws.com/other'],
    [
      'within a domain of three labels',
      'https://a.s3.cn-north-1.amazonaws.com.cn/',
      'https://b.amazonaws.com.cn/',
      'https://b.amazonaws.com.cn/',
    ],
    ['not to another domain', S3, 'https://amazonaws.com.evil.test/', undefined],
    ['not to a domain that ends alike', S3, 'https://notamazonaws.com/', undefined],
    ['not below a suffix of the public', 'https://one.co.uk/', 'https://two.co.uk/', undefined],
    ['not in clear', S3, 'http://bucket.s3.us-west-2.amazonaws.com/key', undefined],
    ['not to this machine', S3, 'http://127.0.0.1/key', undefined],
    ['not to another address', 'https://10.0.0.1/', 'https://10.0.0.2/', undefined],
    ['not with a user', S3, 'https://me@bucket.s3.amazonaws.com/', undefined],
    ['not by another protocol', S3, 'ftp://bucket.s3.amazonaws.com/', undefined],
    ['not to nowhere', S3, 'https://', undefined],
  ])('%s', (_, url, location, expected) => {
    expect(followedAddress(url, location)).toBe(expected);
  });
});
