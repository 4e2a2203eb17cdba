import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { StreamFault, Strike } from '../faults/fault.ts';
import { withFault } from '../faults/stream.ts';
import type { Reply } from './exchange.ts';

type Events = Extract<Reply, { kind: 'events' }>;
type Plain = Exclude<Reply, Events>;

/** Writes a whole reply, with its length. */
export function sendPlain(response: ServerResponse, reply: Plain): void {
  const text = textOf(reply);
  response.writeHead(reply.status, headersOf(reply, text));
  response.end(text);
}

export function textOf(reply: Plain): string {
  if (reply.kind === 'empty') return '';
  return reply.kind === 'json' ? JSON.stringify(reply.body) : reply.text;
}

export function headersOf(reply: Plain, text: string): Record<string, string> {
  const type = reply.kind === 'json' ? 'application/json' : reply.kind === 'text' ? reply.type : undefined;
  return {
    ...(type ? { 'content-type': type } : {}),
    ...(reply.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
    ...reply.headers,
  };
}

/**
 * Writes Server-Sent Events, one batch of lines per write, not faster than the client reads.
 * @throws {CutError} if a fault cuts the connection
 */
export async function sendEvents(
  response: ServerResponse,
  reply: Events,
  context: { readonly key: string; readonly strike: Strike | undefined; readonly signal: AbortSignal },
): Promise<void> {
  const fault = context.strike?.fault.kind === 'stream' ? context.strike.fault : undefined;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
  const memory = { key: context.key, sent: context.strike?.sent ?? new Map<string, number>() };
  const lines = withFault(reply, fault ?? { kind: 'stream' }, memory, context.signal);
  for await (const batch of lines) {
    if (context.signal.aborted) return;
    const text = batch.lines.map((line, index) => eventText(reply.dataOf(line), batch.from + index, fault));
    await write(response, text.join(''), fault?.splitBytes, context.signal);
  }
  if (!context.signal.aborted) response.end();
}

function eventText(data: unknown, number: number, fault: StreamFault | undefined): string {
  const end = fault?.lineEnd ?? '\n';
  const id = fault?.ids ? `id: ${number + 1}${end}` : '';
  return `${id}data: ${JSON.stringify(data)}${end}${end}`;
}

async function write(
  response: ServerResponse,
  text: string,
  splitBytes: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const bytes = Buffer.from(text);
  const size = splitBytes ?? bytes.length;
  for (let at = 0; at < bytes.length && !signal.aborted; at += size) {
    const flowing = response.write(bytes.subarray(at, at + size));
    if (splitBytes !== undefined) await setImmediate();
    if (!flowing) await drained(response, signal);
  }
}

function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
