import type { IncomingMessage } from 'node:http';

/** Thrown if a request is larger than the server accepts. */
export class TooLargeError extends Error {}

/** The whole body in memory. @throws {TooLargeError} above `maxBytes` */
export async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) throw new TooLargeError();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
