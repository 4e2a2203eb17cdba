import type { CloudTraits } from '../clouds/traits.ts';
import { type Need, readConnection } from './connection/connection.ts';
import { type Faults, nearest } from './faults.ts';
import { openProject } from './project.ts';
import type { Project } from './project-files/project-files.ts';
import { type InputReader, oneOf } from './reader.ts';

type Scope = Parameters<typeof openProject>[2] & {
  readonly credentials: Need;
  readonly readsProject: boolean;
};

/**
 * For a misspelt `cloud`: checks the other inputs against what any cloud accepts, so that one run reports all real
 * faults and no wrong ones. Reads the project file if it is clear which cloud was meant.
 */
export async function checkForAnyCloud(
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  clouds: readonly CloudTraits[],
  scope: Scope,
  faults: Faults,
): Promise<{ readonly meant?: CloudTraits; readonly project?: Project }> {
  const any = anyOf(clouds);
  if (any) {
    await readConnection(env, reader, any, scope.credentials, faults);
    oneOf('platform', reader.text('platform'), any.platforms, faults);
  }
  const names = clouds.map(({ name }) => name);
  const meant = clouds.find(({ name }) => name === nearest(reader.text('cloud') ?? '', names));
  const project = meant && scope.readsProject ? await openProject(reader, meant, scope, faults) : undefined;
  return { ...(meant && { meant }), ...(project && { project }) };
}

/** The traits of a cloud that accepts what any cloud accepts. */
function anyOf(clouds: readonly CloudTraits[]): CloudTraits | undefined {
  const [first] = clouds;
  const all = <T>(of: (traits: CloudTraits) => Iterable<T>) => [
    ...new Set(clouds.flatMap((traits) => [...of(traits)])),
  ];
  if (!first) return undefined;
  const { keyFault: _theirs, baseUrlSuffix: _own, ...common } = first;
  return {
    ...common,
    title: 'the cloud',
    account: 'optional',
    variables: {
      key: all(({ variables }) => variables.key),
      account: all(({ variables }) => variables.account),
      baseUrl: all(({ variables }) => variables.baseUrl),
    },
    platforms: all(({ platforms }) => platforms),
  };
}
