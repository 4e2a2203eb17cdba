import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { wayInside } from '../path-inside.ts';

/** A checkout. */
export type Repository = {
  /** The folder that holds `.git`; absolute. */
  readonly top: string;
  /** What lies in here was written by others; absolute. */
  readonly workspace: string;
};

/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
export function repositoryOf(folder: string, ceiling: string): Repository | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return { top, workspace: ceiling };
    if (top === ceiling || top === dirname(top)) return undefined;
  }
}

/**
 * A file as its repository names it, which is how a pull request's page knows it: after a checkout with `path` the
 * repository is a folder of the workspace. Unchanged where the file lies in no repository of the workspace.
 * @param file absolute, or relative to the workspace
 * @returns with `/` between names
 */
export function pathInRepository(workspace: string, file: string): string {
  const path = resolve(workspace, file);
  const top = repositoryOf(dirname(path), workspace)?.top ?? workspace;
  const way = wayInside(top, path);
  return way === undefined || way === '.' ? file : way;
}

/**
 * Where the objects, refs and configuration of the repository are: `.git`, or what the file of that name, as in
 * submodules and further worktrees, leads to (gitrepository-layout(5)).
 * @throws where a file on the way cannot be read
 */
export function commonFolder({ top }: Repository): string {
  const git = gitFolder(top);
  const pointer = join(git, 'commondir');
  return existsSync(pointer) ? resolve(git, pointerText(pointer).trim()) : git;
}

function gitFolder(top: string): string {
  const git = join(top, '.git');
  if (statSync(git).isDirectory()) return git;
  const [, way] = /^gitdir: ([^\n]+)\n?$/.exec(pointerText(git)) ?? [];
  if (way === undefined) throw new Error(`${git} names no folder`);
  return resolve(top, way.trimEnd());
}

/** Bytes: a path and a word. */
const LONGEST_POINTER = 64 * 1024;

/** Whoever wrote the checkout wrote it: a device has no end, and a FIFO waits for ever. */
function pointerText(file: string): string {
  const found = statSync(file);
  if (!found.isFile() || found.size > LONGEST_POINTER) throw new Error(`${file} is no pointer to a folder`);
  return readFileSync(file, 'utf8');
}
