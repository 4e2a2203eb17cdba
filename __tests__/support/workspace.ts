import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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
  /** The id of the commit that it is made with. */
  readonly first: string;
  /** @returns stdout without the last line end */
  readonly git: (...args: string[]) => string;
  /** Commits all that is there. @returns the commit's id */
  readonly commit: (message?: string) => string;
};

/**
 * A workspace in real git, on branch `main`, its files committed; nothing of the user's git configuration counts. The first
 * one of its files is made by git, further ones are copies of it: git takes ten times as long as the copy.
 * @param origin the address of its remote, if it has one
 */
export function makeRepository(
  files: Readonly<Record<string, string | Buffer>> = {},
  origin = '',
): Repository {
  const workspace = makeWorkspace();
  const template = templateOf(files, origin);
  cpSync(template.folder, workspace.path, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
  });
  const git = gitIn(workspace.path);
  const commit = (message = 'a change') => {
    commitAll(git, message);
    return git('rev-parse', 'HEAD');
  };
  return { ...workspace, first: template.first, git, commit };
}

type Template = { readonly folder: string; readonly first: string };

const templates = new Map<string, Template>();

/** A repository of these files that nobody writes to. */
function templateOf(files: Readonly<Record<string, string | Buffer>>, origin: string): Template {
  const digest = createHash('sha256').update(`${origin}\0`);
  for (const [name, content] of Object.entries(files)) {
    digest.update(`${name}\0${content.length}\0`).update(content);
  }
  const key = digest.digest('hex');
  const known = templates.get(key);
  if (known !== undefined) return known;
  const folder = temporaryFolder('template');
  writeFiles(folder, files);
  const git = gitIn(folder);
  git('init', '--quiet', '--initial-branch=main', '--template=');
  if (origin !== '') git('remote', 'add', 'origin', origin);
  commitAll(git, 'the first commit');
  const template = { folder, first: git('rev-parse', 'HEAD') };
  templates.set(key, template);
  return template;
}

function gitIn(cwd: string): Repository['git'] {
  return (...args) => execFileSync('git', args, { cwd, env: gitEnv(), encoding: 'utf8' }).replace(/\n$/, '');
}

function commitAll(git: Repository['git'], message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', message);
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
