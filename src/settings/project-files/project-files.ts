import type { CloudTraits } from '../../clouds/traits.ts';
import type { Faults } from '../faults.ts';
import type { Project, Source } from './project-file.ts';

export type { Declared, DeclaredContext, DeclaredPath, Project, Source } from './project-file.ts';
export { readText } from './project-file.ts';

/**
 * Reads the cloud's own project file. Its parser is loaded only here: most runs have no such file.
 * @returns `undefined` where the file has faults, which are then in `faults`
 */
export async function readProjectFile(
  source: Source,
  kind: NonNullable<CloudTraits['projectFile']>,
  faults: Faults,
): Promise<Project | undefined> {
  if (kind === 'manifest.yaml') {
    const { readManifest } = await import(/* webpackChunkName: "manifest" */ './manifest.ts');
    return readManifest(source, faults);
  }
  const { readPccDeploy } = await import(/* webpackChunkName: "pcc-deploy" */ './pcc-deploy.ts');
  return readPccDeploy(source, faults);
}
