import { relativePathInside } from '../../path-inside.ts';

/** Relative to the root; undefined outside it. */
export function pathInside(root: string, absolute: string): string | undefined {
  const path = relativePathInside(root, absolute);
  return path === '.' ? undefined : path;
}
