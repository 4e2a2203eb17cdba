import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Faults } from '../faults/fault.ts';
import { strikeReply, strikeRequest } from '../faults/strike.ts';
import { listen } from '../server/listen.ts';
import { pause } from '../server/pause.ts';
import { sendPlain } from '../server/send.ts';
import { readText } from '../server/text-body.ts';
import { comments } from './comments.ts';
import { deployments } from './deployments.ts';
import { type ForgeCall, type ForgeReply, type Handler, NOT_FOUND, Refused } from './exchange.ts';
import { operationOf } from './operations.ts';
import type { User } from './options.ts';
import { pulls } from './pulls.ts';
import { repositories } from './repositories.ts';
import { runs } from './runs.ts';
import { type ForgeState, TOKENS } from './state.ts';
import { users } from './users.ts';

/** A request that took effect; a fault may have lost its reply. */
export type ForgeRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** When it took effect, in milliseconds since the epoch. */
  readonly at: number;
};

type Serving = {
  /** The prefix of the API's paths. */
  readonly prefix: string;
  readonly port: number;
  readonly requests: ForgeRequest[];
  readonly faults: Faults;
};

const LARGEST_BODY = 1024 * 1024;
const IN_REPOSITORY: readonly Handler[] = [comments, pulls, deployments, runs];

/** Listens on loopback; `close` cuts what is still open. */
export async function serveForge(state: ForgeState, serving: Serving) {
  const closing = new AbortController();
  // As many as there are open requests.
  setMaxListeners(0, closing.signal);
  let webUrl = '';
  const server = createServer((request, response) => {
    const place = { state, prefix: serving.prefix, webUrl };
    const { signal } = closing;
    serve(request, response, { ...serving, place, signal }).catch(() => response.destroy());
  });
  const listening = await listen(server, serving.port, '127.0.0.1');
  webUrl = listening.origin;
  const close = async () => {
    closing.abort();
    listening.close();
  };
  return { webUrl, close };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { place, requests, faults, signal }: Serving & { readonly place: Place; readonly signal: AbortSignal },
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const { latencyMs } = place.state.behaviour;
  const path = pathOf(request, place);
  const strikes = faults.strike({ cloud: 'forge', operation: operationOf(method, path), method, path });
  const left = await strikeRequest(request, response, strikes, signal);
  if (left === 'answered') return;
  const body = await jsonOf(request);
  // A request takes effect even if its client has closed the connection.
  await pause((latencyMs / 2) * Math.random(), signal);
  const reply = answer(request, body, place);
  requests.push({ method, path: url, status: reply.status, at: Date.now() });
  await pause((latencyMs / 2) * Math.random(), signal);
  const plain = plainOf(reply);
  if (left) strikeReply(response, plain, left.fault);
  else sendPlain(response, plain);
}

type Place = { readonly state: ForgeState; readonly prefix: string; readonly webUrl: string };

/** Below the API's root; empty for other paths. */
function pathOf(request: IncomingMessage, { prefix, webUrl }: Place): string {
  const { pathname } = new URL(request.url ?? '/', webUrl);
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : '';
}

function answer(request: IncomingMessage, body: ForgeCall['body'], place: Place): ForgeReply {
  const { state, webUrl } = place;
  const url = new URL(request.url ?? '/', webUrl);
  const path = pathOf(request, place);
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
    const handlers = path.startsWith(`${repository}/`) ? IN_REPOSITORY : [users, repositories];
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
  // A limit with a stated wait ends after it.
  if (retryAfter !== undefined) behaviour.remaining = undefined;
  return { status: 403, body: { message }, headers };
}

async function jsonOf(request: IncomingMessage): Promise<ForgeCall['body']> {
  const text = await readText(request, LARGEST_BODY);
  return text === '' ? {} : JSON.parse(text);
}

function plainOf({ status, body, headers = {} }: ForgeReply): Parameters<typeof sendPlain>[1] {
  return body === undefined ? { kind: 'empty', status, headers } : { kind: 'json', status, body, headers };
}
