import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { relativePathInside } from '../path-inside.ts';

/** What is asked of the machine; a parameter, so that tests can cover Windows. */
type Machine = {
  readonly platform: NodeJS.Platform;
  /** Whether a program of this absolute name can be started. */
  readonly isProgram: (file: string) => boolean;
  /** The name with links resolved; the name itself if it cannot be resolved. */
  readonly real: (file: string) => string;
};

const THIS_MACHINE: Machine = {
  platform: process.platform,
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },
  real(file) {
    try {
      return realpathSync(file);
    } catch {
      return file;
    }
  },
};

/**
 * The git to start: the first one in `PATH` that the workspace's author cannot have put there. Only absolute folders
 * outside of the workspace count, links resolved; never the current folder, which Windows searches first. There only
 * `git.exe` counts: a `.cmd` would be read by a shell.
 * @param workspace absolute; others wrote its content
 * @returns an absolute path, or `undefined` where there is none
 */
export function findGit(
  env: NodeJS.ProcessEnv,
  workspace: string,
  machine: Machine = THIS_MACHINE,
): string | undefined {
  const windows = machine.platform === 'win32';
  const rules = windows ? path.win32 : path.posix;
  const isInside = (file: string) =>
    relativePathInside(workspace, file, rules) !== undefined ||
    relativePathInside(machine.real(workspace), machine.real(file), rules) !== undefined;
  for (const entry of searchPath(env, windows).split(rules.delimiter)) {
    const folder = windows ? entry.replaceAll('"', '') : entry;
    // `\tools` and `C:tools` depend on the current drive and folder.
    if (!rules.isAbsolute(folder) || (windows && !/^(?:[a-z]:[\\/]|\\\\)/i.test(folder))) continue;
    const file = rules.join(folder, windows ? 'git.exe' : 'git');
    if (isInside(file)) continue;
    if (machine.isProgram(file)) return file;
  }
  return undefined;
}

/** On Windows the variable is `Path`, in any case. */
function searchPath(env: NodeJS.ProcessEnv, windows: boolean): string {
  if (!windows) return env.PATH ?? '';
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH');
  return (name && env[name]) || '';
}
