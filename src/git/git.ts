import { join } from 'node:path';
import type { Source } from '../clouds/cloud.ts';
import { relativePathInside } from '../path-inside.ts';
import { git, gitSettings } from './command.ts';
import { isDirty } from './dirty.ts';
import { normalRemote } from './remote.ts';
import { type Repository, repositoryOf } from './repository.ts';

export { committedPaths } from './committed.ts';

/** The commit and ref from the CI's variables, used only where git does not know them. */
type SourceHints = { readonly commit?: string; readonly ref?: string };

/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields"). Never throws: facts that git
 * does not give in time are absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is searched from `root` up to here, not above: a runner's own folder may be inside
 * another one.
 * @param known Facts of repositories that were read before; contexts in one repository differ only in `dirty`.
 */
export async function readSource(
  root: string,
  workspace: string,
  hints: SourceHints,
  known: RepositoryMemo = new Map(),
): Promise<Source> {
  const found = repositoryOf(root, workspace);
  if (!found) return {};
  const facts = known.get(found.top) ?? readFacts(found);
  known.set(found.top, facts);
  const { repository } = facts;
  const folder = relativePathInside(repository.top, root);
  const subpath = folder === '.' ? undefined : folder;
  const [head, settings, dirty] = await Promise.all([
    facts.head,
    gitSettings(repository),
    isDirty(repository, subpath || '.'),
  ]);
  return withoutAbsent({
    commit: head.commit ?? hints.commit,
    ref: head.ref ?? hints.ref,
    repo: normalRemote(settings?.get('remote.origin.url') ?? ''),
    subpath,
    dirty,
  });
}

type RepositoryFacts = {
  readonly repository: Repository;
  readonly head: Promise<Head>;
};

/** By the repository's folder. */
export type RepositoryMemo = Map<string, RepositoryFacts>;

function readFacts(repository: Repository): RepositoryFacts {
  return { repository, head: headOf(repository) };
}

type Head = { readonly commit?: string; readonly ref?: string; readonly branch?: string };

/** The commit, and its branch, else a tag of exactly this commit. */
async function headOf(repository: Repository): Promise<Head> {
  const [commit, name = ''] = (await git(repository, 'head'))?.trim().split('\n') ?? [];
  if (!commit) {
    const unborn = (await git(repository, 'branch'))?.trim();
    return unborn ? { ref: unborn, branch: unborn } : {};
  }
  const [, branch] = /^refs\/heads\/(.+)$/.exec(name) ?? [];
  if (branch !== undefined) return { commit, ref: branch, branch };
  const ref = (await git(repository, 'tag'))?.trim();
  return ref ? { commit, ref } : { commit };
}

/**
 * The branch that is checked out, unlike `ref` of `readSource`, which may be a tag. Never throws.
 * @param known as for `readSource`
 */
export async function branchOf(
  root: string,
  workspace: string,
  known: RepositoryMemo,
): Promise<string | undefined> {
  const found = repositoryOf(root, workspace);
  return found && (await (known.get(found.top) ?? readFacts(found)).head).branch;
}

/** The paths that differ between two commits, or why they are unknown. */
export type ChangedPaths =
  | {
      readonly kind: 'known';
      readonly paths: readonly string[];
      /** Those of the paths that are or were submodules: git does not list changes inside them. */
      readonly submodules?: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * The paths that differ between `base` and `head`, relative to the workspace; a rename gives both names, a changed
 * submodule its folder. Never throws.
 * @param base A commit or ref; all zeros, as in the event of a new branch, is unknown.
 */
export async function changedPaths(workspace: string, base: string, head = 'HEAD'): Promise<ChangedPaths> {
  const repository = repositoryOf(workspace, workspace);
  if (!repository)
    return unknown(`There is no git repository at ${workspace}: check it out before this step.`);
  if (/^0+$/.test(base))
    return unknown('The push created its branch: there is no commit before it to compare with.');
  for (const name of [base, head]) {
    if (!(await commitOf(repository, name))) return unknown(await whyMissing(repository, name));
  }
  const answer = await git(repository, 'differences', base, head, '--');
  if (answer === undefined) return unknown(`git could not compare ${base} with ${head}.`);
  return readRaw(answer);
}

/** `:MODE MODE ID ID LETTER`, NUL, path, NUL. */
function readRaw(answer: string): ChangedPaths {
  const fields = answer.split('\0');
  const paths: string[] = [];
  const submodules: string[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const path = fields[index + 1] ?? '';
    paths.push(path);
    if (/^:(?:160000 |\d+ 160000 )/.test(fields[index] ?? '')) submodules.push(path);
  }
  return { kind: 'known', paths, ...(submodules.length > 0 && { submodules }) };
}

/** The merge base of `a` and `b`; `undefined` if the clone is too shallow. Never throws. */
export async function mergeBase(workspace: string, a: string, b: string): Promise<string | undefined> {
  const repository = repositoryOf(workspace, workspace);
  if (!repository) return undefined;
  const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
  if (!one || !other) return undefined;
  return (await git(repository, 'mergeBase', one, other))?.trim() || undefined;
}

/**
 * The folder of the repository that a workspace's folders belong to: the workspace's own, else the first one found
 * for a folder, as after a checkout with `path`; the workspace if there is none.
 */
export function topOf(workspace: string, folders: readonly string[]): string {
  const of = (folder: string) => repositoryOf(folder, workspace)?.top;
  if (of(workspace) !== undefined) return workspace;
  for (const folder of folders) {
    const top = of(join(workspace, folder));
    if (top !== undefined) return top;
  }
  return workspace;
}

/** The full id of the commit of this name; `undefined` where the clone does not have it. Never throws. */
export async function commitNamed(workspace: string, name: string): Promise<string | undefined> {
  const repository = repositoryOf(workspace, workspace);
  return repository && commitOf(repository, name);
}

/** Whether the clone is shallow. Never throws. */
export async function isShallow(workspace: string): Promise<boolean> {
  const repository = repositoryOf(workspace, workspace);
  const answer = repository && (await git(repository, 'shallow'));
  return answer?.trim() === 'true';
}

/** The full id of a commit of this clone; `undefined` for a name that git would take for an option. */
async function commitOf(repository: Repository, name: string): Promise<string | undefined> {
  if (!/^[^-\s]\S*$/.test(name)) return undefined;
  return (await git(repository, 'commit', `${name}^{commit}`))?.trim() || undefined;
}

async function whyMissing(repository: Repository, name: string): Promise<string> {
  const shallow = await git(repository, 'shallow');
  if (shallow === undefined) return 'git could not be run, or cannot read the repository.';
  return shallow.trim() === 'true'
    ? `${name} is not in this shallow clone: give actions/checkout \`fetch-depth: 0\`, or run \`git fetch --unshallow\` before this step.`
    : `${name} is not in this clone: fetch it before this step, or correct \`base\`.`;
}

function unknown(why: string): ChangedPaths {
  return { kind: 'unknown', why };
}

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };

function withoutAbsent<T extends object>(facts: T): Known<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Known<T>;
}
