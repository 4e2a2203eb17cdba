import { pbkdf2Sync } from 'node:crypto';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { State } from '../../host/state.ts';
import { type AccessSettings, parseCustomHeaders, readAccess } from '../../settings/connection/connection.ts';
import type { Connection, Settings } from '../../settings/settings.ts';
import type { Step } from '../step/step.ts';

/**
 * Which cloud and account main used, so that post uses no other: inside a composite action the runner gives post no
 * inputs, or those of the outer action (actions/runner#3514).
 */
export type SavedAccess = {
  /** Of cloud, address, account and key, salted with main's token: equal digest, equal inputs. */
  readonly digest: string;
  /** Absent where only the line in the log is left. */
  readonly baseUrl?: string;
  readonly account?: string;
  readonly cancelOnAbort?: boolean;
};

const KEY = 'access';

/** Makes it slow to guess a short key from a digest in a log. */
const ROUNDS = 2_000;

/** Saved before anything is sent that post may have to stop. The key goes only into the runner's state file. */
export function saveAccess({ state, settings }: Pick<Step, 'state' | 'settings'>): void {
  const { cloud, connection, cancelOnAbort } = settings;
  if (connection === undefined || state.read()[KEY] !== undefined) return;
  const { baseUrl, account, apiKey } = connection;
  const digest = digestOf(state, cloud, connection);
  const access: SavedAccess = {
    digest,
    baseUrl,
    cancelOnAbort,
    ...(account === undefined ? {} : { account }),
  };
  state.save(KEY, JSON.stringify(access), JSON.stringify({ digest }));
  state.saveSecret(cloud, apiKey);
}

/** Called when nothing is left to stop. */
export function forgetAccess(state: State): void {
  if (state.read()[KEY]) state.save(KEY, '');
}

export function readSavedAccess(state: State): SavedAccess | undefined {
  try {
    return JSON.parse(state.read()[KEY] ?? '') as SavedAccess;
  } catch {
    return undefined;
  }
}

/**
 * The access to stop main's build with: post's inputs if they equal main's, else what main saved with the runner.
 * @returns `undefined` where there is neither: other inputs are never used
 */
export async function accessOf(
  saved: SavedAccess | undefined,
  cloud: Settings['cloud'],
  from: { readonly env: NodeJS.ProcessEnv; readonly state: State; readonly mask: (secret: string) => void },
): Promise<AccessSettings | undefined> {
  if (saved === undefined) return undefined;
  const { env, state, mask } = from;
  const isMains = ({ connection }: AccessSettings) => digestOf(state, cloud, connection) === saved.digest;
  const given = await readAccess({ ...env, INPUT_CLOUD: cloud }, CLOUD_TRAITS, mask).catch(() => undefined);
  const cancelOnAbort = saved.cancelOnAbort ?? given?.cancelOnAbort ?? true;
  if (given && isMains(given)) return { ...given, cancelOnAbort };
  const apiKey = state.readSecret(cloud);
  if (apiKey === undefined || saved.baseUrl === undefined) return undefined;
  mask(apiKey);
  const { baseUrl, account } = saved;
  // From the job's environment, which post shares with main.
  const { headers } = parseCustomHeaders(env[CLOUD_TRAITS[cloud].variables.headers ?? ''] ?? '');
  const left = { baseUrl, apiKey, headers, ...(account === undefined ? {} : { account }) };
  const access = { cloud, connection: left, cancelOnAbort };
  return isMains(access) ? access : undefined;
}

function digestOf(state: State, cloud: string, { baseUrl, account = '', apiKey }: Connection): string {
  const what = JSON.stringify([cloud, baseUrl, account, apiKey]);
  return pbkdf2Sync(what, state.token, ROUNDS, 12, 'sha256').toString('base64url');
}
