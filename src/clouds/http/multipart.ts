import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Body } from './call.ts';

/** Bytes read from disk at once. */
const CHUNK = 128 * 1024;
/**
 * Buffers that are filled in turn, since fresh ones pile up faster than they are collected: 400 MB took 60 MB more.
 * A socket that has more than some kilobytes to send asks its writer to wait, so that no buffer is still being sent
 * when its turn comes again, six chunks later.
 */
const BUFFERS = 8;

/** A file on disk and its length in bytes. */
type FileOnDisk = { readonly path: string; readonly bytes: number };

export type FilePart = {
  readonly field: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly file: FileOnDisk;
};

/** The file's bytes alone, e.g. for a PUT. */
export function fileBody(file: FileOnDisk, contentType: string): Body {
  return { contentType, bytes: file.bytes, open: () => chunksOf(file.path) };
}

/**
 * A `multipart/form-data` body (RFC 7578) with its exact length: the fields in their order, then the file, which
 * is read from disk as the socket takes it. Object stores demand the length and the order.
 * @param part absent: a form of fields alone
 */
export function multipartBody(fields: Readonly<Record<string, string>>, part?: FilePart): Body {
  const boundary = `cloud-build-${randomBytes(18).toString('hex')}`;
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const opening =
    part &&
    `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(part.field)}"; ` +
      `filename="${quoted(part.fileName)}"\r\ncontent-type: ${part.contentType}\r\n\r\n`;
  const head = Buffer.from(`${texts.join('')}${opening ?? ''}`);
  const tail = Buffer.from(`${part ? '\r\n' : ''}--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + (part?.file.bytes ?? 0) + tail.length,
    open: async function* () {
      yield head;
      if (part) yield* chunksOf(part.file.path);
      yield tail;
    },
  };
}

/** As browsers escape names in `content-disposition`. */
function quoted(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

/** Reads one chunk ahead. A chunk is good until six more have been taken. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(CHUNK));
  let turn = 0;
  const read = () => file.read(buffers[turn++ % BUFFERS] as Buffer, 0, CHUNK);
  let next = read();
  try {
    for (;;) {
      const { buffer, bytesRead } = await next;
      if (bytesRead === 0) return;
      next = read();
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}
