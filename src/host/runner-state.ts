import { appendFileSync, chmodSync, existsSync } from 'node:fs';
import { tolerate } from './tolerate.ts';

const SECRET = 'secret-';
/** The prefix of the variables in which post finds secrets. */
export const SECRET_STATE = `STATE_${SECRET}`;

export type SecretState = {
  /**
   * Saves a secret of one line only in the runner's state file, which only this user can read. It is never printed.
   * @returns whether it was saved
   */
  readonly saveSecret: (key: string, value: string) => boolean;
  readonly readSecret: (key: string) => string | undefined;
};

/** @throws if the runner gave no file for it */
export function appendState(file: string | undefined, line: string): void {
  if (!file) throw new Error('GITHUB_STATE is not set');
  // The runner creates the file; a missing one must not be created here.
  if (!existsSync(file)) throw new Error('GITHUB_STATE names no file');
  appendFileSync(file, `${line}\n`);
}

/** Saved unencoded, so that the runner's masks cover them in its debug log too. */
export function secretState(env: NodeJS.ProcessEnv): SecretState {
  const done = new Set<string>();
  return {
    saveSecret(key, value) {
      if (done.has(key)) return true;
      if (/[\r\n]/.test(value)) return false;
      const isSaved = tolerate(() => {
        // The runner creates it readable for others; it and this step are the same user.
        if (env.GITHUB_STATE && process.platform !== 'win32') chmodSync(env.GITHUB_STATE, 0o600);
        appendState(env.GITHUB_STATE, `${SECRET}${key}=${value}`);
      });
      if (isSaved) done.add(key);
      return isSaved;
    },
    readSecret: (key) => env[`${SECRET_STATE}${key}`] || undefined,
  };
}
