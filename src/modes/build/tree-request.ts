import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { TreeRequest } from '../../context/entry.ts';
import type { Settings } from '../../settings/settings.ts';

/** Which tree this step packs. */
export function treeRequest({ cloud, context }: Pick<Settings, 'cloud' | 'context'>): TreeRequest {
  const { dockerfileEntry, leavesOutCredentials } = CLOUD_TRAITS[cloud];
  return { ...context, dockerfileEntry, leavesOutCredentials };
}
