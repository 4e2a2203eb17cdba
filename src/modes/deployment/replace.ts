import type { Deployment, Deployments } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import { cleanupLine } from '../../report/log-lines.ts';
import type { PreviewLeft } from '../../report/result.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { noteLeft, ownAddresses, ownershipOf } from './ownership.ts';
import { isLive, previewsOf, timeOf } from './previews.ts';

/**
 * Deletes older previews of the same label and agent beyond `preview-keep`, once the new one is healthy. A failure is
 * only a warning: the new preview works, and the old one expires.
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
      const query = { agentName, label, repositories: ownAddresses(step) };
      const all = await previewsOf(deployments, query, step.signal);
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

/** A parallel run may already have deployed a newer one, which must stay. */
function isOlder(preview: Deployment, fresh: Deployment): boolean {
  return preview.id !== fresh.id && timeOf(preview) <= timeOf(fresh);
}

type RemovalOutcome = {
  /** Ids of previews that are gone now, also those that were gone before. */
  readonly removed: readonly string[];
  readonly failed: readonly { readonly id: string; readonly why: string }[];
  /** Previews without proof that they are this repository's. */
  readonly left: readonly LeftPreview[];
};

type LeftPreview = PreviewLeft & { readonly kind: 'another' | 'unknown' };

/**
 * Deletes this repository's previews of these, one after the other. If one cannot be deleted, the others still are.
 * @param reportsOthers whether previews of other repositories are reported as left alone; not where all agents are
 * cleaned up
 */
export async function removeAll(
  step: Step,
  deployments: Deployments,
  previews: readonly Deployment[],
  { reportsOthers = true }: { readonly reportsOthers?: boolean } = {},
): Promise<RemovalOutcome> {
  const cloud = await step.cloud();
  const removed: string[] = [];
  const failed: { id: string; why: string }[] = [];
  const left: LeftPreview[] = [];
  for (const preview of previews) {
    const { id, previewLabel: label } = preview;
    try {
      const owner = await ownershipOf(step, cloud, preview);
      if (!owner.ours) {
        left.push({ id, ...(label !== undefined && { label }), why: owner.why, kind: owner.kind });
        continue;
      }
      const outcome = await deployments.remove(id, step.signal);
      step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${id}`);
      removed.push(id);
    } catch (thrown) {
      if (step.signal.aborted) throw thrown;
      failed.push({ id, why: messageOf(thrown) });
    }
  }
  noteLeft(step, cloud, reportsOthers ? left : left.filter(({ kind }) => kind !== 'another'));
  return { removed, failed, left };
}
