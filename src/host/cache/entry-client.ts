import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';

/**
 * Entries of the runner's cache with a content of our own format, by both protocols of the cache service
 * (docs/platform.md, Cache server). The toolkit's client unpacks content with `tar -P`, which may write to any path
 * that the entry's author chose. Here an entry is bytes that are never unpacked.
 */
type CacheEntry = { readonly key: string; readonly content: Buffer };

/** Part of an entry's identity: entries of other formats, and the toolkit's own, are never found. */
const VERSION = createHash('sha256').update('cloud-build-content-1').digest('hex');
/** Of Azure's storage, to which the second protocol uploads. */
const STORAGE_VERSION = '2021-12-02';

type Env = NodeJS.ProcessEnv;

/**
 * The newest entry for the first prefix that has one.
 * @param limit bytes; a longer entry is ignored
 * @throws {Error} with the status, where the service refuses
 */
export async function readEntry(
  env: Env,
  prefixes: readonly string[],
  limit: number,
): Promise<CacheEntry | undefined> {
  if (!may(env, 'read')) return undefined;
  // No key is ever equal to the first one, so only prefixes match.
  const keys = [`${prefixes[0]}latest`, ...prefixes];
  const found = isSecond(env) ? await findSecond(env, keys) : await findFirst(env, keys);
  if (found === undefined) return undefined;
  // The address is signed: it must not get the token.
  const response = await new HttpClient('cloud-build-action').get(found.address);
  const content = response.message.statusCode === 200 ? await bodyOf(response, limit) : undefined;
  if (content === undefined) response.message.destroy();
  return content && { key: found.key, content };
}

/** @throws {Error} with the status, where the service refuses, as for a key that is taken */
export async function writeEntry(env: Env, { key, content }: CacheEntry): Promise<void> {
  if (!may(env, 'write')) return;
  await (isSecond(env) ? writeSecond(env, key, content) : writeFirst(env, key, content));
}

/** As the toolkit's `getCacheMode`: without a mode from the runner everything is allowed. */
function may({ ACTIONS_CACHE_MODE: mode = '' }: Env, what: 'read' | 'write'): boolean {
  const allowed: Readonly<Record<string, string>> = {
    none: '',
    read: 'read',
    write: 'read write',
    'write-only': 'write',
  };
  return (allowed[mode.trim().toLowerCase()] ?? 'read write').split(' ').includes(what);
}

/** As the toolkit's `getCacheServiceVersion`: self-hosted servers use the first protocol. */
function isSecond({ ACTIONS_CACHE_SERVICE_V2: flag, GITHUB_SERVER_URL: server }: Env): boolean {
  const { hostname } = new URL(server || 'https://github.com');
  return Boolean(flag) && /^(?:github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(hostname);
}

function clientOf({ ACTIONS_RUNTIME_TOKEN: token = '' }: Env): HttpClient {
  return new HttpClient('cloud-build-action', [new BearerCredentialHandler(token)]);
}

const JSON_V1 = { accept: 'application/json;api-version=6.0-preview.1' };
type Found = { readonly key: string; readonly address: string };

function firstAddress({ ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL }: Env, path: string): string {
  return `${(ACTIONS_CACHE_URL || ACTIONS_RESULTS_URL || '').replace(/\/*$/, '/')}_apis/artifactcache/${path}`;
}

async function findFirst(env: Env, keys: readonly string[]): Promise<Found | undefined> {
  const query = new URLSearchParams({ keys: keys.join(','), version: VERSION });
  type Reply = { archiveLocation?: string; cacheKey?: string };
  const { result } = await clientOf(env).getJson<Reply>(firstAddress(env, `cache?${query}`), JSON_V1);
  const { archiveLocation: address, cacheKey: key } = result ?? {};
  return address && key ? { key, address } : undefined;
}

async function writeFirst(env: Env, key: string, content: Buffer): Promise<void> {
  const client = clientOf(env);
  const wanted = { key, version: VERSION, cacheSize: content.length };
  const { result } = await client.postJson<{ cacheId?: number }>(
    firstAddress(env, 'caches'),
    wanted,
    JSON_V1,
  );
  if (result?.cacheId === undefined) throw new Error('the cache gave the entry no number');
  const address = firstAddress(env, `caches/${result.cacheId}`);
  const headers = { ...JSON_V1, 'content-range': `bytes 0-${content.length - 1}/*` };
  await send(client, 'PATCH', address, content, headers);
  await client.postJson(address, { size: content.length }, JSON_V1);
}

function ask<T>(env: Env, method: string, body: object): Promise<T | null> {
  const base = (env.ACTIONS_RESULTS_URL ?? '').replace(/\/*$/, '/');
  const address = `${base}twirp/github.actions.results.api.v1.CacheService/${method}`;
  return clientOf(env)
    .postJson<T>(address, body)
    .then(({ result }) => result);
}

async function findSecond(env: Env, [key, ...restoreKeys]: readonly string[]): Promise<Found | undefined> {
  type Reply = { ok?: boolean; signed_download_url?: string; matched_key?: string };
  const wanted = { key, restore_keys: restoreKeys, version: VERSION };
  const reply = await ask<Reply>(env, 'GetCacheEntryDownloadURL', wanted);
  const { ok, signed_download_url: address, matched_key: matched } = reply ?? {};
  return ok && address && matched ? { key: matched, address } : undefined;
}

async function writeSecond(env: Env, key: string, content: Buffer): Promise<void> {
  type Reply = { ok?: boolean; signed_upload_url?: string };
  const reply = await ask<Reply>(env, 'CreateCacheEntry', { key, version: VERSION });
  if (!reply?.ok || !reply.signed_upload_url) throw new Error('the cache takes no entry of this key');
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-version': STORAGE_VERSION };
  await send(new HttpClient('cloud-build-action'), 'PUT', reply.signed_upload_url, content, headers);
  await ask(env, 'FinalizeCacheEntryUpload', { key, version: VERSION, size_bytes: String(content.length) });
}

async function send(
  client: HttpClient,
  verb: string,
  address: string,
  content: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const all = { ...headers, 'content-type': 'application/octet-stream', 'content-length': content.length };
  const response = await client.sendStream(verb, address, Readable.from([content]), all);
  const { statusCode = 0 } = response.message;
  await response.readBody();
  if (statusCode < 200 || statusCode > 299) throw new Error(`${verb} of the content: status ${statusCode}`);
}

async function bodyOf({ message }: HttpClientResponse, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
