import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  createHttpClient,
  fileBody,
  multipartBody,
  ReplyFault,
  type RetryNotice,
} from '../../src/clouds/http.ts';
import { AbortedError, HttpError } from '../../src/errors.ts';
import { quickClock } from '../support/clock.ts';
import { type Answer, sendJson, serve, serveRaw, type TestServer } from '../support/server.ts';

const KEY = 'not-a-real-key-0123456789';
const never = (): AbortSignal => new AbortController().signal;
const asIs = (reply: unknown): unknown => reply;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serving(answer: Answer): Promise<TestServer> {
  const server = await serve(answer);
  cleanups.push(server.close);
  return server;
}

function clientOf(baseUrl: string, more: Partial<Parameters<typeof createHttpClient>[0]> = {}) {
  const clock = quickClock();
  const notices: RetryNotice[] = [];
  const client = createHttpClient({
    baseUrl,
    headers: { 'x-api-key': KEY },
    secrets: [KEY],
    clock,
    onRetry: (notice) => void notices.push(notice),
    ...more,
  });
  return { client, clock, notices };
}

async function failure(promise: Promise<unknown>): Promise<HttpError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

const get = (path = '/thing', more = {}) => ({ method: 'GET', path, signal: never(), ...more }) as const;
const post = (path = '/thing', more = {}) =>
  ({ method: 'POST', path, json: { a: 1 }, signal: never(), ...more }) as const;

describe('a call', () => {
  test('appends its path to a base URL with a prefix and sends credentials, query and JSON', async () => {
    const server = await serving((_request, response) => sendJson(response, 201, { ok: true }));
    const { client } = clientOf(`${server.url}/public/`);
    await expect(
      client.request(post('/v5/x', { query: { a: 'b c', none: undefined } }), asIs),
    ).resolves.toEqual({
      ok: true,
    });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/public/v5/x' });
    expect(request?.query.toString()).toBe('a=b+c');
    expect(request?.headers).toMatchObject({
      'x-api-key': KEY,
      'content-type': 'application/json',
      'content-length': '7',
      accept: 'application/json',
    });
    expect(request?.headers['transfer-encoding']).toBeUndefined();
  });

  test('reads an empty body as undefined', async () => {
    const server = await serving((_request, response) => void response.writeHead(204).end());
    const { client } = clientOf(server.url);
    await expect(client.request(get(), asIs)).resolves.toBeUndefined();
  });

  test('reads JSON behind a byte order mark', async () => {
    const server = await serving((_request, response) => void response.end('\ufeff{"id":"b1"}'));
    const { client } = clientOf(server.url);
    await expect(client.request(get(), asIs)).resolves.toEqual({ id: 'b1' });
  });

  test('that is aborted ends in AbortedError, also while it waits for an answer', async () => {
    const controller = new AbortController();
    const server = await serving(() => controller.abort());
    const { client } = clientOf(server.url);
    await expect(client.request(get('/x', { signal: controller.signal }), asIs)).rejects.toBeInstanceOf(
      AbortedError,
    );
    await expect(client.request(get('/x', { signal: controller.signal }), asIs)).rejects.toBeInstanceOf(
      AbortedError,
    );
    expect(server.requests).toHaveLength(1);
  });

  test('that was sent whole still reads its answer within the grace after an abort', async () => {
    const controller = new AbortController();
    const server = await serving((_request, response) => {
      controller.abort();
      setTimeout(() => sendJson(response, 200, { id: 'made' }), 50);
    });
    const { client } = clientOf(server.url);
    const seen: unknown[] = [];
    const call = client.request(post('/x', { signal: controller.signal, graceMs: 5_000 }), (reply) =>
      seen.push(reply),
    );
    await expect(call).rejects.toBeInstanceOf(AbortedError);
    expect(seen).toEqual([{ id: 'made' }]);
  });

  test('refuses credentials that no header can carry, without quoting them', () => {
    const open = () => clientOf('http://127.0.0.1', { headers: { 'x-api-key': 'ke\ny' } });
    expect(open).toThrow(/x-api-key/);
    expect(open).not.toThrow(/ke\ny/);
  });
});

