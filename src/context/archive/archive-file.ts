import { createHash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, readSync, rmSync, writeSync, writevSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { UserError } from '../../errors.ts';

// A link at the destination is not followed.
const FLAGS = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/** Bytes that are read at once. */
const CHUNK = 1024 * 1024;

/** A file that is written from start to end and counted on the way. */
export class ArchiveFileWriter {
  readonly path: string;
  /** Bytes written so far. */
  bytes = 0;
  readonly #file: number;

  /** @throws {UserError} naming the folder, when it cannot be written to. */
  constructor(path: string) {
    this.path = path;
    this.#file = this.#attempt(() => openSync(path, FLAGS, 0o600));
  }

  /** @throws {UserError} naming the folder, when its disk is full. */
  write(parts: readonly Uint8Array[]): void {
    for (let left = parts; left.length > 0; ) {
      const count = this.#attempt(() => writevSync(this.#file, left));
      left = after(left, count);
    }
    for (const part of parts) this.bytes += part.length;
  }

  /** Overwrites some written bytes. */
  overwrite(position: number, bytes: Uint8Array): void {
    this.#attempt(() => writeSync(this.#file, bytes, 0, bytes.length, position));
  }

  /** The MD5 of the file as lower-case hex; the file is read back, as its start may have been overwritten. */
  async md5(): Promise<string> {
    const hash = createHash('md5');
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let at = 0; at < this.bytes; ) {
      const count = this.#attempt(() => readSync(this.#file, chunk, 0, CHUNK, at));
      if (count === 0) throw new Error(`${this.path} has become shorter than what was written to it`);
      hash.update(chunk.subarray(0, count));
      at += count;
      // Lets a cancel be noticed.
      await turn();
    }
    return hash.digest('hex');
  }

  /** Ends the file. */
  finish(): void {
    this.#attempt(() => closeSync(this.#file));
  }

  /**
   * Closes and deletes the file, but never a device. Errors here are ignored, so that they do not hide the first
   * error.
   */
  discard(): void {
    try {
      closeSync(this.#file);
    } catch {}
    try {
      if (lstatSync(this.path).isFile()) rmSync(this.path);
    } catch {}
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (cause) {
      throw unwritable(dirname(this.path), cause);
    }
  }
}

/** The rest of `parts` after `count` bytes were written. */
function after(parts: readonly Uint8Array[], count: number): readonly Uint8Array[] {
  let skipped = count;
  const first = parts.findIndex((part) => {
    if (part.length > skipped) return true;
    skipped -= part.length;
    return false;
  });
  const partial = parts[first];
  return partial ? [partial.subarray(skipped), ...parts.slice(first + 1)] : [];
}

function unwritable(folder: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new UserError(`The disk is full: the archive could not be written to ${folder}.`, {
      hint: `Free some space there, or point RUNNER_TEMP to a larger disk.`,
      cause,
    });
  }
  return new UserError(`The archive could not be written to ${folder} (${code}).`, {
    hint: 'Make the folder writable for the user who runs the step.',
    cause,
  });
}
