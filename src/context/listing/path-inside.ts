import { wayInside } from '../../path-inside.ts';

/** Relative to the root; undefined outside it. */
export function pathInside(root: string, absolute: string): string | undefined {
  const path = wayInside(root, absolute);
  return path === '.' ? undefined : path;
}
