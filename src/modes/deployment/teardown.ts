import { UserError } from '../../errors.ts';
import { cleanupLine } from '../../report/log-lines.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { retireDeployments } from './github.ts';
import { previewAgent } from './preview-agent.ts';
import { isLive, previewLabel, previewsOf } from './previews.ts';
import { removeAll } from './replace.ts';

/**
 * The pull request was closed, merged or not: every preview of its label goes. Needs no context and no manifest
 * on disk; what is already gone is a success.
 * @throws {UserError} when a preview could not be deleted; the others are gone then all the same.
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
  step.recorder.noteDeployment({ preview: { label } });
  const { failed } = await phase(
    step,
    { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs },
    async () => {
      const all =
        agentName === undefined ? [] : await previewsOf(deployments, { agentName, label }, step.signal);
      const removal = await removeAll(step, deployments, all.filter(isLive));
      step.recorder.note({ previewsDeleted: removal.removed });
      return removal;
    },
    ({ removed, failed: left }, ms) => cleanupLine({ deleted: removed.length, kept: left.length, ms }),
  );
  await retireDeployments(step);
  if (failed.length === 0) return;
  const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
  throw new UserError(`Previews of ${label} could not be deleted: ${which}`, {
    hint: 'Run the job again; the previews also end by their own expiry.',
  });
}
