import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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
 * Where the objects, refs and configuration of the repository are: `.git`, or what the file of that name, as in
 * submodules and further worktrees, leads to (gitrepository-layout(5)).
 * @throws where a file on the way cannot be read
 */
export function commonFolder({ top }: Repository): string {
  const git = gitFolder(top);
  const pointer = join(git, 'commondir');
  return existsSync(pointer) ? resolve(git, readFileSync(pointer, 'utf8').trim()) : git;
}

function gitFolder(top: string): string {
  const git = join(top, '.git');
  if (statSync(git).isDirectory()) return git;
  const [, way] = /^gitdir: ([^\n]+)\n?$/.exec(readFileSync(git, 'utf8')) ?? [];
  if (way === undefined) throw new Error(`${git} names no folder`);
  return resolve(top, way.trimEnd());
}