describe('what may be sent again', () => {
  const rows: [name: string, method: 'GET' | 'POST', status: number, headers: object, sent: number][] = [
    ['GET 408', 'GET', 408, {}, 2],
    ['GET 429', 'GET', 429, {}, 2],
    ['GET 500', 'GET', 500, {}, 2],
    ['GET 502', 'GET', 502, {}, 2],
    ['GET 504', 'GET', 504, {}, 2],
    ['GET 409, never', 'GET', 409, { 'x-should-retry': 'true' }, 1],
    ['GET 404', 'GET', 404, {}, 1],
    ['GET 400 that the server wants again', 'GET', 400, { 'x-should-retry': 'true' }, 2],
    ['GET 503 that the server does not want again', 'GET', 503, { 'x-should-retry': 'false' }, 1],
    ['GET 501', 'GET', 501, {}, 1],
    ['POST 429', 'POST', 429, {}, 2],
    ['POST 503', 'POST', 503, {}, 2],
    ['POST 500', 'POST', 500, {}, 1],
    ['POST 502 even if asked for', 'POST', 502, { 'x-should-retry': 'true' }, 1],
    ['POST 408', 'POST', 408, {}, 1],
  ];
  test.each(rows)('%s', async (_name, method, status, headers, sent) => {
    let count = 0;
    const server = await serving((_request, response) => {
      count += 1;
      sendJson(response, count === 1 ? status : 200, {}, count === 1 ? headers : {});
    });
    const { client, notices } = clientOf(server.url);
    await client.request({ ...get(), method }, asIs).catch(() => undefined);
    expect(server.requests).toHaveLength(sent);
    expect(notices.map(({ count: nth }) => nth)).toEqual(sent === 2 ? [1] : []);
  });

  test('a call may name answers that are final', async () => {
    const server = await serving((_request, response) =>
      sendJson(response, 429, { detail: 'quota used up' }),
    );
    const { client } = clientOf(server.url);
    const call = get('/x', { isFinal: ({ detail }: { detail: string }) => /quota/.test(detail) });
    expect((await failure(client.request(call, asIs))).status).toBe(429);
    expect(server.requests).toHaveLength(1);
  });

  test('what fails for ever ends within the budget, with the last error itself and a line a wait', async () => {
    const server = await serving((_request, response) =>
      sendJson(response, 502, { detail: 'upstream gone' }),
    );
    const { client, clock, notices } = clientOf(server.url, { budgetMs: 20_000 });
    expect((await failure(client.request(get(), asIs))).message).toMatch(/was answered 502: upstream gone$/);
    expect(clock.now()).toBeLessThanOrEqual(20_000);
    expect(notices.length).toBeGreaterThan(3);
    expect(notices[0]?.line).toMatch(/answered 502: upstream gone; trying again in 0\.[45] s \(attempt 2\)$/);
  });
});

describe('Retry-After', () => {
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
  const rows: [name: string, headers: Record<string, string>, waits: number][] = [
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['milliseconds win', { 'retry-after': '7', 'retry-after-ms': '1500' }, 1_500],
    ['a date, counted from the reply’s own', { 'retry-after': 'Wed, 21 Oct 2026 07:28:09 GMT', date }, 9_000],
  ];
  test.each(rows)('%s', async (_name, headers, waits) => {
    let count = 0;
    const server = await serving((_request, response) => {
      count += 1;
      sendJson(response, count === 1 ? 429 : 200, {}, headers);
    });
    const { client, clock } = clientOf(server.url);
    await client.request(get(), asIs);
    expect(clock.slept[0]).toBe(waits);
  });

  test('longer than the budget ends the call at once and says how long', async () => {
    const server = await serving((_request, response) =>
      sendJson(response, 429, {}, { 'retry-after': '3600' }),
    );
    const { client, clock } = clientOf(server.url);
    expect((await failure(client.request(get(), asIs))).hint).toMatch(/asks to wait 3600 s/);
    expect(clock.slept).toEqual([]);
  });

  test('holds every other call of the client back as well', async () => {
    let count = 0;
    const server = await serving((_request, response) => {
      count += 1;
      sendJson(response, count === 1 ? 429 : 200, {}, count === 1 ? { 'retry-after': '30' } : {});
    });
    const { client, clock } = clientOf(server.url);
    const final = { isFinal: () => true };
    expect((await failure(client.request(get('/one', final), asIs))).status).toBe(429);
    await client.request(get('/two'), asIs);
    expect(clock.slept).toEqual([30_000]);
  });

  test.each([
    ['two minutes', undefined, 120_000],
    ['a third of what is left of the phase', 60_000, 20_000],
  ])('that is absurd holds another call for %s at most', async (_name, budgetMs, held) => {
    let count = 0;
    const server = await serving((_request, response) => {
      count += 1;
      sendJson(response, count === 1 ? 429 : 200, {}, count === 1 ? { 'retry-after': '99999999999' } : {});
    });
    const { client, clock } = clientOf(server.url, budgetMs === undefined ? {} : { budgetMs });
    expect((await failure(client.request(get('/one'), asIs))).status).toBe(429);
    await client.request(get('/two'), asIs);
    await client.request(get('/three'), asIs);
    expect(clock.slept).toEqual([held]);
  });
});

