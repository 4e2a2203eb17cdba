import type { CloudTraits } from '../clouds/traits.ts';
import type { DeployTarget } from './deploy/deploy.ts';
import { type Faults, quote } from './faults.ts';
import type { Project } from './project-files/project-files.ts';
import type { InputReader } from './reader.ts';
import type { Scope } from './scope.ts';
import type { Settings } from './settings.ts';

/** The form of SGP's agent ids (contracts/sgp.openapi.yaml, examples); nobody chooses such a name. */
const AGENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The agent as the inputs or the project file name it; an id is recognised by its form. */
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

/** Adds a fault for a name that no agent of this cloud can have: else it would be refused after the build. */
export function checkAgentName(
  reader: InputReader,
  { agent }: Pick<Settings, 'agent'>,
  { agentNames, title }: CloudTraits,
  { runs, target }: Pick<Scope, 'runs' | 'target'>,
  faults: Faults,
): void {
  if (!runs || agent?.by !== 'agent-name' || agentNames === undefined) return;
  const { value } = agent;
  if (agentNames.fits(value, target)) return;
  const meant = agentNameFrom(value);
  const file = reader.text('agent-name') === undefined ? reader.text('manifest') : undefined;
  faults.add({
    where: 'agent-name',
    problem: `${quote(value)} is no name of an agent on ${title}`,
    accepted: agentNames.accepted,
    isOfValue: true,
    ...(meant !== undefined && agentNames.fits(meant, target) && { meant }),
    ...(file !== undefined && { place: { file } }),
  });
}

/** Any text as a name that agents can have on all clouds; `undefined` where no valid character is left. */
export function agentNameFrom(text: string): string | undefined {
  const name = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return name.replaceAll(/^-+|-+$/g, '') || undefined;
}

/** Whether an agent is needed: where builds belong to one, or one is deployed or removed. */
export function wantsAgent(
  { inputs, deploys }: CloudTraits,
  { target, closed }: { readonly target: DeployTarget; readonly closed: boolean },
): boolean {
  return inputs.has('agent-id') || (deploys && (target !== 'none' || closed));
}

export function named(value: string | undefined): Settings['agent'] {
  return value === undefined ? undefined : { by: 'agent-name', value };
}
