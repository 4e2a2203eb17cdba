import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { createHttpClient } from '../../../src/clouds/http.ts';
import { HttpError } from '../../../src/errors.ts';
import { quickClock } from '../../support/clock.ts';
import { type Answer, serve } from '../../support/server.ts';

const accept = 'text/event-stream';
const { signal } = new AbortController();

async function clientOf(answer: Answer) {
  const server = await serve(answer);
  const client = createHttpClient({ baseUrl: server.url, headers: {}, secrets: [], clock: quickClock() });
  const read = () => client.request({ method: 'GET', path: '/thing', signal }, (reply) => reply);
  return { server, client, read };
}

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['gzip', gzipSync],
  [' GZIP', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['identity', Buffer.from],
];

test.each(encodings)(
  'a reply in %s is read, although nothing but identity was requested',
  async (name, of) => {
    const { server, read } = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': name }).end(of('{"id":"b1"}'));
    });
    await expect(read()).resolves.toEqual({ id: 'b1' });
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
  },
);

test('so are the words of a refusal', async () => {
  const { read } = await clientOf((_request, response) => {
    response.writeHead(403, { 'content-encoding': 'gzip' }).end(gzipSync('{"detail":"not yours"}'));
  });
  await expect(read()).rejects.toMatchObject({ status: 403, detail: 'not yours' });
});

test.each([
  [204, {}],
  [200, { 'content-length': '0' }],
])('and an empty body, with %d', async (status, headers) => {
  const { read } = await clientOf((_request, response) => {
    response.writeHead(status, { 'content-encoding': 'gzip', ...headers }).end();
  });
  await expect(read()).resolves.toBeUndefined();
});

test.each([
  ['cut off', gzipSync(JSON.stringify({ text: 'x'.repeat(1000) })).subarray(0, 30)],
  ['not what it is called', Buffer.from('{"id":"b1"}')],
])('one that is %s is an error of the connection', async (_name, body) => {
  const { read } = await clientOf((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
  });
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  expect((error as HttpError).message).toMatch(/the connection to 127\.0\.0\.1:\d+ broke \(Z_\w+_ERROR\)/);
});

test('a compressed reply that grows without end is not read for ever', async () => {
  const { read } = await clientOf((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
  });
  await expect(read()).rejects.toThrow(/larger than 10 MiB/);
});

test('a compressed stream arrives as it is sent, and ends on the server when its reader leaves', async () => {
  let left = () => {};
  const gone = new Promise<void>((resolve) => {
    left = resolve;
  });
  const { client } = await clientOf((_request, response) => {
    response.writeHead(200, { 'content-type': accept, 'content-encoding': 'gzip' });
    response.on('close', left);
    const zip = createGzip();
    zip.pipe(response);
    zip.write('data: 1\n\n');
    zip.flush();
  });
  const stream = await client.openStream({ path: '/logs', accept, signal });
  for await (const chunk of stream) {
    expect(Buffer.from(chunk).toString()).toBe('data: 1\n\n');
    break;
  }
  await gone;
});
