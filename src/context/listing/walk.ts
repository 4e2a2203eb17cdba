/** Walks a context folder as BuildKit's sender does (docs/context.md, rules 22 to 29). */
import type { Dirent } from 'node:fs';
import { basename } from 'node:path';
import type { Entry } from '../entry.ts';
import { canPrune, excludedBy, type IgnoreRules, type Matched } from '../ignore/ignore.ts';
import {
  fileEntry,
  folderEntry,
  isForbidden,
  type Listing,
  linkEntry,
  notUtf8,
  readFolder,
  specialKind,
} from './file-system.ts';
import { inclusion } from './include-paths.ts';
import type { LeftOutCounter } from './left-out.ts';
import { comparePaths } from './path-order.ts';
import { nextOn, type Opened, type Steps } from './walk-steps.ts';

type Walk = {
  /** Absolute, links resolved. */
  readonly root: string;
  readonly rules: IgnoreRules;
  /** The rules' file, relative to the workspace. */
  readonly rulesFile: string;
  /** Only these paths and everything below them; undefined for all. */
  readonly include: readonly string[] | undefined;
  /** Rules that include the root's `.git` again (`IgnoreChoice.git`); undefined: it is left out. */
  readonly git: IgnoreRules | undefined;
  readonly leftOut: LeftOutCounter;
};

/** Used instead of a pattern's index for our own rule about the root's `.git`. */
const GIT_RULE = Number.MAX_SAFE_INTEGER;

/** A folder on the way down. */
type Place = {
  readonly path: string;
  readonly matched: Matched;
  /** In the root's `.git`: the patterns of `Walk.git` that matched. */
  readonly gitMatched?: Matched;
  /** The pattern that excludes it, or -1. */
  readonly excluding: number;
  readonly included: boolean;
};

/**
 * The entries below the root, in the order of `Tree.entries`. Everything left out is counted once the last one was
 * read. Synchronous: for listing, concurrency costs more than it gains (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
export function* walk(request: Walk): Generator<Entry, void> {
  const matched = new Uint8Array(request.rules.patterns.length);
  const root = { path: '', matched, excluding: -1, included: request.include === undefined };
  const folders = [entriesIn(request, root)];
  for (let next = nextOn(folders); next; next = nextOn(folders)) yield next;
}

/**
 * Entries are sorted by whole paths: `a`, `a-b`, `a/c`. So the content of a folder comes after its siblings with
 * names between `a` and `a/`; if several folders wait, the last one comes first.
 */
function* entriesIn(request: Walk, folder: Place): Steps {
  const listing = listed(request, folder);
  if (listing === undefined) return;
  const above = folder.path === '' ? '' : `${folder.path}/`;
  const opened: Opened[] = [];
  for (const entry of listing.entries) {
    for (
      let last = opened.at(-1);
      last && comparePaths(`${last.name}/`, entry.name) < 0;
      last = opened.at(-1)
    ) {
      yield last;
      opened.pop();
    }
    const path = above + entry.name;
    const found = { entry, path, undecodable: listing.undecodable?.get(entry.name) };
    const kept = visit(request, folder, found, opened);
    if (kept !== undefined) yield kept;
  }
  yield* opened.reverse();
}

/** Undefined for an excluded folder that may not be read: it is not needed (rule 34). */
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

/** @returns the entry itself; if it is a folder, it is added to `opened` */
function visit(request: Walk, parent: Place, found: Found, opened: Opened[]): Entry | undefined {
  const { rules, leftOut } = request;
  const { entry, path, undecodable } = found;
  const reach = parent.included ? 'inside' : inclusion(request.include, path);
  if (reach === 'outside') {
    leftOut.add('outside-include-paths', path);
    return undefined;
  }

  const isFolder = entry.isDirectory();
  const matched = isFolder ? new Uint8Array(rules.patterns.length) : parent.matched;
  const excluding = excludedBy(rules, path, parent.matched, isFolder ? matched : undefined);
  if (excluding >= 0) {
    // A folder with a name that is not UTF-8 cannot be read, so nothing below it is included again.
    if (!isFolder || undecodable !== undefined || canPrune(rules, path)) {
      countIgnored(request, excluding, path);
      return undefined;
    }
  } else if (undecodable !== undefined) {
    throw notUtf8(path, `${undecodable} in ${parent.path || 'the context folder'}`);
  }
  const place = { path, matched, excluding, included: reach === 'inside' };
  if (path === '.git' || parent.gitMatched !== undefined)
    return visitGit(request, parent, found, place, opened);
  if (!isFolder) return fileOrLink(request, found, reach);
  return openFolder(request, place, opened);
}

/** Below the root's `.git` an entry is sent only if both the author's rules and our own rule keep it. */
function visitGit(
  request: Walk,
  parent: Place,
  found: Found,
  place: Place,
  opened: Opened[],
): Entry | undefined {
  const { git, leftOut } = request;
  const { path } = place;
  const isFolder = found.entry.isDirectory();
  const patterns = git?.patterns.length ?? 0;
  const gitMatched = new Uint8Array(patterns);
  const above = parent.gitMatched ?? new Uint8Array(patterns);
  const ours = git === undefined ? 0 : excludedBy(git, path, above, isFolder ? gitMatched : undefined);
  if (ours >= 0 && (git === undefined || !isFolder || canPrune(git, path))) {
    leftOut.add('git-folder', path);
    return undefined;
  }
  if (!isFolder) return fileOrLink(request, found, place.included ? 'inside' : 'above');
  const excluding = place.excluding >= 0 ? place.excluding : ours >= 0 ? GIT_RULE : -1;
  return openFolder(request, { ...place, gitMatched, excluding }, opened);
}

/** An excluded folder, or one above an included path, is sent only if something below it is kept. */
function openFolder(request: Walk, folder: Place, opened: Opened[]): Entry | undefined {
  const isKept = folder.excluding < 0 && folder.included;
  const below = isKept ? [entriesIn(request, folder)] : begun(request, folder);
  if (below === undefined) {
    if (folder.excluding >= 0) countIgnored(request, folder.excluding, folder.path);
    return undefined;
  }
  opened.push({ name: basename(folder.path), below });
  return folderEntry(folder.path, sourceOf(request, folder.path));
}

/** Its steps, starting with its first entry again; undefined where there is none. */
function begun(request: Walk, folder: Place): readonly Steps[] | undefined {
  const folders = [entriesIn(request, folder)];
  const first = nextOn(folders);
  return first && [...folders, [first].values()];
}

function fileOrLink(request: Walk, { entry, path }: Found, reach: 'inside' | 'above'): Entry | undefined {
  const special = specialKind(entry);
  if (special !== undefined) {
    request.leftOut.add(special, path);
    return undefined;
  }
  const source = sourceOf(request, path);
  // A link on the path to an included one is sent too: the path would not work without it.
  if (entry.isSymbolicLink()) return linkEntry(path, source);
  return reach === 'inside' ? fileEntry(path, source) : undefined;
}

const sourceOf = ({ root }: Walk, path: string) => `${root}/${path}`;

function countIgnored({ rules, rulesFile, leftOut }: Walk, excluding: number, path: string): void {
  const pattern = rules.patterns[excluding];
  if (pattern === undefined) {
    leftOut.add('git-folder', path);
  } else {
    leftOut.add('ignored', path, { file: rulesFile, line: pattern.line, pattern: pattern.text });
  }
}
