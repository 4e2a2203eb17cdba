import type { CloudName } from '../../clouds/cloud.ts';
import type { CloudTraits } from '../../clouds/traits.ts';
import { collectFaults } from '../faults.ts';
import { createInputReader, inputOf } from '../reader.ts';
import type { Connection } from '../settings.ts';
import { maskCredentials, readConnection } from './read.ts';

/** What post needs to stop a build. Nothing of it comes from the workspace, which may be gone by then. */
export type AccessSettings = {
  readonly cloud: CloudName;
  readonly connection: Connection;
  readonly cancelOnAbort: boolean;
};

/**
 * The part of the settings that needs neither event nor workspace.
 * @throws {UserError} where main's credentials are no longer available
 */
export async function readAccess(
  env: NodeJS.ProcessEnv,
  clouds: Readonly<Record<CloudName, CloudTraits>>,
  mask: (secret: string) => void,
): Promise<AccessSettings> {
  maskCredentials(env, Object.values(clouds), mask);
  const faults = collectFaults();
  const reader = createInputReader(env, faults);
  const cloud = reader.choice('cloud');
  const connection = cloud && (await readConnection(env, reader, clouds[cloud], 'required', faults));
  if (cloud === undefined || connection === undefined || faults.count() > 0) return faults.fail();
  const cancelOnAbort = reader.flag('cancel-on-abort');
  return { cloud, connection, cancelOnAbort };
}

/** The forge's token, masked. It belongs to the job, so it is right even if post was given another step's inputs. */
export function readForgeToken(env: NodeJS.ProcessEnv, mask: (secret: string) => void): string | undefined {
  const token = inputOf(env, 'github-token');
  if (token === '') return undefined;
  mask(token);
  return token;
}
