import { readdirSync, realpathSync, statSync } from 'node:fs';

/**
 * What lies in the workspace, as far as inputs name it. Asked at once, not beside other work: there is none at a start, and
 * the threads for it would take longer to begin than all of these take.
 */

/** The path with all its links resolved; `undefined` where it leads nowhere. */
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

/** Also of a folder that is not there. */
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