describe('what a failed request can have done', () => {
  test.each([
    [400, 'no'],
    [404, 'no'],
    [409, 'no'],
    [422, 'no'],
    [429, 'no'],
    [503, 'no'],
    [408, 'maybe'],
    [500, 'maybe'],
    [502, 'maybe'],
    [504, 'maybe'],
  ])('POST answered %i: %s', async (status, effect) => {
    const server = await serving((_request, response) => sendJson(response, status, {}));
    const { client } = clientOf(server.url);
    expect((await failure(client.request(post('/x', { isFinal: () => true }), asIs))).effect).toBe(effect);
  });

  test('refused connection: no, reported within seconds, with the host and what to check', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const { client, clock, notices } = clientOf(server.url);
    const error = await failure(client.request(post(), asIs));
    expect(error).toMatchObject({ status: 0, effect: 'no' });
    expect(error.message).toContain(`${new URL(server.url).host} takes no connection (ECONNREFUSED)`);
    expect(error.hint).toContain('`base-url`');
    expect(notices).toHaveLength(4);
    expect(clock.now()).toBeLessThan(10_000);
  });

  test('unknown host: no', async () => {
    const { client } = clientOf('http://no-such-host.invalid');
    const error = await failure(client.request(post('/x', { isFinal: () => true }), asIs));
    expect(error).toMatchObject({ status: 0, effect: 'no' });
    expect(error.message).toMatch(/no-such-host\.invalid is unknown|takes no connection/);
  });

  test('TLS that fails: no, and not tried again', async () => {
    const server = await serving((_request, response) => sendJson(response, 200, {}));
    const { client, notices } = clientOf(server.url.replace('http:', 'https:'));
    const error = await failure(client.request(post(), asIs));
    expect(error).toMatchObject({ status: 0, effect: 'no' });
    expect(error.message).toContain('does not speak TLS');
    expect(notices).toEqual([]);
  });

  test('reset while the body is sent: maybe', async () => {
    const server = await serveRaw((request) => void request.once('data', () => request.socket.destroy()));
    cleanups.push(server.close);
    const { client } = clientOf(server.url);
    const error = await failure(
      client.request(post('/x', { json: undefined, body: zeros(4_000_000) }), asIs),
    );
    expect(error).toMatchObject({ status: 0, effect: 'maybe' });
  });

  test('reset after the body, before the answer: maybe for a POST, tried again for a GET', async () => {
    const server = await serving((_request, response) => void response.socket?.resetAndDestroy());
    const { client } = clientOf(server.url, { budgetMs: 3_000 });
    expect(await failure(client.request(post(), asIs))).toMatchObject({ status: 0, effect: 'maybe' });
    expect(server.requests).toHaveLength(1);
    await failure(client.request(get(), asIs));
    expect(server.requests.length).toBeGreaterThan(2);
  });

  test('a reply that never starts: maybe, within its time', async () => {
    const server = await serving(() => undefined);
    const { client } = clientOf(server.url);
    const error = await failure(client.request(post('/x', { timeoutMs: 200 }), asIs));
    expect(error).toMatchObject({ status: 0, effect: 'maybe' });
    expect(error.message).toContain('gave no whole reply within 0.2 s');
  });

  test('a reply that stops in the middle, then breaks: maybe', async () => {
    const server = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":');
      setTimeout(() => response.destroy(), 50);
    });
    const { client } = clientOf(server.url);
    expect(await failure(client.request(post(), asIs))).toMatchObject({ status: 0, effect: 'maybe' });
  });

  test('a reply that drips for ever ends with the attempt’s time', async () => {
    let drip: NodeJS.Timeout | undefined;
    const server = await serving((_request, response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write(' '), 20);
    });
    const { client } = clientOf(server.url);
    const error = await failure(client.request(post('/x', { timeoutMs: 300 }), asIs));
    clearInterval(drip);
    expect(error.message).toContain('gave no whole reply');
  });
});

