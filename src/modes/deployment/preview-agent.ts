import type { Cloud } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import type { PreviewLeft } from '../../report/result.ts';
import type { Step } from '../step/step.ts';
import { noteLeft, ownAddresses, ownershipOf } from './ownership.ts';
import { isLive } from './previews.ts';
import { namedAgent } from './target.ts';

/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;

/**
 * The agent of the previews to delete. On a closed pull request there may be no checkout and so no manifest. Then the
 * live previews with the label show the agent, if all of ours belong to one.
 * @returns `undefined` where no preview of the label is left that could be ours
 * @throws {UserError} where the name cannot be found, or several agents have the label
 */
export async function previewAgent(step: Step, cloud: Cloud, label: string): Promise<string | undefined> {
  const { agent } = step.settings;
  const name = namedAgent(step.settings);
  if (name !== undefined) return name;
  if (agent) return nameOfId(step, cloud, agent.value);
  return agentOfLabel(step, cloud, label);
}

/** The agent that was given to a cleanup; `undefined` for all agents. */
export async function agentToClean(step: Step, cloud: Cloud): Promise<string | undefined> {
  const { agent } = step.settings;
  const name = namedAgent(step.settings);
  return name === undefined && agent ? nameOfId(step, cloud, agent.value) : name;
}

async function nameOfId(step: Step, cloud: Cloud, agentId: string): Promise<string> {
  for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
    if (build.agentId === agentId && build.agentName !== undefined) return build.agentName;
  }
  throw unnamed(`No build of the account belongs to agent-id ${agentId}, so its name is unknown.`);
}

async function agentOfLabel(step: Step, cloud: Cloud, label: string): Promise<string | undefined> {
  const { deployments } = cloud;
  if (!deployments || deployments.inPlace) {
    throw unnamed('The previews cannot be found without the name of their agent.');
  }
  const names = new Set<string>();
  const left: PreviewLeft[] = [];
  for await (const preview of deployments.previews(
    { label, repositories: ownAddresses(step) },
    step.signal,
  )) {
    if (preview.agentName === undefined || !isLive(preview) || names.has(preview.agentName)) continue;
    const owner = await ownershipOf(step, cloud, preview);
    if (owner.ours) names.add(preview.agentName);
    else left.push({ id: preview.id, label, why: owner.why });
  }
  if (names.size > 1) {
    throw unnamed(`Previews labelled ${label} belong to several agents (${[...names].sort().join(', ')}).`);
  }
  if (names.size === 0) noteLeft(step, cloud, left);
  return [...names][0];
}

function unnamed(message: string): UserError {
  return new UserError(message, {
    hint: 'Give agent-name on this step: without a checkout the manifest is not on disk when a pull request is closed.',
  });
}
