/**
 * Paths in the disk's spelling. macOS and Windows also find a file by a name in another case. The archive, the ignore
 * file, git and the cloud's builder only know its exact name, and so does Docker, which reads the folder.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathInside } from './path-inside.ts';

/** The names in a folder, none if it cannot be read; a parameter, so that tests can cover other machines. */
export type NamesIn = (folder: string) => readonly string[];

/**
 * @param folder absolute
 * @param path of an existing file in it, with `/` between names
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

/** The same for an absolute path; a path outside of `folder` stays as it is. */
export function spelledBelow(folder: string, file: string, namesIn: NamesIn = namesOf): string {
  const path = pathInside(folder, file);
  return path === undefined ? file : join(folder, asOnDisk(folder, path, namesIn));
}

/** Whether the folder has a file with exactly this name. */
export function isSpelledSo(file: string, namesIn: NamesIn = namesOf): boolean {
  return asOnDisk(dirname(file), basename(file), namesIn) === basename(file);
}

/** The existing path that was probably meant, absolute; `undefined` if there is none or it is the same. */
export function spelledOtherwise(file: string, namesIn: NamesIn = namesOf): string | undefined {
  const own = join(dirname(file), asOnDisk(dirname(file), basename(file), namesIn));
  return own === file ? undefined : own;
}

/** As those file systems compare names: without case, and with accents composed or not. */
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
