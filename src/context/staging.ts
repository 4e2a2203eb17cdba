/** What the cloud's builder must find at fixed places: the Dockerfile and the ignore file in use. */
import { realpathSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { UserError } from '../errors.ts';
import type { Entry, TreeRequest } from './entry.ts';
import { fileEntry, folderEntry } from './file-system.ts';
import type { LeftOutLedger } from './left-out.ts';

export type Staging = {
  readonly root: string;
  /** Absolute, as named. */
  readonly dockerfile: string;
  readonly dockerfileEntry: TreeRequest['dockerfileEntry'];
  /** The ignore file in use, absolute, as named. */
  readonly ignoreFile: string | undefined;
  readonly leftOut: LeftOutLedger;
  readonly notices: string[];
};

/**
 * Puts the Dockerfile and the ignore file among the entries, ignored or not, in place of what stands there.
 *
 * @returns the Dockerfile's name inside the archive
 * @throws UserError where the Dockerfile cannot be placed
 */
export function stage(staging: Staging, entries: Entry[]): string {
  const { dockerfile, dockerfileEntry, ignoreFile } = staging;
  const own = pathInside(staging.root, dockerfile);
  if (dockerfileEntry === 'in-place') {
    if (own === undefined) {
      throw new UserError(`The Dockerfile ${dockerfile} lies outside the context folder ${staging.root}.`, {
        hint: 'This cloud builds only with a Dockerfile inside the context: move it, or widen `context`.',
      });
    }
    place(staging, entries, { path: own, source: dockerfile });
    const ignore = ignoreFile && pathInside(staging.root, ignoreFile);
    if (ignore) place(staging, entries, { path: ignore, source: ignoreFile });
    return own;
  }
  const { name, keepsOriginal } = dockerfileEntry;
  if (!keepsOriginal && own !== undefined && own !== name) remove(entries, own);
  place(staging, entries, { path: name, source: dockerfile });
  stageIgnoreFile(staging, entries, name);
  return name;
}

/**
 * The remote builder looks for `<name>.dockerignore`, then for `.dockerignore`, and leaves out again what
 * it says. Both must be the file in use, or it would leave out something else.
 */
function stageIgnoreFile(staging: Staging, entries: Entry[], name: string): void {
  const { ignoreFile, root } = staging;
  const beside = `${name}.dockerignore`;
  const besideInUse = ignoreFile !== undefined && pathInside(root, ignoreFile) === beside;
  if (!besideInUse && remove(entries, beside)) {
    staging.leftOut.add('replaced', beside);
    staging.notices.push(
      `${beside} is left out: it belongs to another Dockerfile, and the remote build would take it for this one's.`,
    );
  }
  if (ignoreFile === undefined) return;
  if (besideInUse) place(staging, entries, { path: beside, source: ignoreFile });
  place(staging, entries, { path: '.dockerignore', source: ignoreFile });
}

/** Regular files only: the name given may be a link, whose target need not be in the archive. */
function place(staging: Staging, entries: Entry[], { path, source }: { path: string; source: string }): void {
  const real = realpathSync(source);
  const entry = fileEntry(path, real);
  if (entry === undefined) throw new UserError(`${source} vanished while the context was listed.`);
  const at = entries.findIndex((one) => one.path === path);
  const standing = entries[at];
  if (standing === undefined) {
    entries.push(entry);
    addParents(staging.root, entries, path);
    return;
  }
  if (standing.kind === 'folder') {
    throw new UserError(
      `The context has a folder named ${path}, where this cloud expects the file ${source}.`,
      {
        hint: `Rename the folder, or add ${path} to the ignore file.`,
      },
    );
  }
  entries[at] = entry;
  if (isSameFile(standing, real)) return;
  staging.leftOut.add('replaced', path);
  staging.notices.push(
    `${path} in the archive is ${relativeName(staging.root, source)}, not the context's own file.`,
  );
}

function isSameFile(standing: Entry, real: string): boolean {
  try {
    return realpathSync(standing.source) === real;
  } catch {
    return false;
  }
}

function addParents(root: string, entries: Entry[], path: string): void {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    if (entries.some((one) => one.path === parent)) return;
    entries.push(folderEntry(parent, `${root}/${parent}`));
  }
}

function remove(entries: Entry[], path: string): boolean {
  const at = entries.findIndex((one) => one.path === path && one.kind !== 'folder');
  if (at >= 0) entries.splice(at, 1);
  return at >= 0;
}

/** Relative to the root; undefined outside it. */
export function pathInside(root: string, absolute: string): string | undefined {
  const path = relative(root, absolute);
  return path === '..' || path.startsWith('../') || path === '' ? undefined : path;
}

function relativeName(root: string, source: string): string {
  return pathInside(root, source) ?? basename(source);
}
