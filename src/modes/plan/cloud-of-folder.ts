import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CLOUD_TRAITS, type CloudTraits } from '../../clouds/traits.ts';
import { type FoundFile, findCloud } from '../../settings/discovery/discovery.ts';
import { collectFaults, FaultyInputs } from '../../settings/faults.ts';
import { createInputReader, inputOf } from '../../settings/reader.ts';
import type { Step } from '../step/step.ts';

type CloudOfFolder = {
  readonly traits: CloudTraits;
  /** Its project files are of two clouds, and nothing else says which is meant. */
  readonly fault?: FaultyInputs;
};

/**
 * The cloud of an agent's folder: the input `cloud` where it was given, else that of the only project file in the
 * folder, else what the other inputs and the environment show (docs/interface.md, "What is found"), else the default.
 * @param folder relative to the workspace
 */
export function cloudOfFolder(
  { env, settings }: Pick<Step, 'env' | 'settings'>,
  folder: string,
): CloudOfFolder {
  const usual = CLOUD_TRAITS[settings.cloud];
  if (inputOf(env, 'cloud') !== '') return { traits: usual };
  const all = Object.values(CLOUD_TRAITS);
  const files = all.flatMap((cloud): FoundFile[] => {
    const path = posix.join(folder, cloud.projectFile ?? '');
    const isThere = cloud.projectFile !== undefined && existsSync(join(settings.context.workspace, path));
    return isThere ? [{ cloud, path }] : [];
  });
  const [only] = files;
  if (only !== undefined && files.length === 1) return { traits: only.cloud };
  const found = findCloud(env, createInputReader(env, collectFaults()), all, files);
  if (found.cloud !== undefined) return { traits: CLOUD_TRAITS[found.cloud] };
  const isUnclear = files.length > 1 && found.fault !== undefined;
  return { traits: usual, ...(isUnclear && found.fault && { fault: new FaultyInputs([found.fault]) }) };
}
