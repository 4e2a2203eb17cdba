import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Faults, Strike } from '../faults/fault.ts';
import { CutError } from '../faults/stream.ts';
import { strikeReply, strikeRequest } from '../faults/strike.ts';
import { answer } from './answer.ts';
import type { RecordedRequest, Reply } from './exchange.ts';
import { type Journal, withoutSecrets } from './journal.ts';
import { listen } from './listen.ts';
import { pause } from './pause.ts';
import type { Routes } from './routes.ts';
import { sendEvents, sendPlain } from './send.ts';

export type ServerOptions = {
  readonly port: number;
  readonly host: string;
  /** The prefix of all paths, e.g. `/public`; empty for none. */
  readonly prefix: string;
  /** The host of presigned URLs; absent on that server itself. */
  readonly storageUrl?: string;
  readonly routes: Routes;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly folder: string;
  readonly checkReplies: boolean;
  readonly strict: boolean;
};

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> };

/** Listens; `close` cuts what is still open. @throws {Error} where the port is taken */
export async function openServer(options: ServerOptions): Promise<RunningServer> {
  const closing = new AbortController();
  let url = '';
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const signal = AbortSignal.any([closing.signal, lost(response)]);
    serve(request, response, { ...options, url, signal }).catch((error) => fail(request, response, error));
  });
  const listening = await listen(server, options.port, options.host);
  url = `${listening.origin}${options.prefix}`;
  const close = async () => {
    closing.abort();
    listening.close();
  };
  return { url, close };
}

type Serving = ServerOptions & { readonly url: string; readonly signal: AbortSignal };

async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { record, route } = received(request, response, serving);
  const strikes = serving.faults.strike(record);
  record.faults = strikes.map((strike) => strike.fault.kind);
  const left = await strikeRequest(request, response, strikes, serving.signal);
  if (left === 'answered') return;
  if ('refusal' in route) {
    const { method, path } = record;
    const problems = [{ loc: ['path'], msg: 'No contract has this operation', type: 'path' }];
    serving.journal.note({ cloud: 'none', method, path, kind: 'request', problems }, 'refused');
    request.resume();
    await deliver(response, route.refusal.reply, left, record.path, serving.signal);
    return;
  }
  const { journal, folder, checkReplies, strict, url: baseUrl, storageUrl = baseUrl } = serving;
  const context = { journal, folder, checkReplies, strict, baseUrl, storageUrl, record };
  const reply = await answer(request, route, context);
  request.resume();
  await deliver(response, reply, left, record.path, serving.signal);
}

function received(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): { readonly record: RecordedRequest; readonly route: ReturnType<Routes> } {
  const [raw, query] = splitOnce(request.url ?? '/', '?');
  const path = raw.startsWith(`${serving.prefix}/`) ? raw.slice(serving.prefix.length) : `outside:${raw}`;
  const method = request.method ?? 'GET';
  const route = serving.routes(method, path);
  const known = 'refusal' in route ? undefined : route;
  const record: RecordedRequest = {
    cloud: known?.cloud.name,
    operation: known?.operation.id,
    method,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: withoutSecrets(request.headers),
    at: Date.now(),
    body: { kind: 'none' },
    status: 0,
    faults: [],
  };
  response.once('finish', () => {
    record.status = response.statusCode;
  });
  serving.journal.requests.push(record);
  return { record, route };
}

async function deliver(
  response: ServerResponse,
  reply: Reply,
  strike: Strike | undefined,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  if (reply.kind === 'events') await sendEvents(response, reply, { key, strike, signal });
  else if (strike) {
    if (strike.fault.kind === 'late-reply') await pause(strike.fault.ms, signal);
    strikeReply(response, reply, strike.fault);
  } else sendPlain(response, reply);
}

/** Before a stream is cut, everything sent has to arrive: a reset would drop lines that count as sent. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (error instanceof CutError) response.write('', () => request.socket.destroy());
  else if (response.headersSent || request.socket.destroyed) request.socket.destroy();
  else {
    process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`);
    sendPlain(response, { kind: 'json', status: 500, body: { detail: 'The emulator itself failed' } });
  }
}

function lost(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
