import { once, setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { comments } from './comments.ts';
import { deployments } from './deployments.ts';
import { type ForgeCall, type ForgeReply, type Handler, NOT_FOUND, Refused } from './exchange.ts';
import type { User } from './options.ts';
import { pulls } from './pulls.ts';
import { type ForgeState, TOKENS } from './state.ts';
import { users } from './users.ts';

export type ForgeRequest = { readonly method: string; readonly path: string; readonly status: number };

const LARGEST_BODY = 1024 * 1024;
const IN_REPOSITORY: readonly Handler[] = [comments, pulls, deployments];

/** Listens on loopback; `prefix` is what the API's paths begin with. */
export async function serveForge(state: ForgeState, prefix: string, port: number, requests: ForgeRequest[]) {
  const closing = new AbortController();
  // As many as there are requests under way.
  setMaxListeners(0, closing.signal);
  let webUrl = '';
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const pause = () =>
      delay((state.behaviour.latencyMs / 2) * Math.random(), undefined, { signal: closing.signal });
    try {
      const body = await jsonOf(request);
      if (state.behaviour.latencyMs > 0) await pause();
      const reply = answer(request, body, { state, prefix, webUrl });
      requests.push({ method, path: url, status: reply.status });
      if (state.behaviour.latencyMs > 0) await pause();
      send(response, reply);
    } catch {
      response.destroy();
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  webUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    closing.abort();
    server.close();
    server.closeAllConnections();
  };
  return { webUrl, close };
}

type Place = { readonly state: ForgeState; readonly prefix: string; readonly webUrl: string };

function answer(
  request: IncomingMessage,
  body: ForgeCall['body'],
  { state, prefix, webUrl }: Place,
): ForgeReply {
  const url = new URL(request.url ?? '/', webUrl);
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : '';
  try {
    const user = userOf(request, state);
    const limited = limitOf(state);
    if (limited) return limited;
    const call = {
      method: request.method ?? 'GET',
      query: url.searchParams,
      body,
      user,
      url: url.href,
      webUrl,
    };
    const repository = `/repos/${state.repository}`;
    const handlers = path.startsWith(`${repository}/`) ? IN_REPOSITORY : [users];
    const below = path.startsWith(`${repository}/`) ? path.slice(repository.length) : path;
    for (const handle of handlers) {
      const reply = handle({ ...call, path: below }, state);
      if (reply) return reply;
    }
    throw new Refused(404, NOT_FOUND);
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.reply;
    throw thrown;
  }
}

function userOf(request: IncomingMessage, state: ForgeState): User & { readonly app: boolean } {
  const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const user = state.users.get(token);
  const isDead = token === TOKENS.workflow && state.behaviour.token === 'dead';
  if (user === undefined || isDead) throw new Refused(401, 'Bad credentials');
  return user;
}

/** docs.github.com, rate limits for the REST API: primary by `x-ratelimit-*`, secondary by `retry-after` or words alone. */
function limitOf({ behaviour }: ForgeState): ForgeReply | undefined {
  if (behaviour.remaining === undefined) return undefined;
  if (behaviour.remaining > 0) {
    behaviour.remaining -= 1;
    return undefined;
  }
  const { kind, retryAfter } = behaviour.limit;
  const message =
    kind === 'primary'
      ? 'API rate limit exceeded for installation.'
      : 'You have exceeded a secondary rate limit.';
  const reset = String(Math.floor(Date.now() / 1000) + 3000);
  const headers = {
    ...(kind === 'primary' ? { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } : {}),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
  // One that names its wait is over after it.
  if (retryAfter !== undefined) behaviour.remaining = undefined;
  return { status: 403, body: { message }, headers };
}

async function jsonOf(request: IncomingMessage): Promise<ForgeCall['body']> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > LARGEST_BODY) throw new Error('the body is too large');
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers = {} }: ForgeReply): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(text);
}
