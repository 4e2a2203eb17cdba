import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atEnd } from './cleanup.ts';

/** A fresh folder, its path without links, removed after the last test of the file. */
export function temporaryFolder(name = 'test'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param files path → content, `/` between folders */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

export type Workspace = {
  readonly path: string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
};

/** A folder with these files in it. */
export function makeWorkspace(files: Readonly<Record<string, string | Buffer>> = {}): Workspace {
  const path = temporaryFolder('workspace');
  const write = (more: Readonly<Record<string, string | Buffer>>) => writeFiles(path, more);
  write(files);
  return { path, write };
}

export type Repository = Workspace & {
  /** @returns stdout without the last line end */
  readonly git: (...args: string[]) => string;
  /** Commits all that is there. @returns the commit's id */
  readonly commit: (message?: string) => string;
};

/** A workspace in real git, on branch `main`, its files committed; nothing of the user's git configuration counts. */
export function makeRepository(files: Readonly<Record<string, string | Buffer>> = {}): Repository {
  const workspace = makeWorkspace(files);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: workspace.path, env: gitEnv(), encoding: 'utf8' }).replace(/\n$/, '');
  const commit = (message = 'a change') => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('the first commit');
  return { ...workspace, git, commit };
}

function gitEnv(): NodeJS.ProcessEnv {
  const person = { NAME: 'A Developer', EMAIL: 'developer@example.com', DATE: '2026-01-02T03:04:05Z' };
  const names = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(names),
  };
}
