import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';

/**
 * Our own files in a folder that others may write to, such as a RUNNER_TEMP that jobs share: a file or link that
 * someone else put there is not used.
 */

/** Only the owner may read and write. */
const MODE = 0o600;

/** Writes the file completely or not at all, and never through a link. @throws where it cannot be written */
export function writePrivateFile(path: string, text: string): void {
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, text, { flag: 'wx', mode: MODE });
  renameSync(fresh, path);
}

/**
 * Its text, if it is a file of this user that nobody else can have written or read: no link, one name, mode 0600.
 * Windows has neither owner nor mode; there only the unguessable name protects it.
 * @returns `undefined` for anything else, also for a missing file
 */
export function readPrivateFile(path: string): string | undefined {
  let file: number | undefined;
  try {
    const noFollow = constants.O_NOFOLLOW ?? 0;
    if (noFollow === 0 && lstatSync(path).isSymbolicLink()) return undefined;
    // Opening a FIFO must not block the step.
    file = openSync(path, constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile() || found.nlink !== 1) return undefined;
    if (process.getuid && (found.uid !== process.getuid() || (found.mode & 0o777) !== MODE)) return undefined;
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
