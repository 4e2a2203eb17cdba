import type { ServerResponse } from 'node:http';
import { type SeenRequest, sendJson, serve, type TestServer } from './server.ts';

type Entry = { readonly key: string; readonly version: string; bytes: Buffer; committed: boolean };

export type CacheServer = TestServer & {
  /** The variables that a runner with this cache sets for a step. */
  readonly env: Readonly<Record<string, string>>;
  /** The keys of complete entries, oldest first. */
  readonly keys: () => readonly string[];
  /** Stores an entry directly, as another workflow of the repository could. */
  readonly plant: (key: string, bytes?: Buffer) => void;
};

const BASE = '/_apis/artifactcache/';

/**
 * The cache that Gitea's, Forgejo's and act's runners bring along: version 1 of the protocol (docs/platform.md,
 * Cache server), keys in lower case, the newest entry first.
 */
export async function startCache(): Promise<CacheServer> {
  const entries: Entry[] = [];
  let version = '';
  const server = await serve((request, response) => {
    const url = new URL(request.url, 'http://cache');
    version = url.searchParams.get('version') ?? version;
    answer(entries, request, url, response, server.url);
  });
  return {
    ...server,
    env: { ACTIONS_CACHE_URL: `${server.url}/`, ACTIONS_RUNTIME_TOKEN: 'not-a-token' },
    keys: () => entries.filter(({ committed }) => committed).map(({ key }) => key),
    plant: (key, bytes = Buffer.from('no archive')) =>
      void entries.push({ key, version, bytes, committed: true }),
  };
}

function answer(
  entries: Entry[],
  { method, body }: SeenRequest,
  { pathname, searchParams }: URL,
  response: ServerResponse,
  baseUrl: string,
): unknown {
  const [what, id] = pathname.slice(BASE.length).split('/');
  const entry = entries[Number(id) - 1];
  if (what === 'cache' && method === 'GET') {
    const keys = (searchParams.get('keys') ?? '').toLowerCase().split(',');
    const found = find(entries, keys, searchParams.get('version') ?? '');
    if (!found) return response.writeHead(204).end();
    const archiveLocation = `${baseUrl}${BASE}blob/${entries.indexOf(found) + 1}`;
    return sendJson(response, 200, { result: 'hit', archiveLocation, cacheKey: found.key });
  }
  if (what === 'caches' && id === undefined && method === 'POST') {
    const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
    // Ids count from 1: the client takes 0 for none.
    const empty = { bytes: Buffer.alloc(0), committed: false };
    return sendJson(response, 200, { cacheId: entries.push({ key: key.toLowerCase(), version, ...empty }) });
  }
  if (what === 'caches' && entry && method === 'PATCH') entry.bytes = body;
  else if (what === 'caches' && entry && method === 'POST') entry.committed = true;
  else if (what === 'blob' && entry) return response.end(entry.bytes);
  else return sendJson(response, 404, {});
  return sendJson(response, 200, {});
}

function find(entries: readonly Entry[], keys: readonly string[], version: string): Entry | undefined {
  const whole = entries.filter((entry) => entry.committed && entry.version === version);
  for (const key of keys) {
    const found =
      whole.findLast((entry) => entry.key === key) ?? whole.findLast((e) => e.key.startsWith(key));
    if (found) return found;
  }
  return undefined;
}
