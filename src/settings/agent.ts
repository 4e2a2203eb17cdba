import type { CloudTraits } from '../clouds/traits.ts';
import type { DeployTarget } from './deploy.ts';
import type { Project } from './project-files/project-files.ts';
import type { InputReader } from './reader.ts';
import type { Settings } from './settings.ts';

/** What SGP gives its agents as ids (contracts/sgp.openapi.yaml, examples): a name like this nobody thinks up. */
const AGENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The agent as inputs or project file name it; an id is told by its form. */
export function readAgent(
  reader: InputReader,
  project: Project | undefined,
  traits: CloudTraits,
  target: DeployTarget,
  warnings: string[],
): Settings['agent'] {
  const given = reader.text('agent-name');
  const declared = project?.file.agentName;
  const isId = given !== undefined && traits.inputs.has('agent-id') && AGENT_ID.test(given);
  const id = reader.text('agent-id') ?? (isId ? given : undefined);
  if (id !== undefined) return { by: 'agent-id', value: id };
  if (given !== undefined && declared !== undefined && given !== declared && target !== 'none') {
    warnings.push(
      `agent-name is ${given}, but the manifest that is deployed names ${declared}; the cloud may refuse that.`,
    );
  }
  return named(given ?? declared);
}

/** Where builds are an agent's, and where one is deployed or torn down. */
export function wantsAgent(
  { inputs, deploys }: CloudTraits,
  { target, closed }: { readonly target: DeployTarget; readonly closed: boolean },
): boolean {
  return inputs.has('agent-id') || (deploys && (target !== 'none' || closed));
}

export function named(value: string | undefined): Settings['agent'] {
  return value === undefined ? undefined : { by: 'agent-name', value };
}
