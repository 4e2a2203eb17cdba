import { pbkdf2Sync } from 'node:crypto';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { State } from '../../host/state.ts';
import { type AccessSettings, readAccess } from '../../settings/access.ts';
import { parseCustomHeaders } from '../../settings/custom-headers.ts';
import type { Connection, Settings } from '../../settings/settings.ts';
import type { Step } from '../step/step.ts';

/**
 * Where and as whom main worked, so that post asks nobody else: inside a composite action the runner gives post no
 * inputs, or those of the outer action (actions/runner#3514).
 */
export type SavedAccess = {
  /** Of cloud, address, account and key, with main's token: whose inputs have the same is who main was. */
  readonly digest: string;
  /** Absent where nothing but the line in the log is left. */
  readonly baseUrl?: string;
  readonly account?: string;
  readonly cancelOnAbort?: boolean;
};

const KEY = 'access';

/** So that a key of few characters is not found by trying, where a log shows the digest. */
const ROUNDS = 2_000;

/** Saved before anything is sent that post may have to stop. The key goes into the runner's state file alone. */
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

/** Nothing is left to be stopped. */
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
 * What stops a build as main would have: post's inputs where they are main's, else what main left with the runner.
 * @returns `undefined` where neither is to be had: other inputs are never used
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
  // Of the job's environment, which post shares with main.
  const { headers } = parseCustomHeaders(env[CLOUD_TRAITS[cloud].variables.headers ?? ''] ?? '');
  const left = { baseUrl, apiKey, headers, ...(account === undefined ? {} : { account }) };
  const access = { cloud, connection: left, cancelOnAbort };
  return isMains(access) ? access : undefined;
}

function digestOf(state: State, cloud: string, { baseUrl, account = '', apiKey }: Connection): string {
  const what = JSON.stringify([cloud, baseUrl, account, apiKey]);
  return pbkdf2Sync(what, state.token, ROUNDS, 12, 'sha256').toString('base64url');
}
