import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A checkout: the folder that holds `.git`. */
export type Repository = { readonly top: string };

/** Each question has this long; git is only asked about facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
export function repositoryOf(folder: string, ceiling: string): Repository | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return { top };
    if (top === ceiling || top === dirname(top)) return undefined;
  }
}

/** What git printed; `undefined` where it is missing, refused, failed or took too long. */
export async function git(repository: Repository, ...args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = {
      cwd: repository.top,
      env: environment(),
      timeout: DEADLINE_MS,
      maxBuffer: OUTPUT_BYTES,
    };
    execFile('git', [...guards(repository), ...args], options, (error, stdout) => {
      resolve(error ? undefined : stdout);
    });
  });
}

/**
 * In a container the checkout often belongs to another user, which git calls dubious. Naming the repository skips
 * that check in every version; `safe.directory` on the command line, which only 2.37 and later heed, covers its submodules.
 * Nothing that the repository's own config names is run.
 */
function guards({ top }: Repository): readonly string[] {
  return [
    `--git-dir=${join(top, '.git')}`,
    `--work-tree=${top}`,
    '--literal-pathspecs',
    '--no-replace-objects',
    ...[
      'safe.directory=*',
      'core.fsmonitor=false',
      'core.hooksPath=/dev/null',
      'core.quotePath=false',
    ].flatMap((setting) => ['-c', setting]),
  ];
}

/** The step's own environment without what would point git elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_NAMESPACE, GIT_OBJECT_DIRECTORY, ...rest } =
    process.env;
  return {
    ...rest,
    LC_ALL: 'C',
    // No lock is taken for a refreshed index, and nothing waits for a person or the network.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
