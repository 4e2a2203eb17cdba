import type { Incoming } from './exchange.ts';

/** Bytes of a JSON reply that are read at the most; the largest page we ask for stays far below. */
const LARGEST_REPLY = 10 * 1024 * 1024;

/** What is wrong with a reply's content, for the reader of the error; says nothing of the request. */
export class ReplyFault extends Error {
  override readonly name: string = 'ReplyFault';
}

/**
 * The whole reply as a value, `undefined` where it is empty.
 *
 * @throws {ReplyFault} when it is too large or not JSON; a broken connection's error as it is.
 */
export async function readJson(reply: Incoming): Promise<unknown> {
  const { text, whole } = await readBounded(reply, LARGEST_REPLY);
  if (!whole) throw new ReplyFault(`the reply is larger than ${LARGEST_REPLY / 1024 / 1024} MiB`);
  // With the white space a byte order mark is taken off, which no parser of JSON accepts.
  const json = text.trim();
  if (json === '') return undefined;
  try {
    return JSON.parse(json);
  } catch {
    throw new ReplyFault(json.startsWith('<') ? 'the reply is HTML, not JSON' : 'the reply is not JSON');
  }
}

/** The first `limit` bytes of a reply as text; what is left is dropped. */
export async function readBounded(reply: Incoming, limit: number): Promise<{ text: string; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of reply.body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > limit) break;
  }
  if (bytes > limit) reply.discard();
  return { text: Buffer.concat(chunks).subarray(0, limit).toString('utf8'), whole: bytes <= limit };
}
