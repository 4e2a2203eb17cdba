/**
 * A process of its own, so that NODE_EXTRA_CA_CERTS can make a test's certificate trusted on every Node. It plays the
 * cells of scripts/reliability/network.ts from stdin, many at once, and prints how each ended.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { NetworkCell, Route } from '../../scripts/reliability/network.ts';
import { createHttpClient, fileBody } from '../../src/clouds/http.ts';
import { messageOf } from '../../src/errors.ts';
import { openForge } from '../../src/host/forge/forge.ts';
import { detectHost } from '../../src/host/host.ts';
import { serveHalfWorking } from './half-working.ts';

/** Milliseconds for one attempt, for all attempts, and for a single slow byte. */
const ATTEMPT_MS = 1_200;
const BUDGET_MS = 3_000;
const BYTE_MS = 200;
const AT_ONCE = 40;
/** Milliseconds for cells that do not end by a limit: a busy machine must not reach one. */
const AMPLE_MS = 15_000;
/** Bytes of an archive: large if its upload has to fail, so that it is still being sent then. */
const UPLOAD = 300_000;
const SMALL = 1_000;

export type Played = {
  readonly cell: NetworkCell;
  readonly port: number;
  readonly ended: 'failed' | 'succeeded' | 'over' | 'waited';
  readonly message: string;
  readonly attempts: number;
  readonly connections: number;
  readonly requests: number;
  readonly ms: number;
};

const tls = JSON.parse(process.env.MATRIX_TLS ?? '') as { key: string; cert: string };
const file = join(mkdtempSync(join(tmpdir(), 'matrix-')), 'archive');
for (const bytes of [UPLOAD, SMALL]) writeFileSync(`${file}-${bytes}`, Buffer.alloc(bytes, 'x'));

const isTls = (route: Route) => route.includes('https');

/** A server stays until all cells are played, so that a connection after the end of its call is counted too. */
async function play(cell: NetworkCell): Promise<() => Promise<Played>> {
  const { route, place, manner } = cell;
  const isProxied = route.includes('proxy');
  const peer = await serveHalfWorking({
    place,
    manner,
    everyMs: BYTE_MS,
    tunnel: isProxied && isTls(route),
    ...(isTls(route) ? { tls } : {}),
  });
  const scheme = isTls(route) ? 'https' : 'http';
  const baseUrl = `${scheme}://${isProxied ? 'peer.example.test' : `127.0.0.1:${peer.port}`}`;
  const proxy = `http://127.0.0.1:${peer.port}`;
  const env: NodeJS.ProcessEnv = isProxied ? { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } : {};
  const began = performance.now();
  const outcome = await ask(cell, baseUrl, env);
  const ms = performance.now() - began;
  return async () => {
    await peer.close();
    return {
      cell,
      port: peer.port,
      ...outcome,
      connections: peer.connections(),
      requests: peer.requests(),
      ms,
    };
  };
}

type Outcome = Pick<Played, 'ended' | 'message' | 'attempts'>;

async function ask(cell: NetworkCell, baseUrl: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  let attempts = 1;
  const caller = new AbortController();
  const { signal } = caller;
  const isPrompt = cell.end === 'passes' || cell.end === 'ends';
  const timeoutMs = isPrompt ? AMPLE_MS : ATTEMPT_MS;
  const client = createHttpClient({
    ...{ baseUrl, headers: {}, secrets: [], budgetMs: isPrompt ? 3 * AMPLE_MS : BUDGET_MS, env },
    onRetry: () => {
      attempts += 1;
    },
  });
  const bytes = cell.place === 'body upload' ? UPLOAD : SMALL;
  const archive = fileBody({ path: `${file}-${bytes}`, bytes }, 'application/gzip');
  try {
    if (cell.client === 'forge') await askForge(cell, baseUrl, env, signal);
    else if (cell.place === 'event stream') return await readStream(client, caller, timeoutMs);
    else if (cell.client === 'storage')
      await client.send({
        method: 'PUT',
        url: `${baseUrl}/put?signature=x`,
        body: archive,
        signal,
        timeoutMs,
      });
    else if (cell.place === 'body upload')
      await client.request({ method: 'PUT', path: '/x', body: archive, signal, timeoutMs }, () => 'read');
    else await client.request({ method: 'GET', path: '/x', signal, timeoutMs }, () => 'read');
    return { ended: 'succeeded', message: '', attempts };
  } catch (thrown) {
    return { ended: 'failed', message: messageOf(thrown), attempts };
  }
}

async function askForge(
  { place }: NetworkCell,
  apiUrl: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const repository = { owner: 'octo', name: 'greeter' };
  const host = detectHost({ GITHUB_ACTIONS: 'true' });
  const forge = openForge({ token: 'not-a-token', apiUrl, repository, host, env, silenceMs: ATTEMPT_MS });
  if (place === 'body upload') await forge.createComment(7, 'x'.repeat(60_000), { signal });
  else for await (const _ of forge.listComments(7, { signal }));
}

async function readStream(
  client: ReturnType<typeof createHttpClient>,
  caller: AbortController,
  withinMs: number,
): Promise<Outcome> {
  let read = 0;
  const timer = setTimeout(() => caller.abort(), withinMs);
  try {
    const stream = await client.openStream({
      path: '/x',
      accept: 'text/event-stream',
      signal: caller.signal,
    });
    for await (const chunk of stream) read += chunk.length;
    return { ended: 'over', message: `${read} bytes`, attempts: 1 };
  } catch (thrown) {
    const ended = caller.signal.aborted ? 'waited' : 'over';
    return { ended, message: `${read} bytes: ${messageOf(thrown)}`, attempts: 1 };
  } finally {
    clearTimeout(timer);
  }
}

const waiting = JSON.parse(await text(process.stdin)) as NetworkCell[];
const ends: (() => Promise<Played>)[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) ends.push(await play(cell));
  }),
);
const played = await Promise.all(ends.map((end) => end()));
process.stdout.write(JSON.stringify(played), () => process.exit());
