import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';

/**
 * The environment with a writable RUNNER_TEMP: the runner's, created if it is missing, else the system's.
 * @param note called with one sentence if the folder was created or replaced
 */
export function withTemporaryFolder(env: NodeJS.ProcessEnv, note: (line: string) => void): NodeJS.ProcessEnv {
  const given = env.RUNNER_TEMP;
  if (!given) return { ...env, RUNNER_TEMP: tmpdir() };
  if (isWritable(given)) return env;
  try {
    // Only for this user: its files belong to the step.
    makeFolders(resolve(given));
    accessSync(given, constants.W_OK | constants.X_OK);
    note(`RUNNER_TEMP ${given} did not exist: it was made.`);
    return env;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    note(`RUNNER_TEMP ${given} cannot be written to (${code}): ${tmpdir()} is used instead.`);
    return { ...env, RUNNER_TEMP: tmpdir() };
  }
}

/** Each folder of a path. Node's own way (`recursive`) never returns where a file system refuses with ENOENT, as /proc does. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another step of the machine may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
