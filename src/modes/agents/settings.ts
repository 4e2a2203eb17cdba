import type { CloudName } from '../../clouds/cloud.ts';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { FaultyInputs } from '../../settings/faults.ts';
import { imageNameFrom } from '../../settings/image/image.ts';
import type { SettingsSources } from '../../settings/inputs.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { inputOf } from '../../settings/reader.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Agent } from '../plan/agent.ts';
import { cloudOfFolder } from '../plan/cloud-of-folder.ts';
import type { Step } from '../step/step.ts';

/**
 * What a step of its own would have read for this agent: the inputs that hold for all, and its folder or project file.
 * @param tell what the author should know is passed to these
 */
export async function settingsOf(
  step: Step,
  agent: Agent,
  tell: Pick<SettingsSources, 'warn' | 'note'>,
): Promise<Settings | FaultyInputs> {
  const { env, trigger } = step;
  const { fault } = cloudOfFolder(step, agent.path);
  if (fault !== undefined) return fault;
  try {
    // Credentials were masked when the step's own settings were read.
    return await readSettings(environmentOf(env, agent), {
      traits: CLOUD_TRAITS,
      trigger,
      mask: () => undefined,
      ...tell,
    });
  } catch (thrown) {
    if (thrown instanceof FaultyInputs) return thrown;
    throw thrown;
  }
}

/** The same inputs as the job of a matrix would give (docs/use/monorepo.md, "The matrix"). */
function environmentOf(env: NodeJS.ProcessEnv, agent: Agent): NodeJS.ProcessEnv {
  const environment = inputOf(env, 'github-environment');
  return {
    ...env,
    INPUT_AGENTS: '',
    INPUT_CLOUD: agent.cloud,
    INPUT_MANIFEST: agent.manifest,
    // An input wins over the file: given only where the file says nothing.
    INPUT_CONTEXT: agent.declaresContext ? '' : agent.path,
    ...nameOf(agent),
    ...(isBuiltOnly(env, agent) ? { INPUT_DEPLOY: 'none' } : {}),
    // In one environment each would end the others' deployments.
    ...(environment === '' ? {} : { 'INPUT_GITHUB-ENVIRONMENT': `${environment}/${agent.name}` }),
  };
}

/** Where a cloud has images alone, the agent's name is its image's: the repository's would be the same for all. */
function nameOf(agent: Agent): NodeJS.ProcessEnv {
  if (!knowsAgents(agent.cloud)) return { 'INPUT_IMAGE-NAME': nameOnCloud(agent) };
  return { 'INPUT_AGENT-NAME': agent.isNameGuessed ? '' : agent.name };
}

/** What the cloud knows the agent by. */
export function nameOnCloud({ cloud, name }: Pick<Agent, 'cloud' | 'name'>): string {
  return knowsAgents(cloud) ? name : (imageNameFrom(name) ?? name);
}

function knowsAgents(cloud: CloudName): boolean {
  return CLOUD_TRAITS[cloud].inputs.has('agent-name');
}

/** `deploy: auto` deploys what can be: a cloud whose deploy sends a project file builds an agent without one, no more. */
export function isBuiltOnly(env: NodeJS.ProcessEnv, { cloud, manifest }: Agent): boolean {
  const needsFile = CLOUD_TRAITS[cloud].inputs.has('environment-config');
  return needsFile && manifest === '' && inputOf(env, 'deploy') === 'auto';
}
