/**
 * The Dockerfile and the ignore file are read and sent from wherever they are named. The author of a branch could so
 * name any file of the machine, by a link or in a manifest. Therefore each is only read if it is a file that this
 * context would send anyway.
 */
import { realpathSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import type { Entry, TreeRequest } from '../entry.ts';
import { isBelowGit } from './checkout/checkout.ts';
import { isCredential } from './credentials.ts';
import { fileEntry } from './file-system.ts';
import { pathInside } from './path-inside.ts';

/** A file as it was named, and the one that is really read, which differs if a link is on the path. Absolute. */
export type PlacedFile = {
  readonly what: 'Dockerfile' | 'ignore file';
  /** Without resolving links. */
  readonly named: string;
  /** With the folder's links resolved, but not the file's own. */
  readonly path: string;
  readonly real: string;
};

/**
 * Finds the real path of the file and checks it; reads its content only to detect credentials.
 * @throws {UserError} naming link and target if that is outside of the context, below a `.git` or looks like a
 * credential
 */
export function placedFile(
  what: PlacedFile['what'],
  { named, path }: Pick<PlacedFile, 'named' | 'path'>,
  { workspace, root }: Pick<TreeRequest, 'workspace' | 'root'>,
): PlacedFile {
  const file = { what, named, path, real: realpathSync.native(path) };
  const inside = pathInside(root, file.real);
  if (file.real !== named && inside === undefined) {
    throw refusal(file, workspace, 'is outside the context folder');
  }
  if (what === 'ignore file' && pathInside(workspace, file.real) === undefined) {
    throw refusal(file, workspace, 'is outside the workspace');
  }
  if (isBelowGit(pathInside(workspace, file.real) ?? '')) {
    throw refusal(file, workspace, 'lies in a .git folder');
  }
  const entry = fileEntry(inside ?? pathInside(workspace, file.real) ?? file.real, file.real);
  if (entry !== undefined && isCredential(entry)) throw refusal(file, workspace, 'looks like credentials');
  return file;
}

/**
 * @param isSent whether the context sends a file at this path, relative to the context folder
 * @throws {UserError} naming link and target if the target is left out
 */
export function checkTargetIsSent(
  file: PlacedFile,
  { workspace, root }: Pick<TreeRequest, 'workspace' | 'root'>,
  isSent: (path: string) => boolean,
): void {
  const inside = pathInside(root, file.real);
  if (file.real === file.named || inside === undefined || isSent(inside)) return;
  throw refusal(file, workspace, 'is left out by the ignore file or the include paths');
}

/** @throws {UserError} naming link and target if git keeps a credential in it */
export function checkNoGitCredential(
  file: PlacedFile,
  { workspace }: Pick<TreeRequest, 'workspace'>,
  holdsGitCredential: (entry: Entry) => boolean,
): void {
  const entry = fileEntry(file.real, file.real);
  if (entry !== undefined && holdsGitCredential(entry)) {
    throw refusal(file, workspace, 'holds a credential of git');
  }
}

function refusal({ what, named, real }: PlacedFile, workspace: string, why: string): UserError {
  const shown = (path: string) => pathInside(workspace, path) ?? path;
  if (real === named)
    return new UserError(`The ${what} ${shown(named)} is not sent: it ${why}.`, { hint: HINT });
  return new UserError(
    `The ${what} ${shown(named)} is a link to ${shown(real)}, which is not sent: it ${why}.`,
    {
      hint: HINT,
    },
  );
}

const HINT = 'Use a file of the build context itself, or a link to a file that the context sends.';
