import { relative } from 'node:path';

/** Relative to the root; undefined outside it. */
export function pathInside(root: string, absolute: string): string | undefined {
  const path = relative(root, absolute);
  return path === '..' || path.startsWith('../') || path === '' ? undefined : path;
}
