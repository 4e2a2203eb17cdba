import type { DeployProgress } from '../deployment.ts';
import type { AgentRecord } from './agent-record.ts';

/** Called before anything is changed: the cloud and this step would deploy against each other, and the later one wins. */
export function warnOfLink(name: string, { link }: AgentRecord, progress: DeployProgress): void {
  if (!link?.deploysByItself) return;
  const to = [link.repository, link.branch].filter((part) => part !== undefined).join(', branch ');
  const words = `Agent ${name} is linked to a repository${to && ` (${to})`}, and the cloud deploys each push to it by itself: two would deploy against each other. Turn it off with: pipecat cloud agent link ${name} --no-auto-deploy`;
  (progress.warning ?? progress.notice)(words);
}
