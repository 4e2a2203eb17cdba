import { readdirSync, realpathSync, statSync } from 'node:fs';

/**
 * The files of the workspace that inputs name. The calls are synchronous: at a start there is no other work, and
 * starting threads would take longer than all of these calls.
 */

/** The path with all its links resolved; `undefined` if it does not exist. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

export function isFile(path: string): boolean {
  return kindOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return kindOf(path)?.isDirectory() ?? false;
}

/** Also for a folder that does not exist. */
export function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return true;
  }
}

function kindOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
