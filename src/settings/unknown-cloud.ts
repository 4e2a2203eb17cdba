import type { CloudTraits } from '../clouds/traits.ts';
import { type Need, readConnection } from './connection.ts';
import { type Faults, nearest } from './faults.ts';
import { openProject } from './project.ts';
import type { Project } from './project-files/project-files.ts';
import { type InputReader, oneOf } from './reader.ts';

type Scope = Parameters<typeof openProject>[2] & {
  readonly credentials: Need;
  readonly readsProject: boolean;
};

/**
 * `cloud` is misspelt: the other inputs are compared with what any cloud takes, so that one run reports all their faults
 * and invents none. The project file is read where it is plain which cloud was meant.
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

/** The most generous of all clouds. */
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
