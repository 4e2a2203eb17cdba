/** What a context is made of, so that the path of a change is enough to decide, without listing the context. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { TreeRequest } from '../entry.ts';
import {
  chooseIgnoreFile,
  type IgnoreChoice,
  includedPaths,
  isIgnoreFile,
  isSent,
  pathInside,
  resolveDockerfile,
  statIfPresent,
} from '../listing/listing.ts';
import { pathsThroughLinks } from './links.ts';

/** Absolute paths throughout. */
export type ContextScope = {
  /** A change of one of these always changes the context, also if ignored. */
  readonly files: readonly string[];
  /** Files in these folders are sent, as far as the rules allow. */
  readonly folders: readonly string[];
  /**
   * Whether a file at this path would be sent if it existed.
   * @param submodule its content is unknown: whether anything in it could be sent
   */
  readonly carries: (path: string, submodule: boolean) => boolean;
};

/** Rules by ignore file, so that contexts that share one read it once. */
export type RulesMemo = Map<string, Promise<IgnoreChoice | undefined>>;

/**
 * @param request as for `listTree`, but the Dockerfile and the ignore file need not exist
 * @param besides further files that count: the project file, its environments
 * @throws UserError for a root or an include path that is missing or outside
 */
export async function contextScopeOf(
  request: TreeRequest,
  besides: readonly string[],
  memo: RulesMemo = new Map(),
): Promise<ContextScope> {
  const root = existingRoot(request);
  const dockerfiles = dockerfileNames(root, request.dockerfile);
  const inUse = dockerfiles[0] ?? request.dockerfile;
  const ignore = ignoreNames(request, root, inUse);
  const include = includedPaths(root, request.includePaths);
  const files = [...dockerfiles, ...ignore.names, ...besides].flatMap(pathsThroughLinks);
  const shadowed = shadowedPaths(request, root, new Set(files), ignore.inUse !== undefined);
  const rules = await rulesIn(memo, { ...request, root, dockerfile: inUse }, ignore.inUse);
  return {
    // Links on the way to the root as well; the root itself is one of the folders.
    files: [...files, ...pathsThroughLinks(request.root).filter((path) => path !== root)],
    folders: include === undefined ? [root] : include.map((path) => join(root, path)),
    carries(path, submodule) {
      if (shadowed.has(path)) return false;
      const inside = pathInside(root, path);
      // The root itself: it is no folder any more.
      if (inside === undefined) return true;
      return rules === undefined || isSent(rules, inside, submodule);
    },
  };
}

function existingRoot({ workspace, root }: TreeRequest): string {
  if (!statIfPresent(root)?.isDirectory()) {
    throw new UserError(`The context folder ${root} does not exist.`);
  }
  const real = realpathSync(root);
  if (real === workspace || pathInside(workspace, real) !== undefined) return real;
  throw new UserError(`The context folder ${real} is outside the workspace ${workspace}.`);
}

/** The one in use first; if there is none, the names that it may have had. */
function dockerfileNames(root: string, given: string): string[] {
  try {
    return [...new Set([resolveDockerfile(root, given), given])];
  } catch {
    return [given, join(dirname(given), 'dockerfile')];
  }
}

/**
 * The look-up of docs/context.md, rule 1, up to the file in use: a file earlier in the list does not exist now, but
 * was in use if it existed before.
 */
function ignoreNames({ ignoreFile }: TreeRequest, root: string, dockerfile: string) {
  const lookUp = [
    ...(ignoreFile === undefined ? [] : [ignoreFile]),
    `${dockerfile}.dockerignore`,
    join(root, '.dockerignore'),
  ];
  const isThere = (path: string) =>
    path === ignoreFile ? statIfPresent(path)?.isFile() : isIgnoreFile(path);
  const at = lookUp.findIndex(isThere);
  return at < 0 ? { names: lookUp, inUse: undefined } : { names: lookUp.slice(0, at + 1), inUse: lookUp[at] };
}

/** The context's own files that the archive replaces with others: they are never sent. */
function shadowedPaths(
  { dockerfileEntry }: TreeRequest,
  root: string,
  own: ReadonlySet<string>,
  ignores: boolean,
): ReadonlySet<string> {
  if (dockerfileEntry === 'in-place') return new Set();
  const { name } = dockerfileEntry;
  const replaced = [name, `${name}.dockerignore`, ...(ignores ? ['.dockerignore'] : [])];
  return new Set(replaced.map((path) => join(root, path)).filter((path) => !own.has(path)));
}

/** `undefined` where the file is faulty: the build will report that, and until then every change counts. */
function rulesIn(
  memo: RulesMemo,
  request: TreeRequest,
  file: string | undefined,
): Promise<IgnoreChoice | undefined> {
  const key = file ?? request.exclude?.file ?? '';
  const known = memo.get(key) ?? rulesOf(file === undefined ? request : { ...request, ignoreFile: file });
  memo.set(key, known);
  return known;
}

async function rulesOf(request: TreeRequest): Promise<IgnoreChoice | undefined> {
  try {
    return await chooseIgnoreFile(request);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}
