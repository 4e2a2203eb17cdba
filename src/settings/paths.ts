import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { relativePathInside } from '../path-inside.ts';

/** Whether `path` is `folder` or lies below it; both absolute and resolved. */
export function isInside(folder: string, path: string): boolean {
  return relativePathInside(folder, path) !== undefined;
}

/**
 * The absolute path with its links resolved, also where its last parts do not exist (yet): those stay unchanged. `..`
 * is resolved before links, as people read it.
 */
export async function resolveLinks(base: string, path: string): Promise<string> {
  const wanted = resolve(base, path);
  try {
    return await realpath(wanted);
  } catch {
    const parent = dirname(wanted);
    return parent === wanted ? wanted : join(await resolveLinks(parent, '.'), wanted.slice(parent.length));
  }
}

/** For messages: relative to the workspace, with `/`; `.` for the workspace itself. */
export function shown(workspace: string, path: string): string {
  return relativePathInside(workspace, path) ?? path;
}
