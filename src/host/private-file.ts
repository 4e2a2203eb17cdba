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
 * Files of ours in a folder that others may write to, such as a RUNNER_TEMP that jobs share: what one of them put
 * there under our name is neither followed nor believed.
 */

/** Owner may read and write, nobody else anything. */
const MODE = 0o600;

/** Whole or not at all, and never through a link that someone else put there. @throws where it cannot be written */
export function writePrivateFile(path: string, text: string): void {
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, text, { flag: 'wx', mode: MODE });
  renameSync(fresh, path);
}

/**
 * Its text, where it is a file of this user's that nobody else can have written or read: no link, one name, mode 0600.
 * Windows knows neither owner nor mode; the name that nobody can guess has to do there.
 * @returns `undefined` for anything else, also for a file that is not there
 */
export function readPrivateFile(path: string): string | undefined {
  let file: number | undefined;
  try {
    const noFollow = constants.O_NOFOLLOW ?? 0;
    if (noFollow === 0 && lstatSync(path).isSymbolicLink()) return undefined;
    // A pipe under this name must not hold the step up.
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