describe('replies that are not what the contract says', () => {
  const rows: [name: string, body: string, type: string, words: RegExp][] = [
    ['HTML', '<!doctype html><title>Sign in</title>', 'text/html', /the reply is HTML, not JSON/],
    ['truncated JSON', '{"id": "b', 'application/json', /the reply is not JSON/],
    ['too large', `"${'x'.repeat(10 * 1024 * 1024)}"`, 'application/json', /larger than 10 MiB/],
  ];
  test.each(rows)('%s', async (_name, body, type, words) => {
    const server = await serving(
      (_request, response) => void response.writeHead(200, { 'content-type': type }).end(body),
    );
    const { client } = clientOf(server.url);
    const error = await failure(client.request(post(), asIs));
    expect(error.message).toMatch(words);
    expect(error).toMatchObject({ status: 200, effect: 'maybe' });
    expect(error.hint).toContain('`base-url`');
  });

  test('what a reader misses is named with the request', async () => {
    const server = await serving((_request, response) => sendJson(response, 200, {}));
    const { client } = clientOf(server.url);
    const read = (): never => {
      throw new ReplyFault('`id` of the build is missing');
    };
    expect((await failure(client.request(post('/v5/builds'), read))).message).toBe(
      `POST ${server.url}/v5/builds was answered 200: \`id\` of the build is missing`,
    );
  });

  test('a redirect is never followed', async () => {
    const other = await serving((_request, response) => sendJson(response, 200, {}));
    const server = await serving(
      (_request, response) => void response.writeHead(307, { location: `${other.url}/taken?t=1` }).end(),
    );
    const { client } = clientOf(server.url);
    const error = await failure(client.request(get(), asIs));
    expect(error.message).toMatch(/was answered 307: a redirect to http:\/\/127\.0\.0\.1:\d+$/);
    expect(error.hint).toContain('`base-url`');
    expect(other.requests).toEqual([]);
  });
});

describe('secrets', () => {
  test('a server that repeats them does not get them into a message', async () => {
    const server = await serving((request, response) =>
      sendJson(response, 400, {
        detail: `bad key ${request.headers['x-api-key']} and ${encodeURIComponent('p/q=se cret')}`,
      }),
    );
    const { client } = clientOf(server.url);
    client.secret('p/q=se cret');
    const error = await failure(client.request(post('/x', { maskText: ['bad key'] }), asIs));
    expect(error.detail).toBe('*** *** and ***');
    expect(JSON.stringify(error) + error.stack).not.toContain(KEY);
  });

  test('the query of a presigned URL, its path and our headers stay where they belong', async () => {
    const server = await serving(
      (_request, response) => void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>'),
    );
    const { client } = clientOf('http://127.0.0.1:9');
    const body = { contentType: 'application/gzip', bytes: 3, open: () => bytes('abc') };
    const error = await failure(
      client.send({
        method: 'PUT',
        url: `${server.url}/bucket/secret?signature=s3cr3t`,
        body,
        signal: never(),
      }),
    );
    expect(error.message).toBe(`PUT ${server.url}/… was answered 403: AccessDenied`);
    const [request] = server.requests;
    expect(request?.headers['x-api-key']).toBeUndefined();
    expect(request?.headers).toMatchObject({ 'content-length': '3', 'content-type': 'application/gzip' });
    expect(request?.body.toString()).toBe('abc');
  });
});

