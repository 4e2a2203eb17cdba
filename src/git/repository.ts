import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { relativePathInside } from '../path-inside.ts';

/** A checkout. */
export type Repository = {
  /** The folder that holds `.git`; absolute. */
  readonly top: string;
  /** Others wrote its content; absolute. */
  readonly workspace: string;
};

/** The repository that contains `folder`, searched up to and including `ceiling`; both absolute, links resolved. */
export function repositoryOf(folder: string, ceiling: string): Repository | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return { top, workspace: ceiling };
    if (top === ceiling || top === dirname(top)) return undefined;
  }
}

/**
 * A file's path in its repository, which a pull request's page uses: after a checkout with `path` the repository is a
 * folder of the workspace. Unchanged if the file is in no repository of the workspace.
 * @param file absolute, or relative to the workspace
 * @returns with `/` between names
 */
export function pathInRepository(workspace: string, file: string): string {
  const path = resolve(workspace, file);
  const top = repositoryOf(dirname(path), workspace)?.top ?? workspace;
  const folder = relativePathInside(top, path);
  return folder === undefined || folder === '.' ? file : folder;
}

/**
 * The folder with the repository's objects, refs and configuration: `.git`, or the folder that a `.git` file of a
 * submodule or worktree names (gitrepository-layout(5)).
 * @throws if one of these files cannot be read
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

/** The checkout's author controls this file: it may be a device without end, or a FIFO that blocks. */
function pointerText(file: string): string {
  const found = statSync(file);
  if (!found.isFile() || found.size > LONGEST_POINTER) throw new Error(`${file} is no pointer to a folder`);
  return readFileSync(file, 'utf8');
}
