import { UserError } from '../../errors.ts';
import { cleanupLine } from '../../report/log-lines.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { retireDeployments } from './github.ts';
import { ownAddresses } from './ownership.ts';
import { previewAgent } from './preview-agent.ts';
import { isLive, previewLabel, previewsOf } from './previews.ts';
import { removeAll } from './replace.ts';

/**
 * For a closed pull request, merged or not: deletes every preview of its label. Needs no context and no manifest on
 * disk; a preview that is already gone is a success.
 * @throws {UserError} when a preview could not be deleted; the others are deleted first
 */
export async function tearDown(step: Step): Promise<void> {
  const cloud = await step.cloud();
  const { deployments } = cloud;
  step.recorder.note({ outcome: 'removed', previewsDeleted: [] });
  if (!deployments) {
    step.console.info(`${cloud.traits.title} deploys nothing: there is nothing to tear down.`);
    return;
  }
  const label = previewLabel(step);
  const agentName = await previewAgent(step, cloud, label);
  if (agentName !== undefined && step.settings.agent === undefined) step.recorder.note({ agent: agentName });
  step.recorder.noteDeployment({ preview: { label } });
  const { failed } = await phase(
    step,
    { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs },
    async () => {
      const query = { label, repositories: ownAddresses(step) };
      const all =
        agentName === undefined ? [] : await previewsOf(deployments, { agentName, ...query }, step.signal);
      const removal = await removeAll(step, deployments, all.filter(isLive));
      step.recorder.note({ previewsDeleted: removal.removed });
      return removal;
    },
    ({ removed, failed: missed, left }, ms) =>
      cleanupLine({ deleted: removed.length, kept: left.length, failed: missed.length, ms }),
  );
  await retireDeployments(step);
  if (failed.length === 0) return;
  const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
  throw new UserError(`Previews of ${label} could not be deleted: ${which}`, {
    hint: 'Run the job again; the previews also end by their own expiry.',
  });
}