describe('uploads', () => {
  async function archive(size: number): Promise<{ path: string; bytes: number }> {
    const folder = await mkdtemp(join(tmpdir(), 'upload-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const path = join(folder, 'context.tar.gz');
    await writeFile(path, Buffer.alloc(size, 7));
    return { path, bytes: size };
  }
  const part = (file: { path: string; bytes: number }) => ({
    field: 'context_archive',
    fileName: 'context.tar.gz',
    contentType: 'application/gzip',
    file,
  });

  test('a form arrives whole, with its exact length, readable by another parser', async () => {
    const server = await serving((_request, response) => sendJson(response, 200, {}));
    const file = await archive(700_001);
    const { client } = clientOf(server.url);
    const fields = { image_name: 'näme "quoted"', build_args: '{"A":"line\\nbreak"}' };
    await client.request(
      { method: 'POST', path: '/x', body: multipartBody(fields, part(file)), signal: never() },
      asIs,
    );
    const [request] = server.requests;
    expect(request?.body.length).toBe(Number(request?.headers['content-length']));
    const form = await new Response(request?.body, {
      headers: { 'content-type': request?.headers['content-type'] ?? '' },
    }).formData();
    expect(form.get('image_name')).toBe(fields.image_name);
    expect(form.get('build_args')).toBe(fields.build_args);
    const sent = form.get('context_archive') as File;
    expect([sent.name, sent.type, sent.size]).toEqual(['context.tar.gz', 'application/gzip', 700_001]);
    expect([...form.keys()].at(-1)).toBe('context_archive');
  });

  test('is sent again from its first byte after a 503', async () => {
    let count = 0;
    const server = await serving((_request, response) => {
      count += 1;
      sendJson(response, count === 1 ? 503 : 200, {});
    });
    const { client } = clientOf(server.url);
    const body = fileBody(await archive(300_000), 'application/gzip');
    await client.request({ method: 'POST', path: '/x', body, signal: never() }, asIs);
    expect(server.requests.map((request) => request.body.length)).toEqual([300_000, 300_000]);
  });

  test.each([413, 401])('an early %i is reported, not the broken pipe behind it', async (status) => {
    const server = await serveRaw((request, response) => {
      request.once('data', () => {
        response.writeHead(status, { 'content-type': 'text/html', connection: 'close' });
        // The rest is never read: the client meets a reset soon after the answer.
        response.end('<html><title>No</title></html>', () => setTimeout(() => request.socket.destroy(), 20));
      });
    });
    cleanups.push(server.close);
    const { client } = clientOf(server.url);
    const body = fileBody(await archive(8_000_000), 'application/gzip');
    for (let round = 0; round < 10; round += 1) {
      const error = await failure(
        client.request({ method: 'POST', path: '/x', body, signal: never() }, asIs),
      );
      expect(error).toMatchObject({ status, effect: 'no', detail: 'an HTML page, "No"' });
    }
  });

  test('a file that is gone is reported as such', async () => {
    const server = await serving((_request, response) => sendJson(response, 200, {}));
    const { client } = clientOf(server.url);
    const body = fileBody({ path: join(tmpdir(), 'no-such-archive'), bytes: 5 }, 'application/gzip');
    await expect(client.request({ method: 'POST', path: '/x', body, signal: never() }, asIs)).rejects.toThrow(
      /cannot be read any more: .*ENOENT/,
    );
  });
});

describe('a stream', () => {
  const accept = 'text/event-stream';
  const textOf = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
    let text = '';
    for await (const chunk of stream) text += Buffer.from(chunk).toString();
    return text;
  };

  test('is read to its end, whatever follows its media type', async () => {
    const server = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write('data: 1\n\n');
      setTimeout(() => response.end('data: 2\n\n'), 20);
    });
    const { client } = clientOf(server.url);
    const stream = await client.openStream({ path: '/logs', accept, signal: never() });
    await expect(textOf(stream)).resolves.toBe('data: 1\n\ndata: 2\n\n');
    expect(server.requests[0]?.headers.accept).toBe(accept);
  });

  test.each([
    ['another media type', 200, 'application/json', /is application\/json, not text\/event-stream/],
    ['no media type', 200, undefined, /is of no media type, not text\/event-stream/],
    ['a refusal', 409, 'application/json', /answered 409/],
  ])('%s is thrown once, for the caller to judge', async (_name, status, type, words) => {
    const server = await serving(
      (_request, response) =>
        void response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end('{}'),
    );
    const { client } = clientOf(server.url);
    expect((await failure(client.openStream({ path: '/logs', accept, signal: never() }))).message).toMatch(
      words,
    );
    expect(server.requests).toHaveLength(1);
  });

  test('that resets ends in an HttpError after what had arrived', async () => {
    const server = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': accept });
      response.write('data: 1\n\n');
      setTimeout(() => response.socket?.resetAndDestroy(), 50);
    });
    const { client } = clientOf(server.url);
    const stream = await client.openStream({ path: '/logs', accept, signal: never() });
    const seen: string[] = [];
    const drained = (async () => {
      for await (const chunk of stream) seen.push(Buffer.from(chunk).toString());
    })();
    expect((await failure(drained)).status).toBe(0);
    expect(seen.join('')).toBe('data: 1\n\n');
  });

  test('ends on the server too when its reader stops or aborts', async () => {
    const closed: Promise<void>[] = [];
    const server = await serving((_request, response) => {
      closed.push(new Promise((resolve) => response.once('close', () => resolve())));
      response.writeHead(200, { 'content-type': accept });
      response.write('data: 1\n\n');
    });
    const { client } = clientOf(server.url);
    for await (const _chunk of await client.openStream({ path: '/logs', accept, signal: never() })) break;
    const controller = new AbortController();
    const stream = await client.openStream({ path: '/logs', accept, signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(textOf(stream)).rejects.toBeInstanceOf(AbortedError);
    await Promise.all(closed);
    expect(closed).toHaveLength(2);
  });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function zeros(size: number) {
  const open = async function* () {
    for (let sent = 0; sent < size; sent += 100_000) yield Buffer.alloc(100_000);
  };
  return { contentType: 'application/gzip', bytes: size, open };
}
