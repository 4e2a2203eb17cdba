/**
 * Paths as the disk spells them. macOS and Windows find a file by a name in another case as well; the archive, the ignore
 * file, git and the cloud's builder know it by its own name alone, and so does Docker, which looks names up in the folder.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathInside } from './path-inside.ts';

/** The names in a folder, none where it cannot be read; a parameter, so that other machines can be judged without one. */
export type NamesIn = (folder: string) => readonly string[];

/**
 * @param folder absolute
 * @param path of something that was found there, with `/` between its names
 * @returns the same path in the disk's spelling; a name that its folder does not list stays as it is
 */
export function asOnDisk(folder: string, path: string, namesIn: NamesIn = namesOf): string {
  const spelled: string[] = [];
  for (const name of path.split('/')) {
    const names = namesIn([folder, ...spelled].join('/'));
    const own = names.includes(name) ? name : names.find((one) => folded(one) === folded(name));
    spelled.push(own ?? name);
  }
  return spelled.join('/');
}

/** The same for an absolute path; one outside of `folder` stays as it is. */
export function spelledBelow(folder: string, file: string, namesIn: NamesIn = namesOf): string {
  const path = pathInside(folder, file);
  return path === undefined ? file : join(folder, asOnDisk(folder, path, namesIn));
}

/** Whether the folder lists a file by exactly this name. */
export function isSpelledSo(file: string, namesIn: NamesIn = namesOf): boolean {
  return asOnDisk(dirname(file), basename(file), namesIn) === basename(file);
}

/** The name that stands in its folder where this one was meant; absolute, `undefined` where there is none or it is the same. */
export function spelledOtherwise(file: string, namesIn: NamesIn = namesOf): string | undefined {
  const own = join(dirname(file), asOnDisk(dirname(file), basename(file), namesIn));
  return own === file ? undefined : own;
}

/** As those file systems compare: without case, and with accents composed or not. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
