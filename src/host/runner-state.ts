import { appendFileSync, chmodSync, existsSync } from 'node:fs';
import { tolerate } from './tolerate.ts';

const SECRET = 'secret-';
/** How the variables begin in which post finds secrets. */
export const SECRET_STATE = `STATE_${SECRET}`;

export type SecretState = {
  /**
   * A secret of one line, for the runner's state file alone, which only this user reads. Nothing of it is printed.
   * @returns whether it was saved
   */
  readonly saveSecret: (key: string, value: string) => boolean;
  readonly readSecret: (key: string) => string | undefined;
};

/** @throws where the runner gave no file for it */
export function appendState(file: string | undefined, line: string): void {
  if (!file) throw new Error('GITHUB_STATE is not set');
  // The runner made the file; one that is missing is not ours to make.
  if (!existsSync(file)) throw new Error('GITHUB_STATE names no file');
  appendFileSync(file, `${line}\n`);
}

/** As they are, so that the masks of the runner cover them in its own debug log as well. */
export function secretState(env: NodeJS.ProcessEnv): SecretState {
  const done = new Set<string>();
  return {
    saveSecret(key, value) {
      if (done.has(key)) return true;
      if (/[\r\n]/.test(value)) return false;
      const isSaved = tolerate(() => {
        // The runner makes it readable to others of the machine; it and we are the same user.
        if (env.GITHUB_STATE && process.platform !== 'win32') chmodSync(env.GITHUB_STATE, 0o600);
        appendState(env.GITHUB_STATE, `${SECRET}${key}=${value}`);
      });
      if (isSaved) done.add(key);
      return isSaved;
    },
    readSecret: (key) => env[`${SECRET_STATE}${key}`] || undefined,
  };
}
