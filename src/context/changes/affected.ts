/** Which contexts a set of changed paths affects, in time that grows with their sum and not their product. */
import { basename, dirname } from 'node:path';
import type { ContextScope } from './context-scope.ts';

type Changes = {
  /** The repository's folder, absolute. */
  readonly top: string;
  /** Relative to it. */
  readonly paths: readonly string[];
  readonly submodules?: readonly string[];
};

/** It decides how the files of its folder are checked out (line ends, Git LFS), though none of them changed. */
const ATTRIBUTES = '.gitattributes';

/** @returns for each scope the first changed path, in the given order, that affects it; absent where none does */
export function affectedBy(
  scopes: readonly (ContextScope | undefined)[],
  { top, paths, submodules = [] }: Changes,
): readonly (string | undefined)[] {
  const affected: (string | undefined)[] = scopes.map(() => undefined);
  const index = indexOf(scopes, top);
  const isSubmodule = new Set(submodules);
  for (const path of paths) {
    const absolute = `${top}/${path}`;
    const submodule = isSubmodule.has(path);
    const attributed = basename(path) === ATTRIBUTES ? dirname(absolute) : undefined;
    const whole = submodule ? absolute : attributed;
    const certain = whole === undefined ? (index.files.get(absolute) ?? []) : below(index.files, whole);
    for (const at of certain) affected[at] ??= path;
    for (let folder = absolute; ; folder = dirname(folder)) {
      for (const at of index.folders.get(folder) ?? []) {
        if (affected[at] !== undefined) continue;
        const carries = scopes[at]?.carries ?? (() => false);
        if (carries(absolute, submodule) || (attributed !== undefined && carries(attributed, true)))
          affected[at] = path;
      }
      if (folder === dirname(folder)) break;
    }
  }
  return affected;
}

type Index = {
  /**
   * Files that count by themselves, and the paths above files and folders: a change there is of a link, a file or a
   * submodule, and changes the way to the context.
   */
  readonly files: ReadonlyMap<string, readonly number[]>;
  readonly folders: ReadonlyMap<string, readonly number[]>;
};

function indexOf(scopes: readonly (ContextScope | undefined)[], top: string): Index {
  const files = new Map<string, number[]>();
  const folders = new Map<string, number[]>();
  scopes.forEach((scope, at) => {
    if (!scope) return;
    const certain = new Set(scope.files);
    for (const path of [...scope.files, ...scope.folders]) {
      for (let above = dirname(path); above.startsWith(`${top}/`); above = dirname(above)) certain.add(above);
    }
    for (const path of certain) append(files, path, at);
    for (const path of new Set(scope.folders)) append(folders, path, at);
  });
  return { files, folders };
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Contexts with a part in this folder. */
function below(files: Index['files'], folder: string): number[] {
  const found: number[] = [];
  for (const [path, list] of files) {
    if (path === folder || path.startsWith(`${folder}/`)) found.push(...list);
  }
  return found;
}
