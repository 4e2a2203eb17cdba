import { dirname, join, resolve } from 'node:path';
import { relativePathInside } from '../../path-inside.ts';
import { realPath } from './files.ts';

/** Whether `path` is `folder` or lies below it; both absolute and resolved. */
export function isInside(folder: string, path: string): boolean {
  return relativePathInside(folder, path) !== undefined;
}

/**
 * The absolute path with its links resolved, also where its last parts do not exist (yet): those stay unchanged. `..`
 * is resolved before links, as people read it.
 */
export function resolveLinks(base: string, path: string): string {
  const wanted = resolve(base, path);
  const found = realPath(wanted);
  if (found !== undefined) return found;
  const parent = dirname(wanted);
  return parent === wanted ? wanted : join(resolveLinks(parent, '.'), wanted.slice(parent.length));
}

/** For messages: relative to the workspace, with `/`; `.` for the workspace itself. */
export function shown(workspace: string, path: string): string {
  return relativePathInside(workspace, path) ?? path;
}
