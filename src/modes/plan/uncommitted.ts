import { join } from 'node:path';
import { committedPaths } from '../../git/git.ts';
import { relativePathInside } from '../../path-inside.ts';
import { resolveLinks } from '../../settings/workspace/workspace.ts';
import type { Agent } from './agent.ts';

/**
 * The first folder of each agent that the commit does not have: of another checkout, or written by an earlier step. What
 * changed in it is unknown.
 * @param top the repository's folder
 * @returns relative to the workspace; absent where the commit has all of them
 */
export async function uncommittedFolders(
  agents: readonly Agent[],
  { workspace, top }: { readonly workspace: string; readonly top: string },
): Promise<readonly (string | undefined)[]> {
  const folders = agents.map((agent) => foldersOf(agent, workspace));
  const inTop = folders.flat().flatMap((folder) => relativePathInside(top, folder) ?? []);
  const committed = await committedPaths(top, inTop);
  return folders.map((some) => {
    const missing = some.find((folder) => !committed.has(relativePathInside(top, folder) ?? ''));
    return missing && relativePathInside(workspace, missing);
  });
}

/** Absolute, links resolved. A folder that only the glob shows to be an agent, for example `__pycache__`, is none. */
function foldersOf({ path, manifest, lacksDockerfile, scope }: Agent, workspace: string): readonly string[] {
  if (scope === undefined || (manifest === '' && lacksDockerfile)) return [];
  const own = join(workspace, path);
  return [...new Set([own, ...scope.folders])].map((folder) => resolveLinks(workspace, folder));
}
