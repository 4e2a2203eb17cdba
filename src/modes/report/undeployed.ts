import type { Cloud } from '../../clouds/cloud.ts';
import { HttpError } from '../../errors.ts';
import { type UndeployedSummary, undeployedSummary } from '../../report/pages/account-figures.ts';
import type { Step } from '../step/step.ts';

/** Agents that were built and never deployed, if the cloud can list them; only the given agent, if there is one. */
export async function undeployedAgents(
  { settings, signal }: Step,
  cloud: Cloud,
  notes: string[],
): Promise<readonly UndeployedSummary[] | undefined> {
  if (!cloud.undeployed) return undefined;
  const { agent } = settings;
  try {
    const all = await cloud.undeployed(signal);
    return all
      .filter(({ agentName, latest }) => {
        if (!agent) return true;
        return agent.value === (agent.by === 'agent-id' ? latest.agentId : agentName);
      })
      .map(undeployedSummary);
  } catch (thrown) {
    notes.push(leftOut('Which agents are not deployed', thrown));
    return undefined;
  }
}

/** @throws anything but a refusal: network errors and bugs are not for a footnote */
export function leftOut(what: string, thrown: unknown): string {
  if (!(thrown instanceof HttpError) || (thrown.status !== 403 && thrown.status !== 404)) throw thrown;
  return `${what} is left out: the cloud answered ${thrown.status}${thrown.detail && `, ${thrown.detail}`}.`;
}
