import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import type { BuildRequest, Progress } from '../../src/clouds/cloud.ts';
import { openCloud } from '../../src/clouds/index.ts';
import { quickClock } from '../support/clock.ts';
import {
  describeWithS3,
  type PostTarget,
  presignedPost,
  presignedPut,
  type S3,
  startS3,
} from '../support/s3.ts';
import { sendJson, serve, type TestServer } from '../support/server.ts';
import * as pipecat from './pipecat/organization.ts';
import * as prime from './prime/account.ts';

afterEach(async () => {
  await pipecat.closeAll();
  await prime.closeAll();
});

const never = () => new AbortController().signal;
const LONG_AGO = new Date(Date.now() - 24 * 60 * 60 * 1000);

type Outcome = {
  readonly error: string | undefined;
  readonly asked: number;
  readonly notices: readonly string[];
};

/** The action's client against an API that hands out these upload targets in turn, of which the last one stays. */
async function uploaded(
  name: 'prime' | 'pipecat',
  request: BuildRequest,
  answers: readonly unknown[],
  { path, rest }: { readonly path: string; readonly rest: unknown },
): Promise<Outcome> {
  let asked = 0;
  const api: TestServer = await serve(({ method, url }, response) => {
    if (method === 'POST' && url === path) {
      asked += 1;
      sendJson(response, 201, answers[Math.min(asked, answers.length) - 1]);
    } else sendJson(response, method === 'POST' ? 201 : 404, method === 'POST' ? rest : {});
  });
  const access = { baseUrl: api.url, apiKey: 'key-not-a-secret' };
  const cloud = await openCloud(name, access, { clock: quickClock() });
  const notices: string[] = [];
  const progress: Progress = {
    notice: (message) => void notices.push(message),
    secret: () => {},
    submitted: () => {},
  };
  const error = await cloud.submit(request, progress, never()).then(
    () => undefined,
    (thrown: unknown) => String(thrown instanceof Error ? `${thrown.message}` : thrown),
  );
  return { error, asked, notices };
}

async function putTo(request: BuildRequest, urls: readonly string[]): Promise<Outcome> {
  const answers = urls.map((url, index) => ({ build_id: `bld_${index}`, upload_url: url, expires_in: 900 }));
  const rest = { id: 'bld_0', status: 'BUILDING', artifacts: [] };
  return uploaded('prime', request, answers, { path: '/api/v1/images/build', rest });
}

async function postTo(request: BuildRequest, targets: readonly PostTarget[]): Promise<Outcome> {
  const answers = targets.map(({ url, fields }, index) => ({
    uploadId: `upload-${index}`,
    uploadUrl: url,
    uploadFields: fields,
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
  }));
  const id = '123e4567-e89b-12d3-a456-426614174000';
  const build = { id, status: 'pending', region: 'us-west', contextHash: 'a1b2c3d4e5f6a7b8' };
  const rest = { build, contextHash: build.contextHash, cached: false };
  return uploaded('pipecat', request, answers, { path: '/v1/builds/upload-url', rest });
}

/** The same URL or form with one character of what was signed changed. */
const flipped = (text: string) => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

describeWithS3('a presigned PUT to a real S3 server', () => {
  const OCTETS = 'application/octet-stream';
  const good: readonly (readonly [string, (s3: S3) => readonly string[], asked: number])[] = [
    [
      'whose signature covers the content type',
      (s3) => [presignedPut(s3, { key: 'a', contentType: OCTETS })],
      1,
    ],
    ['whose signature does not', (s3) => [presignedPut(s3, { key: 'a' })], 1],
    [
      'that has expired is asked for again once',
      (s3) => [presignedPut(s3, { key: 'a', at: LONG_AGO, seconds: 60 }), presignedPut(s3, { key: 'a' })],
      2,
    ],
  ];
  test.each(good)('%s', async (_name, urls, asked) => {
    const s3 = await startS3();
    const request = await prime.packed();
    expect(await putTo(request, urls(s3))).toMatchObject({ error: undefined, asked });
    expect(s3.stored('a')).toEqual(readFileSync(request.archive.path));
  });

  const bad: readonly (readonly [string, (s3: S3) => string])[] = [
    [
      'that was signed for another content type',
      (s3) => presignedPut(s3, { key: 'a', contentType: 'application/gzip' }),
    ],
    ['whose signature was tampered with', (s3) => flipped(presignedPut(s3, { key: 'a' }))],
  ];
  test.each(bad)('%s ends with the storage’s own reason', async (_name, url) => {
    const s3 = await startS3();
    const { error } = await putTo(await prime.packed(), [url(s3)]);
    expect(error).toMatch(/SignatureDoesNotMatch/);
    expect(s3.stored('a')).toBeUndefined();
  });
});

describeWithS3('a presigned POST to a real S3 server', () => {
  const extra = { 'x-amz-meta-organization': 'org-1', 'x-amz-storage-class': 'STANDARD' };
  const range = [1, 10_000_000] as const;
  const good: readonly (readonly [string, (s3: S3) => readonly PostTarget[], asked: number])[] = [
    ['with a policy for its length', (s3) => [presignedPost(s3, { key: 'a', bytes: range })], 1],
    [
      'with fields of the storage beside it',
      (s3) => [presignedPost(s3, { key: 'a', bytes: range, extra })],
      1,
    ],
    [
      'that has expired is asked for again once',
      (s3) => [
        presignedPost(s3, { key: 'a', bytes: range, at: LONG_AGO }),
        presignedPost(s3, { key: 'a', bytes: range }),
      ],
      2,
    ],
  ];
  test.each(good)('%s', async (_name, targets, asked) => {
    const s3 = await startS3();
    const request = await pipecat.packed();
    expect(await postTo(request, targets(s3))).toMatchObject({ error: undefined, asked });
    expect(s3.stored('a')).toEqual(readFileSync(request.archive.path));
  });

  const bad: readonly (readonly [string, (s3: S3) => PostTarget, reason: RegExp])[] = [
    [
      'that is larger than its policy',
      (s3) => presignedPost(s3, { key: 'a', bytes: [1, 10] }),
      /EntityTooLarge/,
    ],
    [
      'that is smaller than its policy',
      (s3) => presignedPost(s3, { key: 'a', bytes: [1_000_000, 2_000_000] }),
      /EntityTooSmall/,
    ],
    [
      'with a field that was tampered with',
      (s3) => {
        const target = presignedPost(s3, { key: 'a', bytes: range, extra });
        return { ...target, fields: { ...target.fields, 'x-amz-meta-organization': 'org-2' } };
      },
      /AccessDenied/,
    ],
    [
      'with a signature that was tampered with',
      (s3) => {
        const { url, fields } = presignedPost(s3, { key: 'a', bytes: range });
        return { url, fields: { ...fields, 'x-amz-signature': flipped(fields['x-amz-signature'] ?? '') } };
      },
      /SignatureDoesNotMatch|AccessDenied/,
    ],
  ];
  test.each(bad)('%s ends with the storage’s own reason', async (_name, target, reason) => {
    const s3 = await startS3();
    const { error } = await postTo(await pipecat.packed(), [target(s3)]);
    expect(error).toMatch(reason);
    expect(s3.stored('a')).toBeUndefined();
  });
});
