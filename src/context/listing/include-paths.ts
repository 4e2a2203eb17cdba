/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import { asOnDisk } from './spelling.ts';

/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A path may also be a file. If a
 * path leads through links, each link and its target are included.
 *
 * @throws UserError naming a path that is missing or is outside the root
 */
export function includedPaths(root: string, given: readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const paths = new Set<string>();
  for (const one of given) {
    const path = posix.normalize(one).replace(/\/$/, '');
    if (path === '.') return undefined;
    for (const step of chainOf(root, one, path)) {
      if (step === '') return undefined;
      paths.add(step);
    }
  }
  return [...paths];
}

/** The path, the paths after each link on it, and the final one; '' for the root itself. */
function chainOf(root: string, given: string, path: string): string[] {
  const outside = new UserError(`The include path "${given}" is outside the context root ${root}.`, {
    hint: 'Widen `build.context.root` in the manifest, or drop the path.',
  });
  if (path === '' || path === '..' || path.startsWith('../') || posix.isAbsolute(path)) throw outside;
  checkExists(root, given, path);
  let step = asOnDisk(root, path);
  const chain = [step];
  for (let next = followed(root, step); next !== undefined; next = followed(root, step)) {
    if (next === '..' || next.startsWith('../')) throw outside;
    step = next === '' ? next : asOnDisk(root, next);
    chain.push(step);
  }
  return chain;
}

function checkExists(root: string, given: string, path: string): void {
  try {
    realpathSync(`${root}/${path}`);
  } catch (cause) {
    const trimmed = given.trim();
    const blanks = trimmed !== given && existsSync(`${root}/${trimmed}`);
    throw new UserError(`The include path "${given}" does not exist: looked at ${root}/${path}.`, {
      hint: blanks
        ? `There is "${trimmed}", without blanks around it.`
        : '`build.context.include_paths` are relative to `build.context.root`.',
      cause,
    });
  }
}

/** The path with its first link replaced by that link's target; undefined where it has none. */
function followed(root: string, path: string): string | undefined {
  const names = path.split('/');
  for (const depth of names.keys()) {
    const link = names.slice(0, depth + 1).join('/');
    if (!lstatSync(`${root}/${link}`, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    const target = posix.resolve(`${root}/${posix.dirname(link)}`, readlinkSync(`${root}/${link}`));
    return posix.relative(root, posix.join(target, ...names.slice(depth + 1)));
  }
  return undefined;
}

/** Whether a path is among the included ones, leads to one, or is neither; `include` as `includedPaths` gives it. */
export function inclusion(
  include: readonly string[] | undefined,
  path: string,
): 'inside' | 'above' | 'outside' {
  if (include === undefined) return 'inside';
  if (include.some((one) => path === one || path.startsWith(`${one}/`))) return 'inside';
  return include.some((one) => one.startsWith(`${path}/`)) ? 'above' : 'outside';
}
