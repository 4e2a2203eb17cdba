import { describe, expect, test } from '@jest/globals';
import { readEntry, writeEntry } from '../../../src/host/cache/entry-client.ts';
import { startCache } from '../../support/cache-server.ts';
import { sendJson, serve } from '../../support/server.ts';

const CONTENT = Buffer.from([0, 1, 2, 255, 10, 13]);
const LIMIT = 1024;

/** The second protocol, as GitHub's results service and Azure's storage speak it (docs/platform.md, Cache server). */
async function startSecond() {
  const entries = new Map<string, { content: Buffer; whole: boolean }>();
  const server = await serve((request, response) => {
    const { pathname } = new URL(request.url, 'http://cache');
    const method = pathname.split('/').at(-1) ?? '';
    if (pathname.startsWith('/blob/')) {
      const entry = entries.get(method);
      if (!entry) return sendJson(response, 404, {});
      if (request.method === 'GET') return response.end(entry.content);
      entry.content = request.body;
      return response.writeHead(201).end();
    }
    const body = JSON.parse(request.body.toString());
    const id = (key: string) => Buffer.from(`${key} ${body.version}`).toString('hex');
    if (method === 'CreateCacheEntry') {
      if (entries.has(id(body.key))) return sendJson(response, 200, { ok: false });
      entries.set(id(body.key), { content: Buffer.alloc(0), whole: false });
      return sendJson(response, 200, { ok: true, signed_upload_url: `${server.url}/blob/${id(body.key)}` });
    }
    if (method === 'FinalizeCacheEntryUpload') {
      const entry = entries.get(id(body.key));
      const ok = entry?.content.length === Number(body.size_bytes);
      if (entry && ok) entry.whole = true;
      return sendJson(response, 200, { ok, entry_id: '1' });
    }
    const whole = [...entries].filter(([, entry]) => entry.whole).map(([key]) => key);
    for (const wanted of [body.key, ...body.restore_keys]) {
      const found = whole.findLast((key) => key.startsWith(Buffer.from(wanted).toString('hex')));
      if (found === undefined) continue;
      const [matched_key] = Buffer.from(found, 'hex').toString().split(' ');
      return sendJson(response, 200, {
        ok: true,
        signed_download_url: `${server.url}/blob/${found}`,
        matched_key,
      });
    }
    return sendJson(response, 200, { ok: false });
  });
  const env = {
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: `${server.url}/`,
    ACTIONS_RUNTIME_TOKEN: 'not-a-token',
    GITHUB_SERVER_URL: 'https://github.com',
  };
  return { ...server, env };
}

describe.each([
  ['the first protocol', startCache],
  ['the second protocol', startSecond],
])('by %s', (_, start) => {
  test('what was written is read, byte by byte, by the first prefix that has one', async () => {
    const { env } = await start();
    await writeEntry(env, { key: 'list-main-1', content: Buffer.from('old') });
    await writeEntry(env, { key: 'list-main-2', content: CONTENT });
    const prefixes = ['list-topic-', 'list-main-'];
    expect(await readEntry(env, prefixes, LIMIT)).toEqual({ key: 'list-main-2', content: CONTENT });
    await writeEntry(env, { key: 'list-topic-1', content: Buffer.from('own') });
    expect((await readEntry(env, prefixes, LIMIT))?.content.toString()).toBe('own');
    expect(await readEntry(env, ['list-other-'], LIMIT)).toBeUndefined();
  });

  test('what is longer than the limit is none', async () => {
    const { env } = await start();
    await writeEntry(env, { key: 'list-1', content: Buffer.alloc(LIMIT + 1) });
    expect(await readEntry(env, ['list-'], LIMIT)).toBeUndefined();
  });

  test('the token goes to the service alone, and to no signed address of its storage', async () => {
    const { env, requests } = await start();
    await writeEntry(env, { key: 'list-1', content: CONTENT });
    await readEntry(env, ['list-'], LIMIT);
    const withToken = requests.filter(({ headers }) => headers.authorization === 'Bearer not-a-token');
    expect(requests.filter(({ url }) => /\/blob\//.test(url)).length).toBeGreaterThan(0);
    expect(withToken.filter(({ url }) => /\/blob\//.test(url))).toEqual([]);
    expect(withToken.length).toBeGreaterThan(1);
  });

  test.each([
    ['none', 0, 0],
    ['read', 0, 1],
    ['write-only', 1, 0],
    ['WRITE', 1, 1],
    ['anything', 1, 1],
  ])('with the mode %s', async (mode, writes, reads) => {
    const { env, requests } = await start();
    const given = { ...env, ACTIONS_CACHE_MODE: mode };
    await writeEntry(given, { key: 'list-1', content: CONTENT });
    expect(requests.length > 0).toBe(writes === 1);
    const before = requests.length;
    await readEntry(given, ['list-'], LIMIT);
    expect(requests.length > before).toBe(reads === 1);
  });
});

test('a server of one’s own speaks the first protocol, whatever the runner says of the second', async () => {
  const cache = await startCache();
  const env = { ...cache.env, ACTIONS_CACHE_SERVICE_V2: 'True', GITHUB_SERVER_URL: 'https://forge.invalid' };
  await writeEntry(env, { key: 'list-1', content: CONTENT });
  expect(cache.keys()).toEqual(['list-1']);
});

test.each([403, 500])(
  'a service that answers %s is an error, which the parent turns into a debug line',
  async (status) => {
    const server = await serve((_request, response) => sendJson(response, status, {}));
    const env = { ACTIONS_CACHE_URL: server.url, ACTIONS_RUNTIME_TOKEN: 'not-a-token' };
    await expect(readEntry(env, ['list-'], LIMIT)).rejects.toThrow();
    await expect(writeEntry(env, { key: 'k', content: CONTENT })).rejects.toThrow();
  },
);
