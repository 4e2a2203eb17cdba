import type { Readable } from 'node:stream';
import { type Connections, openConnections } from '../connections.ts';
import { unlessAborted } from '../deadline.ts';
import { proxyFor } from '../proxy.ts';
import { systemClock } from '../wait.ts';
import type { ClientOptions, HttpClient } from './http/call.ts';
import { createClient } from './http/client.ts';
import { decoded } from './http/decode.ts';
import type { Incoming, Outgoing, Transport } from './http/exchange.ts';
import { createSharedPace } from './http/pace.ts';

export type {
  ApiCall,
  Body,
  Hints,
  HttpClient,
  PresignedCall,
  RetryNotice,
  StreamCall,
} from './http/call.ts';
export { segment } from './http/call.ts';
export { locationOf } from './http/failure.ts';
export { ReplyFault } from './http/json.ts';
export { type FilePart, fileBody, multipartBody } from './http/multipart.ts';

/** The only network client of the clouds: one per connection, as its rate limits and retries are counted together. */
export function createHttpClient(options: ClientOptions): HttpClient {
  const { share, clock = systemClock, env = process.env } = options;
  if (share === undefined) return createClient(options, openTransport(env));
  share.common ??= { transport: openTransport(env), pace: createSharedPace(clock) };
  return createClient(options, share.common.transport);
}

/** The client of a cloud that takes its API key as a bearer token. */
export function createBearerClient(
  { baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string },
  options: Omit<ClientOptions, 'baseUrl' | 'headers' | 'secrets'>,
): HttpClient {
  const headers = { authorization: `Bearer ${apiKey}` };
  return createHttpClient({ ...options, baseUrl, headers, secrets: [apiKey] });
}

function openTransport(env: NodeJS.ProcessEnv): Transport {
  const connections = openConnections(env);
  return {
    // The library reacts to the signal only from the first byte on. DNS, connect, proxy and TLS have to end with it too.
    exchange: (outgoing) => unlessAborted(exchange(connections, outgoing), outgoing.signal),
    proxyOf: (url) => proxyFor(url, env)?.host,
  };
}

async function exchange(connections: Connections, outgoing: Outgoing): Promise<Incoming> {
  const { method, url, target, headers, body, fresh, stallMs, signal } = outgoing;
  const dispatcher = await connections.to(url, fresh);
  const reply = await dispatcher.request({
    origin: url.origin,
    path: target ?? url.pathname + url.search,
    method,
    headers: { 'user-agent': 'cloud-build-action', ...headers },
    // The types know streams alone, the library any async iterable.
    body: (body ?? null) as Readable | null,
    headersTimeout: stallMs,
    bodyTimeout: 0,
    signal,
  });
  const header = (name: string) => [reply.headers[name]].flat()[0];
  const isEmpty = reply.statusCode === 204 || header('content-length') === '0';
  const content = isEmpty ? reply.body : decoded(reply.body, header('content-encoding'));
  // A caller that drops the body early must not get an error about it.
  reply.body.on('error', () => {});
  content.on('error', () => {});
  return { status: reply.statusCode, header, body: content, discard: () => void content.destroy() };
}
