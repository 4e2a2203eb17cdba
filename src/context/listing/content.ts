import { createHash, hash } from 'node:crypto';
import { closeSync, readlinkSync, readSync } from 'node:fs';
import { messageOf, UserError } from '../../errors.ts';
import type { Entry } from '../entry.ts';
import type { FileOpener } from './open-file.ts';

/**
 * `undefined` if there is nothing to wait for: a promise for each of 20,000 files would cost 1% to 3% of packing
 * them.
 */
export type Wait = Promise<void> | undefined;

/** Where the bytes of a file are read to: from `start` of `buffer`, until that is full. */
export type ReadBuffer = {
  readonly buffer: Buffer;
  readonly start: number;
  /**
   * To be called after `count` bytes were read; then `buffer` and `start` are the next free place, for at least one
   * byte.
   */
  readonly took: (count: number) => Wait;
};

const probe = Buffer.alloc(1);

/**
 * Reads exactly the bytes that were listed and gives their SHA-256 as lower-case hex. Synchronous on purpose: in Node
 * concurrent asynchronous reads of many files are four times slower (docs/context.md, "Where time goes"), and the
 * pool is busy compressing.
 * @returns a promise only if it has to wait for free space
 * @throws {UserError} naming the path, when the file vanished, cannot be read or has another size now.
 */
export function readContent(entry: Entry, target: ReadBuffer, opener: FileOpener): string | Promise<string> {
  const file = openListed(entry, opener);
  const { buffer, start } = target;
  if (entry.size >= buffer.length - start)
    return readLong(file, entry, target).finally(() => closeSync(file));
  try {
    // Requests one byte more than listed, which shows growth without another system call.
    const got = readUpTo(file, entry, buffer, start, entry.size, 1);
    if (got !== entry.size) throw changed(entry);
    const digest = hash('sha256', buffer.subarray(start, start + got), 'hex');
    const wait = target.took(got);
    return wait ? wait.then(() => digest) : digest;
  } finally {
    closeSync(file);
  }
}

async function readLong(file: number, entry: Entry, target: ReadBuffer): Promise<string> {
  const sha = createHash('sha256');
  for (let left = entry.size; left > 0; ) {
    const { buffer, start } = target;
    const wanted = Math.min(left, buffer.length - start);
    if (readUpTo(file, entry, buffer, start, wanted, 0) !== wanted) throw changed(entry);
    sha.update(buffer.subarray(start, start + wanted));
    left -= wanted;
    await target.took(wanted);
  }
  if (readUpTo(file, entry, probe, 0, 1, 0) !== 0) throw changed(entry);
  return sha.digest('hex');
}

/** Reads until `wanted` bytes have arrived or the file ends; the first request asks for `extra` more. */
function readUpTo(
  file: number,
  entry: Entry,
  into: Buffer,
  at: number,
  wanted: number,
  extra: 0 | 1,
): number {
  try {
    let got = readSync(file, into, at, wanted + extra, null);
    while (got > 0 && got < wanted) {
      const more = readSync(file, into, at + got, wanted - got, null);
      if (more === 0) break;
      got += more;
    }
    return got;
  } catch (cause) {
    throw unreadable(entry, cause);
  }
}

function openListed(entry: Entry, opener: FileOpener): number {
  try {
    return opener.open(entry.source);
  } catch (cause) {
    throw unreadable(entry, cause);
  }
}

/**
 * Checks that a link still has the listed target: its folder may have been replaced meanwhile.
 * @throws {UserError} naming the path
 */
export function checkLink(entry: Entry, opener: FileOpener): void {
  let target: string;
  try {
    target = readlinkSync(opener.pathOf(entry.source));
  } catch (cause) {
    throw unreadable(entry, cause);
  }
  if (target !== entry.target) {
    throw new UserError(`The link ${entry.path} changed while the context was read.`, { hint: WRITER_HINT });
  }
}

/** @throws {UserError} if a folder was replaced by a link while its files were read */
export function closeOpener(opener: FileOpener): void {
  try {
    opener.close();
  } catch (cause) {
    throw new UserError(`A folder of the context was swapped while it was read: ${messageOf(cause)}.`, {
      hint: WRITER_HINT,
      cause,
    });
  }
}

const WRITER_HINT =
  'Nothing may write to the context while it is packed: wait for earlier commands to end, or add the path to .dockerignore.';

function changed(entry: Entry): UserError {
  return new UserError(
    `${entry.path} changed while the context was read: it was listed with ${entry.size} bytes.`,
    {
      hint: WRITER_HINT,
    },
  );
}

function unreadable(entry: Entry, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(`${entry.path} vanished while the context was read.`, { hint: WRITER_HINT, cause });
  }
  if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') {
    return new UserError(
      `${entry.path} was a file when the context was listed and is none now, or lies behind a link by now.`,
      {
        hint: WRITER_HINT,
        cause,
      },
    );
  }
  return new UserError(`${entry.path} cannot be read (${code ?? 'unknown error'}).`, {
    hint: 'Make the file readable for the user who runs the step, or add it to .dockerignore.',
    cause,
  });
}
