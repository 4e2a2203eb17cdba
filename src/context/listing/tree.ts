/** The sorted entries of a context, with what was left out and why. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Entry, Tree, TreeRequest } from '../entry.ts';
import type { IgnoreRules } from '../ignore/ignore.ts';
import { gitCredentials, isBelowGit, missingFromCheckout } from './checkout/checkout.ts';
import { hasNameOfKey, ignoreLineFor, isCredential } from './credentials.ts';
import { resolveDockerfile } from './dockerfile.ts';
import { EntryList } from './entry-list.ts';
import { readFolder, statIfPresent } from './file-system.ts';
import { chooseIgnoreFile } from './ignore-choice.ts';
import { includedPaths, inclusion } from './include-paths.ts';
import { createLeftOutCounter, type LeftOutCounter } from './left-out.ts';
import { pathInside } from './path-inside.ts';
import { checkNoGitCredential, checkTargetIsSent, type PlacedFile, placedFile } from './placed-file.ts';
import { isSent } from './sent.ts';
import { spelledBelow } from './spelling.ts';
import { planStage, staged } from './staging.ts';
import { walk } from './walk.ts';

/**
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the beginnings of
 * files that may be credentials; never a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
export async function listTree(given: TreeRequest): Promise<Tree> {
  const { request, file } = resolved(given);
  const { root, dockerfile } = request;
  const ignore = await chooseIgnoreFile(request);
  const include = includedPaths(root, request.includePaths);
  const holdsGitCredential = gitCredentials(request);
  const files = [file, ...(ignore.placed === undefined ? [] : [ignore.placed])];
  for (const one of files) {
    checkTargetIsSent(one, request, (path) => isSent(ignore, path) && inclusion(include, path) === 'inside');
    checkNoGitCredential(one, request, holdsGitCredential);
  }
  const stage = planStage({ ...request, ignoreFile: ignore.file });
  const placed = [dockerfile, ignore.file].flatMap((file) => (file && pathInside(root, file)) || []);
  const leftOut = createLeftOutCounter(new Set(placed));
  const notices = [...ignore.notices];
  const { rules, git, label: rulesFile } = ignore;
  const walked = walk({ root, rules, rulesFile, include, git, leftOut });
  const screen = credentialScreen(request, rules, leftOut, holdsGitCredential);
  const entries = new EntryList(root);
  for (const entry of staged(walked, { root, stage, files, leftOut, notices })) {
    if (screen.passes(entry)) entries.add(entry);
  }
  return {
    entries,
    dockerfile: stage.dockerfile,
    files: entries.files,
    bytes: entries.bytes,
    leftOut: leftOut.list(),
    notices: [...notices, ...missingFromCheckout(request, entries)],
    warnings: ignore.warnings,
    credentials: screen.found,
  };
}

/**
 * Files that look like credentials are reported, and left out if the cloud's contract says so (contracts/README.md,
 * disagreement 28), unless an exception of the ignore file names them.
 */
function credentialScreen(
  { root, leavesOutCredentials = false, projectFile }: TreeRequest,
  rules: IgnoreRules,
  leftOut: LeftOutCounter,
  holdsGitCredential: (entry: Entry) => boolean,
) {
  const found: { path: string; ignoreLine: string }[] = [];
  const ofDeployment = projectFile === undefined ? undefined : pathInside(root, projectFile);
  const isException = (path: string) =>
    rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
  return {
    found,
    passes(entry: Entry): boolean {
      if (holdsGitCredential(entry)) {
        leftOut.add('git-credentials', entry.path);
        return false;
      }
      const { path } = entry;
      if (path === ofDeployment && !isException(path)) {
        leftOut.add('project-file', path);
        return false;
      }
      const looksLikeOne = isCredential(entry);
      if (leavesOutCredentials && (looksLikeOne || hasNameOfKey(entry)) && !isException(path)) {
        leftOut.add('credentials', path);
        return false;
      }
      if (looksLikeOne) found.push({ path, ignoreLine: ignoreLineFor(path) });
      return true;
    },
  };
}

/** The request with links resolved; folder and Dockerfile exist and are inside the workspace. */
function resolved(given: TreeRequest): { readonly request: TreeRequest; readonly file: PlacedFile } {
  const workspace = realpathSync(given.workspace);
  const root = contextFolder(given.root, workspace);
  requireInside(workspace, root, 'context folder');
  requireOutsideGit(workspace, root);
  const dockerfile = resolveDockerfile(root, given.dockerfile, workspace);
  const named = join(asNamed(given, { workspace, root }), basename(dockerfile));
  const file = placedFile('Dockerfile', { named, path: dockerfile }, { workspace, root });
  requireInside(workspace, file.real, 'Dockerfile');
  return { request: { ...given, workspace, root, dockerfile }, file };
}

/** The Dockerfile's folder as the author named it: only links of the context folder and the workspace are resolved. */
function asNamed(given: TreeRequest, { workspace, root }: Pick<TreeRequest, 'workspace' | 'root'>): string {
  const folder = spelledBelow(workspace, dirname(resolve(root, given.dockerfile)));
  const below = relative(resolve(given.root), folder);
  if (!below.startsWith('..')) return join(root, below);
  const inWorkspace = relative(resolve(given.workspace), folder);
  return inWorkspace.startsWith('..') ? folder : join(workspace, inWorkspace);
}

function contextFolder(path: string, workspace: string): string {
  const hint =
    readFolder(workspace, workspace).entries.length === 0
      ? 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.'
      : 'Set `context` to the folder with the sources, relative to the workspace.';
  const stats = statIfPresent(path);
  if (stats === undefined) throw new UserError(`The context folder ${path} does not exist.`, { hint });
  if (!stats.isDirectory()) throw new UserError(`The context ${path} is not a folder.`, { hint });
  const root = realpathSync(path);
  if (readFolder(root, path).entries.length === 0)
    throw new UserError(`The context folder ${root} is empty.`, { hint });
  return root;
}

function requireInside(workspace: string, real: string, what: string): void {
  if (real === workspace || pathInside(workspace, real) !== undefined) return;
  throw new UserError(`The ${what} ${real} is outside the workspace ${workspace}.`, {
    hint: 'Only files inside the workspace, after links are resolved, are sent.',
  });
}

/** In such a folder our rule about the root's `.git` would not apply, and the ignore file does not mention it. */
function requireOutsideGit(workspace: string, root: string): void {
  const path = pathInside(workspace, root);
  if (path === undefined || !isBelowGit(`${path}/`)) return;
  throw new UserError(`The context folder ${path} lies in a .git folder, which is not sent.`, {
    hint: 'Set `context` to a folder with sources. If it is a link, see where it leads.',
  });
}
