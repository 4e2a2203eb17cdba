import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { TreeRequest } from '../../context/entry.ts';
import type { Settings } from '../../settings/settings.ts';

/** What this step packs. */
export function treeRequest({
  cloud,
  context,
  project,
}: Pick<Settings, 'cloud' | 'context' | 'project'>): TreeRequest {
  const { dockerfileEntry, leavesOutCredentials, leavesOutProjectFile } = CLOUD_TRAITS[cloud];
  const projectFile = leavesOutProjectFile ? project?.path : undefined;
  return {
    ...context,
    dockerfileEntry,
    leavesOutCredentials,
    ...(projectFile === undefined ? {} : { projectFile }),
  };
}
