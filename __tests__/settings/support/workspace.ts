import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { INPUT_DEFAULTS } from '../../../src/settings/input-table.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { EventFacts, Settings } from '../../../src/settings/settings.ts';

/** A workspace on disk and the settings that a step in it would read. */
export type Workspace = {
  readonly root: string;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly read: (given?: Given) => Promise<Settings>;
  /** What was masked and warned about by the last `read`. */
  readonly masked: string[];
  readonly warned: string[];
  /** The lines of the log that say what was found. */
  readonly noted: string[];
  readonly remove: () => Promise<void>;
};

export type Given = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly occasion?: Partial<EventFacts>;
};

const PUSH: EventFacts = { event: 'push', closed: false, pushToDefaultBranch: false, secretsWithheld: false };

/** Enough for a build on SGP; as a runner, fills in the defaults of action.yml. */
const ENOUGH = { 'api-key': 'not-a-real-key', 'account-id': 'acc-1', 'agent-name': 'bot' };

export async function openWorkspace(): Promise<Workspace> {
  const outer = await realpath(await mkdtemp(join(tmpdir(), 'settings-')));
  const root = join(outer, 'workspace');
  await mkdir(root);
  const masked: string[] = [];
  const warned: string[] = [];
  const noted: string[] = [];
  return {
    root,
    masked,
    warned,
    noted,
    async write(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
    async read({ inputs = {}, env = {}, occasion = {} } = {}) {
      masked.length = 0;
      warned.length = 0;
      noted.length = 0;
      const all = { ...INPUT_DEFAULTS, ...ENOUGH, ...inputs };
      const variables = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return readSettings(
        { GITHUB_WORKSPACE: root, ...Object.fromEntries(variables), ...env },
        {
          traits: CLOUD_TRAITS,
          trigger: { ...PUSH, ...occasion },
          mask: (secret) => void masked.push(secret),
          warn: (message) => void warned.push(message),
          note: (message) => void noted.push(message),
        },
      );
    },
    remove: () => rm(outer, { recursive: true }),
  };
}

/** The message that a rejected promise carries; fails where it is fulfilled. */
export async function messageOfRejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => {
      throw new Error('it was accepted');
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
