import { setImmediate } from 'node:timers/promises';
import { messageOf, UserError } from '../../errors.ts';
import type { ApiCall, Body } from './call.ts';

/** Milliseconds an ordinary exchange may take, and the least that an upload gets. */
const CALL_MS = 30_000;
const UPLOAD_MS = 300_000;
/** The slowest upload that is still worth waiting for, in bytes a millisecond (250 kB/s). */
const SLOWEST_UPLOAD = 250;

export function jsonBody(value: unknown): Body {
  const bytes = Buffer.from(JSON.stringify(value));
  return {
    contentType: 'application/json',
    bytes: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

/** Time for one attempt, in milliseconds: fixed for small calls, by its size for an upload. */
export function timeFor(call: Pick<ApiCall, 'timeoutMs' | 'body'>): number {
  if (call.timeoutMs !== undefined) return call.timeoutMs;
  return call.body ? UPLOAD_MS + slowestUpload(call) : CALL_MS;
}

/** Milliseconds that the bytes alone may need. */
export function slowestUpload({ body }: Pick<ApiCall, 'body'>): number {
  return Math.ceil((body?.bytes ?? 0) / SLOWEST_UPLOAD);
}

/**
 * A body that knows how far it was sent. Before it began, the request can have had no effect; before it ended, the
 * server had not all of it.
 */
export type SentBody = {
  readonly chunks: AsyncIterable<Uint8Array> | undefined;
  readonly begun: () => boolean;
  readonly ended: () => boolean;
};

export function track(body: Body | undefined): SentBody {
  let begun = false;
  let ended = body === undefined;
  const chunks = async function* (source: Body): AsyncGenerator<Uint8Array> {
    begun = true;
    let sent = 0;
    for await (const chunk of readable(source)) {
      // A server may answer early and close. A write that meets the closed socket loses the answer, so the loop
      // gets a whole turn to read it first: the second immediate comes after the next poll.
      await setImmediate();
      await setImmediate();
      sent += chunk.length;
      if (sent >= source.bytes) ended = true;
      yield chunk;
    }
  };
  return { chunks: body ? chunks(body) : undefined, begun: () => begun, ended: () => ended };
}

/** A source that cannot be read is not a network error, and a retry would not help. */
async function* readable(source: Body): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (cause) {
    throw new UserError(`What was to be sent cannot be read any more: ${messageOf(cause)}`, { cause });
  }
}
