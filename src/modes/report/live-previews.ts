import type { Cloud, Deployment, Deployments } from '../../clouds/cloud.ts';
import type { LivePreview } from '../../report/pages/account-figures.ts';
import { count } from '../../report/units.ts';
import { isLive } from '../deployment/previews.ts';
import type { Step } from '../step/step.ts';
import { leftOut } from './undeployed.ts';

/** Agents whose previews are read where none was given, in the order of their newest builds. */
const MOST_AGENTS = 10;
/** Records read for one agent: past previews are among them. */
const MOST_READ = 300;
const MOST_SHOWN = 100;

/**
 * Live previews, the one that expires first on top; of the given agent, else of the agents that were built last, else,
 * where builds name no agent, those that have this repository's mark in their name.
 * @param agents the names in the builds
 */
export async function livePreviews(
  step: Step,
  { deployments, traits }: Cloud,
  agents: readonly string[],
  notes: string[],
): Promise<readonly LivePreview[] | undefined> {
  if (!deployments) return undefined;
  const { agent } = step.settings;
  const named = agent?.by === 'agent-name' ? [agent.value] : agents.slice(0, MOST_AGENTS);
  const asked = named.length === 0 && !traits.buildsNameAgents ? [undefined] : named;
  if (asked.length === 0) {
    notes.push('The builds name no agent whose previews could be looked up: give agent-name.');
    return undefined;
  }
  const found: LivePreview[] = [];
  try {
    for (const name of asked) found.push(...(await previewsOf(step, deployments, name, notes)));
  } catch (thrown) {
    notes.push(leftOut('What previews live', thrown));
    return undefined;
  }
  if (agents.length > asked.length && agent === undefined) {
    notes.push(`Previews are those of the ${asked.length} agents that were built last.`);
  }
  found.sort((a, b) => (Date.parse(a.expiresAt ?? '') || 0) - (Date.parse(b.expiresAt ?? '') || 0));
  if (found.length > MOST_SHOWN)
    notes.push(`Only the first ${MOST_SHOWN} of ${count(found.length, 'preview')} are shown.`);
  return found.slice(0, MOST_SHOWN);
}

async function previewsOf(
  { settings, signal, trigger }: Step,
  deployments: Deployments,
  agentName: string | undefined,
  notes: string[],
): Promise<LivePreview[]> {
  const live: LivePreview[] = [];
  let read = 0;
  for await (const preview of deployments.previews(
    { ...(agentName !== undefined && { agentName }), repositories: trigger.repository?.addresses ?? [] },
    signal,
  )) {
    const name = agentName ?? preview.agentName ?? preview.id;
    if (isLive(preview)) live.push(livePreview(preview, name, settings.preview.ttlMs));
    read += 1;
    if (read < MOST_READ) continue;
    notes.push(`Of ${agentName ?? 'all agents'} only the newest ${MOST_READ} previews were looked at.`);
    break;
  }
  return live;
}

function livePreview(preview: Deployment, agent: string, ttlMs: number): LivePreview {
  const { id, previewLabel, status, expiresAt, createdAt } = preview;
  const end = Date.parse(createdAt ?? '') + ttlMs;
  const byTtl = expiresAt === undefined && !Number.isNaN(end);
  return {
    id,
    agent,
    status,
    ...(previewLabel !== undefined && { label: previewLabel }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(byTtl && { expiresAt: new Date(end).toISOString(), byTtl: true as const }),
  };
}
