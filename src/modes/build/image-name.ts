import type { Step } from '../step/step.ts';

/** The input or the manifest, else the agent's name, else the repository's. */
export function imageNameOf({ settings, trigger }: Pick<Step, 'settings' | 'trigger'>): string {
  if (settings.image.name !== undefined) return settings.image.name;
  if (settings.agent?.by === 'agent-name') return settings.agent.value;
  return (trigger.repository?.name ?? 'image').toLowerCase();
}
