import type { Deployment, Deployments } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import { cleanupLine } from '../../report/log-lines.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { isLive, isOurs, previewsOf, timeOf } from './previews.ts';

/**
 * Deletes older previews of the same label and agent beyond `preview-keep`, once the fresh one is healthy.
 * What cannot be deleted is a warning: the new preview stands, and the old one has its expiry.
 */
export async function replaceOlder(
  step: Step,
  deployments: Deployments,
  { agentName, fresh }: { readonly agentName: string; readonly fresh: Deployment },
): Promise<void> {
  const label = step.recorder.result().deployment?.preview?.label;
  if (label === undefined || deployments.inPlace) return;
  await phase(
    step,
    { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs },
    async () => {
      const all = await previewsOf(deployments, { agentName, label }, step.signal);
      const older = all.filter((preview) => isLive(preview) && isOlder(preview, fresh));
      const surplus = older.slice(Math.max(0, step.settings.preview.keep - 1));
      const deleted = await removeAll(step, deployments, surplus);
      step.recorder.note({ previewsDeleted: deleted.removed });
      for (const { id, why } of deleted.failed)
        step.console.warning(`Preview ${id} could not be deleted: ${why}`);
      return { deleted: deleted.removed.length, kept: older.length - deleted.removed.length };
    },
    (counts, ms) => cleanupLine({ ...counts, ms }),
  );
}

/** A parallel run may already have deployed a newer one: that one is not ours to delete. */
function isOlder(preview: Deployment, fresh: Deployment): boolean {
  return preview.id !== fresh.id && timeOf(preview) <= timeOf(fresh);
}

export type RemovalOutcome = {
  /** Ids of what is gone now, also what was gone before. */
  readonly removed: readonly string[];
  readonly failed: readonly { readonly id: string; readonly why: string }[];
};

/** Deletes one after the other; one that cannot be deleted does not keep the others. */
export async function removeAll(
  step: Step,
  deployments: Deployments,
  previews: readonly Deployment[],
): Promise<RemovalOutcome> {
  const cloud = await step.cloud();
  const removed: string[] = [];
  const failed: { id: string; why: string }[] = [];
  for (const preview of previews) {
    try {
      if (!(await isOurs(step, cloud, preview))) continue;
      const outcome = await deployments.remove(preview.id, step.signal);
      step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${preview.id}`);
      removed.push(preview.id);
    } catch (thrown) {
      if (step.signal.aborted) throw thrown;
      failed.push({ id: preview.id, why: messageOf(thrown) });
    }
  }
  return { removed, failed };
}
