/** The sorted entries of a context, with what was left out and why. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { findCredentials } from './credentials.ts';
import { resolveDockerfile } from './dockerfile.ts';
import type { Entry, Tree, TreeRequest } from './entry.ts';
import type { IgnoreRules } from './ignore.ts';
import { chooseIgnoreFile } from './ignore-choice.ts';
import { includedPaths } from './include-paths.ts';
import { type LeftOutLedger, leftOutLedger } from './left-out.ts';
import { pathInside, stage } from './staging.ts';
import { walk } from './walk.ts';

/**
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the heads
 * of files that may be credentials; nothing of a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
export function listTree(given: TreeRequest): Tree {
  const request = resolved(given);
  const { root, dockerfile, dockerfileEntry } = request;
  const ignore = chooseIgnoreFile(request);
  const include = includedPaths(root, request.includePaths);
  const placed = [dockerfile, ignore.file].flatMap((file) => (file && pathInside(root, file)) || []);
  const leftOut = leftOutLedger(new Set(placed));
  const { rules, gitByRules, label: rulesFile } = ignore;
  const entries = walk({ root, rules, rulesFile, include, gitByRules, leftOut });

  const notices = [...ignore.notices];
  const staging = { root, dockerfile, dockerfileEntry, ignoreFile: ignore.file, leftOut, notices };
  const name = stage(staging, entries);
  sortByPath(entries);
  const { sent, credentials } = withoutCredentials(entries, request, rules, leftOut);
  const files = sent.filter(({ kind }) => kind === 'file');
  return {
    entries: sent,
    dockerfile: name,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    leftOut: leftOut.list(),
    notices,
    credentials,
  };
}

/**
 * Files that look like credentials are named, and left out where the cloud's contract says so
 * (contracts/README.md, disagreement 28); an exception of the ignore file is the author's own word.
 */
function withoutCredentials(
  entries: readonly Entry[],
  { leavesOutCredentials = false }: TreeRequest,
  rules: IgnoreRules,
  leftOut: LeftOutLedger,
): { readonly sent: readonly Entry[]; readonly credentials: Tree['credentials'] } {
  const found = findCredentials(entries.filter(({ kind }) => kind === 'file'));
  if (!leavesOutCredentials) return { sent: entries, credentials: found };
  const wanted = ({ path }: { path: string }) =>
    rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
  const dropped = new Set(found.filter((file) => !wanted(file)).map(({ path }) => path));
  for (const path of dropped) leftOut.add('credentials', path);
  return { sent: entries.filter(({ path }) => !dropped.has(path)), credentials: found.filter(wanted) };
}

/** Links resolved, the folder and the Dockerfile found and inside the workspace. */
function resolved(given: TreeRequest): TreeRequest {
  const workspace = realpathSync(given.workspace);
  const root = contextFolder(given.root);
  requireInside(workspace, root, 'context folder');
  const dockerfile = resolveDockerfile(root, given.dockerfile);
  requireInside(workspace, realpathSync(dockerfile), 'Dockerfile');
  return { ...given, workspace, root, dockerfile };
}

function contextFolder(path: string): string {
  const hint = 'Set `context` to the folder with the sources, and check the repository out before this step.';
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UserError(`The context folder ${path} does not exist.`, { hint });
  if (!stats.isDirectory()) throw new UserError(`The context ${path} is not a folder.`, { hint });
  const root = realpathSync(path);
  if (readdirSync(root).length === 0) throw new UserError(`The context folder ${root} is empty.`, { hint });
  return root;
}

function requireInside(workspace: string, real: string, what: string): void {
  if (real === workspace || pathInside(workspace, real) !== undefined) return;
  throw new UserError(`The ${what} ${real} lies outside the workspace ${workspace}.`, {
    hint: 'Only what lies inside the workspace, after links, may be sent.',
  });
}

/**
 * By the bytes of the UTF-8 path. That is code point order, which differs from JavaScript's comparison
 * only where a path has a surrogate pair (docs/context.md, rule 23).
 */
function sortByPath(entries: Entry[]): void {
  if (entries.some(({ path }) => /[\uD800-\uDFFF]/.test(path))) {
    entries.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  } else {
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
