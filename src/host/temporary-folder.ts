import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

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
    mkdirSync(given, { recursive: true, mode: 0o700 });
    accessSync(given, constants.W_OK | constants.X_OK);
    note(`RUNNER_TEMP ${given} did not exist: it was made.`);
    return env;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    note(`RUNNER_TEMP ${given} cannot be written to (${code}): ${tmpdir()} is used instead.`);
    return { ...env, RUNNER_TEMP: tmpdir() };
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
