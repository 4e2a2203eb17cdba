import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '../server/exchange.ts';
import { pause } from '../server/pause.ts';
import { headersOf, sendPlain, textOf } from '../server/send.ts';
import type { Fault, Strike } from './fault.ts';
import { refuseAsStorage } from './storage-refusal.ts';

type Plain = Exclude<Reply, { kind: 'events' }>;

/**
 * Plays the faults that come before a request has any effect. `answered`: nothing is left to do. Otherwise the
 * request is handled, and the rest of the fault affects its reply.
 */
export async function strikeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  strikes: readonly Strike[],
  signal: AbortSignal,
): Promise<'answered' | Strike | undefined> {
  for (const strike of strikes) {
    const { fault } = strike;
    if (fault.kind === 'latency') await pause(fault.ms, signal);
    else if (fault.kind === 'reset') return reset(request, fault.when);
    else if (fault.kind === 'no-reply') return silence(request, signal);
    else {
      const instead = replacement(fault, request);
      if (!instead) return strike;
      await discardBody(request);
      sendPlain(response, instead);
      return 'answered';
    }
  }
  return undefined;
}

/** A whole reply instead of the real one, for faults without effect. */
function replacement(fault: Fault, request: IncomingMessage): Plain | undefined {
  switch (fault.kind) {
    case 'status':
      return {
        kind: 'json',
        status: fault.status,
        body: fault.body ?? { detail: `The emulator was told to answer ${fault.status}` },
        headers: fault.retryAfter === undefined ? {} : { 'retry-after': retryAfter(fault.retryAfter) },
      };
    case 'html':
      return {
        kind: 'text',
        status: fault.status,
        type: 'text/html',
        text: `<!DOCTYPE html>\n<html><head><title>${fault.status}</title></head><body><h1>Bad gateway</h1></body></html>\n`,
      };
    case 'empty':
      return { kind: 'empty', status: fault.status };
    case 'redirect': {
      const location = fault.keepsPath ? `${fault.location}${request.url ?? '/'}` : fault.location;
      return { kind: 'empty', status: fault.status ?? 307, headers: { location } };
    }
    case 'storage-refusal':
      return refuseAsStorage(fault.reason, request.url ?? '/');
    case 'oversize':
      return { kind: 'json', status: 200, body: { padding: 'x'.repeat(fault.bytes) } };
    default:
      return undefined;
  }
}

/** Plays the faults of a reply after its request had its effect. */
export function strikeReply(response: ServerResponse, reply: Plain, fault: Fault): void {
  const text = textOf(reply);
  if (fault.kind === 'lost-reply') response.socket?.resetAndDestroy();
  else if (fault.kind === 'truncated-json') {
    sendPlain(response, { kind: 'text', status: reply.status, type: 'application/json', text: half(text) });
  } else if (fault.kind === 'truncated') {
    response.writeHead(reply.status, headersOf(reply, text));
    response.write(half(text), () => response.socket?.destroy());
  } else if (fault.kind === 'replace' && reply.kind === 'json') {
    sendPlain(response, { ...reply, body: { ...(reply.body as object), ...fault.members } });
  } else sendPlain(response, reply);
}

async function reset(
  request: IncomingMessage,
  when: 'before-body' | 'during-body' | 'after-body',
): Promise<'answered'> {
  // A request without a body ends at once.
  if (when === 'during-body') await Promise.race([once(request, 'data'), once(request, 'end')]);
  if (when === 'after-body') await discardBody(request);
  request.socket.resetAndDestroy();
  return 'answered';
}

async function silence(request: IncomingMessage, signal: AbortSignal): Promise<'answered'> {
  await discardBody(request);
  await pause(Number.POSITIVE_INFINITY, signal);
  return 'answered';
}

async function discardBody(request: IncomingMessage): Promise<void> {
  request.resume();
  if (!request.complete) await once(request, 'close');
}

function retryAfter(value: number | { readonly date: number }): string {
  return typeof value === 'number' ? String(value) : new Date(Date.now() + value.date * 1000).toUTCString();
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
