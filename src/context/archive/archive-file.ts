import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, rmSync, writevSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';

// A link that waits at the destination is not written through.
const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/** A file that is written once from start to end, counted and summed on the way. */
export class ArchiveFileWriter {
  readonly path: string;
  /** Bytes written so far. */
  bytes = 0;
  readonly #file: number;
  readonly #md5: Hash | undefined;

  /**
   * @param summed Whether the MD5 of the bytes is wanted.
   * @throws {UserError} naming the folder, when it cannot be written to.
   */
  constructor(path: string, summed = false) {
    this.path = path;
    this.#md5 = summed ? createHash('md5') : undefined;
    this.#file = this.#attempt(() => openSync(path, FLAGS, 0o600));
  }

  /** @throws {UserError} naming the folder, when its disk is full. */
  write(parts: readonly Uint8Array[]): void {
    for (let left = parts; left.length > 0; ) {
      const count = this.#attempt(() => writevSync(this.#file, left));
      left = after(left, count);
    }
    for (const part of parts) {
      this.#md5?.update(part);
      this.bytes += part.length;
    }
  }

  /** Ends the file; gives the MD5 of its bytes as lower-case hex where that was wanted. */
  finish(): string | undefined {
    this.#attempt(() => closeSync(this.#file));
    return this.#md5?.digest('hex');
  }

  /** Ends and deletes the file, but never a device; nothing that goes wrong here hides why. */
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

/** What is left of `parts` once `count` bytes are written. */
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
