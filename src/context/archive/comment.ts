import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { COMMENT_AT } from './gzip-blocks.ts';

const CHUNK = 1024 * 1024;

/**
 * The same archive with another comment of the same length, and the MD5 that it then has. Nothing is packed again.
 */
export async function withComment<Archive extends { readonly path: string }>(
  archive: Archive,
  comment: string,
): Promise<Archive & { readonly md5: string }> {
  const file = await open(archive.path, 'r+');
  try {
    await file.write(Buffer.from(comment, 'latin1'), 0, undefined, COMMENT_AT);
    return { ...archive, md5: await md5Of(file) };
  } finally {
    await file.close();
  }
}

async function md5Of(file: FileHandle): Promise<string> {
  const hash = createHash('md5');
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK, at);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
}
