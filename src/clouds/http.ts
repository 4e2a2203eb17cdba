import { getProxyUrl } from '@actions/http-client/lib/proxy';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { systemClock } from '../wait.ts';
import type { ClientOptions, HttpClient } from './http/call.ts';
import { createClient } from './http/client.ts';
import type { Incoming, Outgoing, Transport } from './http/exchange.ts';
import { createSharedPace } from './http/pace.ts';

export type { ApiCall, Body, ForeignCall, Hints, HttpClient, RetryNotice, StreamCall } from './http/call.ts';
export { segment } from './http/call.ts';
export { ReplyFault } from './http/json.ts';
export { type FilePart, fileBody, multipartBody } from './http/multipart.ts';

/** Milliseconds until a connection must stand. */
const CONNECT = 10_000;

/** The only network client of the clouds: one per connection, as its rate limits and retries are counted together. */
export function createHttpClient(options: ClientOptions): HttpClient {
  const { share, clock = systemClock } = options;
  if (share === undefined) return createClient(options, wireOf(new Map()));
  share.common ??= { wire: wireOf(new Map()), pace: createSharedPace(clock) };
  return createClient(options, share.common.wire);
}

function wireOf(dispatchers: Map<string, Dispatcher>): Transport {
  return {
    exchange: (outgoing) => exchange(dispatcherFor(dispatchers, outgoing), outgoing),
    proxyOf: (url) => getProxyUrl(url)?.host,
  };
}

async function exchange(dispatcher: Dispatcher, outgoing: Outgoing): Promise<Incoming> {
  const { method, url, target, headers, body, stallMs, signal } = outgoing;
  const reply = await dispatcher.request({
    origin: url.origin,
    path: target ?? url.pathname + url.search,
    method: method as Dispatcher.HttpMethod,
    headers: { 'user-agent': 'cloud-build-action', ...headers },
    // The types know streams alone, the library any async iterable.
    body: (body ?? null) as Dispatcher.DispatchOptions['body'] & null,
    headersTimeout: stallMs,
    bodyTimeout: 0,
    signal,
  });
  // Whoever drops the body early must not be told that it was aborted.
  reply.body.on('error', () => {});
  return {
    status: reply.statusCode,
    header: (name) => [reply.headers[name]].flat()[0],
    body: reply.body,
    discard: () => void reply.body.destroy(),
  };
}

/**
 * Direct, or through the proxy that the environment names. It is read by the toolkit's own rule (HTTPS_PROXY,
 * HTTP_PROXY, NO_PROXY; loopback is always direct), so that clouds and forge go the same way
 * (docs/platform.md, Proxy).
 */
function dispatcherFor(known: Map<string, Dispatcher>, { url, fresh }: Outgoing): Dispatcher {
  const proxy = getProxyUrl(url)?.href;
  const name = `${fresh ? 'fresh' : 'kept'} ${proxy ?? ''}`;
  const existing = known.get(name);
  if (existing) return existing;
  const options: Agent.Options = { connect: { timeout: CONNECT }, ...(fresh ? { pipelining: 0 } : {}) };
  // Without `proxyTunnel` plain http is forwarded, as proxies expect; https goes through CONNECT either way.
  const made = proxy ? new ProxyAgent({ ...options, uri: proxy, proxyTunnel: false }) : new Agent(options);
  known.set(name, made);
  return made;
}
