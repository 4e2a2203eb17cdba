/** Walking a context folder as BuildKit's sender does (docs/context.md, rules 22 to 29). */
import type { Dirent } from 'node:fs';
import type { Entry, LeftOut } from './entry.ts';
import {
  fileEntry,
  folderEntry,
  isForbidden,
  type Listing,
  linkEntry,
  notUtf8,
  readFolder,
} from './file-system.ts';
import { canPrune, excludedBy, type IgnoreRules, type Matched } from './ignore.ts';
import type { LeftOutLedger } from './left-out.ts';

export type Walk = {
  /** Absolute, links resolved. */
  readonly root: string;
  readonly rules: IgnoreRules;
  /** The rules' file, relative to the workspace. */
  readonly rulesFile: string;
  /** Only these paths and what lies below them; undefined for all. */
  readonly include: readonly string[] | undefined;
  /** Whether the rules decide about the root's `.git`; otherwise it is left out. */
  readonly gitByRules: boolean;
  readonly leftOut: LeftOutLedger;
};

/** A folder on the way down. */
type Place = {
  readonly path: string;
  readonly matched: Matched;
  /** The pattern that excludes it, or -1. */
  readonly excluding: number;
  readonly included: boolean;
};

/**
 * The entries below the root, in no order. Synchronous: for listing, concurrency costs more than it
 * brings (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
export function walk(request: Walk): Entry[] {
  const entries: Entry[] = [];
  const matched = new Uint8Array(request.rules.patterns.length);
  visitFolder(
    request,
    { path: '', matched, excluding: -1, included: request.include === undefined },
    entries,
  );
  return entries;
}

function visitFolder(request: Walk, folder: Place, entries: Entry[]): void {
  const listing = listed(request, folder);
  if (listing === undefined) return;
  // In order, so that the examples of what is left out are the same on every machine.
  const inOrder = [...listing.entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of inOrder) {
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    visit(request, folder, { entry, path, undecodable: listing.undecodable.get(entry.name) }, entries);
  }
}

/** Undefined for an excluded folder that may not be read: nothing of it was wanted (rule 34). */
function listed(request: Walk, folder: Place): Listing | undefined {
  try {
    return readFolder(sourceOf(request, folder.path), folder.path);
  } catch (error) {
    if (folder.excluding >= 0 && isForbidden(error)) return undefined;
    throw error;
  }
}

type Found = {
  readonly entry: Dirent;
  readonly path: string;
  /** The name in print, where it is not UTF-8. */
  readonly undecodable: string | undefined;
};

function visit(request: Walk, parent: Place, found: Found, entries: Entry[]): void {
  const { rules, leftOut } = request;
  const { entry, path, undecodable } = found;
  const reach = parent.included ? 'inside' : inclusion(request.include ?? [], path);
  if (reach === 'outside') {
    leftOut.add('outside-include-paths', path);
    return;
  }

  const isFolder = entry.isDirectory();
  const matched = isFolder ? new Uint8Array(rules.patterns.length) : parent.matched;
  const excluding = excludedBy(rules, path, parent.matched, isFolder ? matched : undefined);
  if (excluding >= 0) {
    // A folder with a name that is not UTF-8 cannot be entered, so nothing below it comes back.
    if (!isFolder || undecodable !== undefined || canPrune(rules, path)) {
      countIgnored(request, excluding, path);
      return;
    }
  } else {
    if (path === '.git' && !request.gitByRules) {
      leftOut.add('git-folder', path);
      return;
    }
    if (undecodable !== undefined)
      throw notUtf8(path, `${undecodable} in ${parent.path || 'the context folder'}`);
  }
  if (isFolder) descend(request, { path, matched, excluding, included: reach === 'inside' }, entries);
  else addFile(request, found, reach, entries);
}

/** An excluded folder, or one on the way to an included path, is sent only with something kept below it. */
function descend(request: Walk, folder: Place, entries: Entry[]): void {
  const before = entries.length;
  visitFolder(request, folder, entries);
  const isKept = folder.excluding < 0 && folder.included;
  if (isKept || entries.length > before) {
    entries.push(folderEntry(folder.path, sourceOf(request, folder.path)));
  } else if (folder.excluding >= 0) {
    countIgnored(request, folder.excluding, folder.path);
  }
}

function addFile(request: Walk, { entry, path }: Found, reach: 'inside' | 'above', entries: Entry[]): void {
  const special = specialKind(entry);
  if (special !== undefined) {
    request.leftOut.add(special, path);
    return;
  }
  const source = sourceOf(request, path);
  // A link on the way to an included path travels too: the path could not be followed without it.
  if (entry.isSymbolicLink()) {
    entries.push(linkEntry(path, source));
  } else if (reach === 'inside') {
    const file = fileEntry(path, source);
    if (file !== undefined) entries.push(file);
  }
}

function sourceOf({ root }: Walk, path: string): string {
  if (path === '') return root;
  return root.endsWith('/') ? root + path : `${root}/${path}`;
}

function inclusion(include: readonly string[], path: string): 'inside' | 'above' | 'outside' {
  if (include.some((one) => path === one || path.startsWith(`${one}/`))) return 'inside';
  return include.some((one) => one.startsWith(`${path}/`)) ? 'above' : 'outside';
}

function countIgnored({ rules, rulesFile, leftOut }: Walk, excluding: number, path: string): void {
  const pattern = rules.patterns[excluding];
  if (pattern === undefined || pattern.line === 0) {
    leftOut.add('git-folder', path);
  } else {
    leftOut.add('ignored', path, { file: rulesFile, line: pattern.line, pattern: pattern.text });
  }
}

function specialKind(entry: Dirent): LeftOut['reason'] | undefined {
  if (entry.isFile() || entry.isSymbolicLink()) return undefined;
  if (entry.isFIFO()) return 'fifo';
  return entry.isSocket() ? 'socket' : 'device';
}
