import { type DeployTarget, deployTarget } from '../../settings/deploy/deploy.ts';
import type { Settings } from '../../settings/settings.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';

/** What `deploy` means for this run. */
export function deployTargetOf({ settings, trigger }: Pick<Step, 'settings' | 'trigger'>): DeployTarget {
  return deployTarget(settings.deploy, trigger, givenNumber({ settings, trigger }));
}

/** The agent's name as an input or the project file gives it. */
export function namedAgent({ agent, project }: Pick<Settings, 'agent' | 'project'>): string | undefined {
  return agent?.by === 'agent-name' ? agent.value : project?.agentName;
}
