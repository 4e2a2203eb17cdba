import { afterEach, describe, expect, test } from '@jest/globals';
import type { StorageRefusal } from '../../emulator/faults/storage-refusal.ts';
import { closeAll, type Part, plain, post, start } from './fixtures/pipecat.ts';

afterEach(closeAll);

describe('a storage that refuses an upload', () => {
  const rows: [reason: StorageRefusal, status: number, code: string, words: string][] = [
    ['access-denied', 403, 'AccessDenied', 'Access Denied'],
    ['signature', 403, 'SignatureDoesNotMatch', 'does not match the signature you provided'],
    ['condition', 403, 'AccessDenied', 'Policy Condition failed: [&quot;eq&quot;, &quot;$Content-Type&quot;'],
    ['policy-expired', 403, 'AccessDenied', 'Invalid according to Policy: Policy expired.'],
    ['request-expired', 403, 'AccessDenied', 'Request has expired'],
    ['token-expired', 400, 'ExpiredToken', 'The provided token has expired.'],
    ['unknown-key', 403, 'InvalidAccessKeyId', 'does not exist in our records'],
    ['too-large', 400, 'EntityTooLarge', 'exceeds the maximum allowed size'],
    ['no-bucket', 404, 'NoSuchBucket', '<BucketName>pipecat-presigned-upload</BucketName>'],
    ['slow-down', 503, 'SlowDown', 'reduce your request rate'],
  ];
  test.each(rows)('%s', async (reason, status, code, words) => {
    const { emulator, target } = await start();
    emulator.control.misbehave({ operation: 'uploadContext', fault: { kind: 'storage-refusal', reason } });
    const { uploadUrl, uploadFields } = await target();
    const parts: Part[] = [...Object.entries(uploadFields), ['file', await plain()]];
    const answer = await post(uploadUrl, parts);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(new RegExp(`^<\\?xml .*\\n<Error><Code>${code}</Code><Message>`));
    expect(answer.text).toContain(words);
    expect((await post(uploadUrl, parts)).status).toBe(204);
  });
});

describe('a storage that redirects an upload', () => {
  test.each([307, 308] as const)(
    '%i leads to its second address, which takes the same form',
    async (status) => {
      const { emulator, target, call } = await start();
      const { uploadId, uploadUrl, uploadFields } = await target();
      const location = emulator.regionalStorageUrl;
      const fault = { kind: 'redirect', status, location: 'regional-storage' } as const;
      emulator.control.misbehave({ operation: 'uploadContext', fault });
      const parts: Part[] = [...Object.entries(uploadFields), ['file', await plain()]];
      const answer = await post(uploadUrl, parts);
      expect(answer).toMatchObject({ status, text: '', location: `${location}/pipecat-presigned-upload` });
      expect(new Set([emulator.url, location, new URL(uploadUrl).origin]).size).toBe(3);
      const early = await call('POST', '/v1/builds', { uploadId });
      expect(early.body.error).toBe('Upload not found');
      expect((await post(answer.location ?? '', parts)).status).toBe(204);
      expect((await call('POST', '/v1/builds', { uploadId })).status).toBe(201);
      expect(emulator.control.violations).toEqual([]);
    },
  );

  test('without end, if it has to', async () => {
    const { emulator, target } = await start();
    const { uploadUrl, uploadFields } = await target();
    const fault = { kind: 'redirect', location: 'https://example.com/elsewhere' } as const;
    emulator.control.misbehave({ operation: 'uploadContext', times: Number.POSITIVE_INFINITY, fault });
    const parts: Part[] = [...Object.entries(uploadFields), ['file', await plain()]];
    for (const _round of [1, 2]) {
      expect(await post(uploadUrl, parts)).toMatchObject({ status: 307, location: fault.location });
    }
  });
});

test('a form whose type the policy does not allow is refused in the policy’s words', async () => {
  const { target } = await start({ uploadFields: 'untyped' });
  const { uploadUrl, uploadFields } = await target();
  const parts: Part[] = [
    ...Object.entries(uploadFields),
    ['Content-Type', 'text/plain'],
    ['file', await plain()],
  ];
  const answer = await post(uploadUrl, parts);
  expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('Policy Condition failed') });
});
