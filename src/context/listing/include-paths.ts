/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */
import { realpathSync } from 'node:fs';
import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import { pathInside } from './staging.ts';

/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A file is as good
 * as a folder. Where a path leads through a link, the link's target is included as well as the link.
 *
 * @throws UserError naming a path that is missing or lies outside the root
 */
export function includedPaths(root: string, given: readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const paths = new Set<string>();
  for (const one of given) {
    const path = posix.normalize(one.trim()).replace(/\/$/, '');
    if (path === '.') return undefined;
    const real = resolved(root, one, path);
    if (real === undefined) return undefined;
    paths.add(path).add(real);
  }
  return [...paths];
}

function resolved(root: string, given: string, path: string): string | undefined {
  const outside = new UserError(`The include path "${given}" lies outside the context root ${root}.`, {
    hint: 'Widen `build.context.root` in the manifest, or drop the path.',
  });
  if (path === '' || path === '..' || path.startsWith('../') || posix.isAbsolute(path)) throw outside;
  let real: string;
  try {
    real = realpathSync(`${root}/${path}`);
  } catch (cause) {
    throw new UserError(`The include path "${given}" does not exist: looked at ${root}/${path}.`, {
      hint: '`build.context.include_paths` are relative to `build.context.root`.',
      cause,
    });
  }
  if (real === root) return undefined;
  const inside = pathInside(root, real);
  if (inside === undefined) throw outside;
  return inside;
}
