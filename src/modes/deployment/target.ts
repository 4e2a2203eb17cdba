import { type DeployTarget, deployTarget } from '../../settings/deploy.ts';
import type { Step } from '../step/step.ts';

/** What `deploy` comes to for this run. */
export function deployTargetOf({ settings, trigger }: Pick<Step, 'settings' | 'trigger'>): DeployTarget {
  return deployTarget(settings.deploy, trigger, settings.pullRequest ?? trigger.pullRequest?.number);
}
