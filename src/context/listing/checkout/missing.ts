/**
 * Finds what a checkout left out. Otherwise the build would fail with an unclear error, or succeed with pointers
 * instead of content.
 */
import { readdirSync } from 'node:fs';
import type { Entry, TreeRequest } from '../../entry.ts';
import { headOf } from '../open-file.ts';
import { pathInside } from '../path-inside.ts';
import { textOfFile } from './bounded-text.ts';
import { foldersUpwards } from './folders-upwards.ts';
import { readGitConfig } from './git-config.ts';

/** How every pointer begins, and its size in bytes at most (git-lfs/git-lfs:docs/spec.md). */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_MAX = 1024;

type Where = Pick<TreeRequest, 'root' | 'workspace'>;

/** @returns one line for Git LFS pointers and one for submodules without content, each with what to write in the workflow */
export function missingFromCheckout(where: Where, entries: Iterable<Entry>): readonly string[] {
  const pointers = usesLfs(where, entries) ? [...lfsPointers(entries)] : [];
  const modules = emptySubmodules(where, entries);
  return [
    ...warningLines(pointers, 'Git LFS pointer', 'lfs: true', 'instead of the content it stands for'),
    ...warningLines(
      modules,
      'submodule',
      'submodules: true',
      'that was not checked out: its folder is empty',
    ),
  ];
}

function warningLines(paths: readonly string[], what: string, input: string, why: string): string[] {
  const [first] = paths;
  if (first === undefined) return [];
  const named = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`;
  return [`The context has a ${what} ${why}: ${named}. Set \`${input}\` in the step of actions/checkout.`];
}

/** Small files are only read if attributes mention LFS: of a folder above, or of any folder of the context. */
function usesLfs(where: Where, entries: Iterable<Entry>): boolean {
  const mentionsLfs = (file: string) => /\bfilter=lfs\b/.test(textOf(file));
  if (foldersUpwards(where).some((folder) => mentionsLfs(`${folder}/.gitattributes`))) return true;
  for (const { kind, path, source } of entries)
    if (kind === 'file' && path.endsWith('/.gitattributes') && mentionsLfs(source)) return true;
  return false;
}

function* lfsPointers(entries: Iterable<Entry>): Generator<string> {
  for (const { kind, size, path, source } of entries) {
    if (kind === 'file' && size > POINTER.length && size <= POINTER_MAX && beginsAsPointer(source))
      yield path;
  }
}

function beginsAsPointer(source: string): boolean {
  return headOf(source, POINTER.length) === POINTER;
}

/** Submodules in the context whose folder is empty. */
function emptySubmodules(where: Where, entries: Iterable<Entry>): string[] {
  const wanted = new Set<string>();
  for (const folder of foldersUpwards(where)) {
    for (const { key, value } of readGitConfig(textOf(`${folder}/.gitmodules`)) ?? []) {
      const inside = key === 'path' ? pathInside(where.root, `${folder}/${value}`) : undefined;
      if (inside !== undefined) wanted.add(inside);
    }
  }
  if (wanted.size === 0) return [];
  return [...entries].flatMap(({ kind, path, source }) =>
    kind === 'folder' && wanted.has(path) && isEmpty(source) ? [path] : [],
  );
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

/** Bytes; both files are written by hand. */
const LARGEST = 1024 * 1024;

/** Empty if it cannot be read: notices about a checkout are only advice. */
function textOf(path: string): string {
  const text = textOfFile(path, LARGEST);
  return text === undefined || text === 'too-large' ? '' : text;
}
