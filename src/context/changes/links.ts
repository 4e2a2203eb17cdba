import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** Systems follow no more than 40 links on one path. */
const MOST_LINKS = 40;

/**
 * The path as given, and as it is after each link on it: a change of any of these links leads elsewhere. The last one has
 * no link, unless the links lead nowhere.
 * @param path absolute
 */
export function pathsThroughLinks(path: string): readonly string[] {
  const paths = [path];
  let next = followed(path);
  while (next !== undefined && paths.length <= MOST_LINKS) {
    paths.push(next);
    next = followed(next);
  }
  return paths;
}

/** The path with its first link replaced by that link's target; `undefined` where it has none. */
function followed(path: string): string | undefined {
  const names = path.split(sep);
  for (let depth = 2; depth <= names.length; depth += 1) {
    const link = names.slice(0, depth).join(sep);
    const target = targetOf(link);
    if (target !== undefined) return join(resolve(dirname(link), target), ...names.slice(depth));
  }
  return undefined;
}

function targetOf(link: string): string | undefined {
  try {
    return lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(link) : undefined;
  } catch {
    return undefined;
  }
}
