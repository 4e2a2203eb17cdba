/** Which contexts a set of changed paths touches, in time that grows with their sum and not their product. */
import { dirname } from 'node:path';
import type { Footprint } from './footprint.ts';

export type Changes = {
  /** The repository's folder, absolute. */
  readonly top: string;
  /** Relative to it. */
  readonly paths: readonly string[];
  readonly submodules?: readonly string[];
};

/** @returns for each footprint the first changed path, in the given order, that touches it; absent where none does */
export function touchedBy(
  footprints: readonly (Footprint | undefined)[],
  { top, paths, submodules = [] }: Changes,
): readonly (string | undefined)[] {
  const touched: (string | undefined)[] = footprints.map(() => undefined);
  const index = indexOf(footprints, top);
  const isSubmodule = new Set(submodules);
  for (const path of paths) {
    const absolute = `${top}/${path}`;
    const submodule = isSubmodule.has(path);
    const certain = submodule ? below(index.files, absolute) : (index.files.get(absolute) ?? []);
    for (const at of certain) touched[at] ??= path;
    for (let folder = absolute; ; folder = dirname(folder)) {
      for (const at of index.folders.get(folder) ?? []) {
        if (touched[at] === undefined && footprints[at]?.carries(absolute, submodule)) touched[at] = path;
      }
      if (folder === dirname(folder)) break;
    }
  }
  return touched;
}

type Index = {
  /**
   * Files that count by themselves, and what lies above a file or folder: only a link, a file or a submodule can
   * change there, and the way to the context with it.
   */
  readonly files: ReadonlyMap<string, readonly number[]>;
  readonly folders: ReadonlyMap<string, readonly number[]>;
};

function indexOf(footprints: readonly (Footprint | undefined)[], top: string): Index {
  const files = new Map<string, number[]>();
  const folders = new Map<string, number[]>();
  footprints.forEach((footprint, at) => {
    if (!footprint) return;
    const certain = new Set(footprint.files);
    for (const path of [...footprint.files, ...footprint.folders]) {
      for (let above = dirname(path); above.startsWith(`${top}/`); above = dirname(above)) certain.add(above);
    }
    for (const path of certain) append(files, path, at);
    for (const path of new Set(footprint.folders)) append(folders, path, at);
  });
  return { files, folders };
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Contexts of which a part is this submodule or lies in it. */
function below(files: Index['files'], submodule: string): number[] {
  const found: number[] = [];
  for (const [path, list] of files) {
    if (path === submodule || path.startsWith(`${submodule}/`)) found.push(...list);
  }
  return found;
}
