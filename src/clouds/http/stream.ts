import type { Attempt, OpenReply } from './attempt.ts';
import type { Incoming } from './exchange.ts';
import { ReplyFault } from './json.ts';

/**
 * An endless reply's chunks, with its faults as the client's errors.
 *
 * @throws {ReplyFault} when it has not the requested media type.
 */
export async function streamOf(
  reply: Incoming,
  { headers }: Attempt,
  open: OpenReply,
): Promise<AsyncIterable<Uint8Array>> {
  const wanted = headers.accept ?? '';
  const type = (reply.header('content-type') ?? '').trim().toLowerCase();
  if (type.startsWith(wanted)) return chunks(reply, open);
  reply.discard();
  throw new ReplyFault(`the reply is ${type || 'of no media type'}, not ${wanted}`);
}

async function* chunks(reply: Incoming, open: OpenReply): AsyncGenerator<Uint8Array> {
  try {
    yield* reply.body;
  } catch (error) {
    throw open.fault(error);
  } finally {
    open.release();
    reply.discard();
  }
}
