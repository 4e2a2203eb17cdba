import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import {
  GIT_COMMANDS,
  GIT_ENVIRONMENT,
  GIT_GUARDS,
  GIT_HOME_VARIABLES,
  GIT_VARIABLES,
  type GitCommandName,
} from './commands.ts';
import { findGit } from './find-git.ts';
import { type GitSettings, isolatedFolder, ownConfiguration, readGitSettings } from './isolation.ts';
import { commonFolder, type Repository } from './repository.ts';

/** Milliseconds for each command; git is only asked for facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;

const settingsOf = new WeakMap<Repository, Promise<GitSettings | undefined>>();

/**
 * What git printed; `undefined` if it is missing, refused, failed or took too long. The repository's own
 * configuration has no effect (docs/security.md, "Git").
 */
export async function git(
  repository: Repository,
  name: Exclude<GitCommandName, 'settings'>,
  ...values: readonly string[]
): Promise<string | undefined> {
  const settings = await gitSettings(repository);
  if (settings === undefined) return undefined;
  let folder: string | undefined;
  try {
    folder = isolatedFolder(commonFolder(repository), ownConfiguration(settings));
    return await run(repository, [...GIT_COMMANDS[name].args, ...values], isolatedEnvironment(folder));
  } catch {
    return undefined;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** The repository's and the machine's settings, read once and only as data. */
export async function gitSettings(repository: Repository): Promise<GitSettings | undefined> {
  const known = settingsOf.get(repository);
  if (known) return known;
  const read = run(repository, GIT_COMMANDS.settings.args, {
    ...named(GIT_VARIABLES),
    ...named(GIT_HOME_VARIABLES),
    ...GIT_ENVIRONMENT,
  }).then((list) => (list === undefined ? undefined : readGitSettings(list)));
  settingsOf.set(repository, read);
  return read;
}

function isolatedEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...named(GIT_VARIABLES),
    ...GIT_ENVIRONMENT,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_COMMON_DIR: folder,
  };
}

function run(
  { top, workspace }: Repository,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const program = findGit(process.env, workspace);
  if (program === undefined) return Promise.resolve(undefined);
  // With explicit paths git does not check the owner of the checkout.
  const place = [`--git-dir=${join(top, '.git')}`, `--work-tree=${top}`];
  const options = {
    cwd: top,
    env: { ...env, PATH: dirname(program) },
    timeout: DEADLINE_MS,
    maxBuffer: OUTPUT_BYTES,
  };
  return new Promise((resolve) => {
    execFile(program, [...place, ...GIT_GUARDS, ...args], options, (error, stdout) => {
      resolve(error ? undefined : stdout);
    });
  });
}

function named(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
