import type { Deployment, Deployments } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import { cleanupLine } from '../../report/log-lines.ts';
import type { PreviewLeft } from '../../report/result.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { type KnownRepositories, noteLeft, ownAddresses, ownershipOf } from './ownership.ts';
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
  readonly failed: readonly FailedRemoval[];
  /** Previews without proof that they are this repository's. */
  readonly left: readonly LeftPreview[];
};

type FailedRemoval = { readonly id: string; readonly why: string };

export type LeftPreview = PreviewLeft & { readonly kind: 'another' | 'unknown' };

/** Deletes this repository's previews of these, one after the other. If one cannot be deleted, the others still are. */
export async function removeAll(
  step: Step,
  deployments: Deployments,
  previews: readonly Deployment[],
): Promise<RemovalOutcome> {
  const { owned, left } = await byOwner(step, previews);
  const removal = await removeOwned(step, deployments, owned);
  noteLeft(step, await step.cloud(), left);
  return { ...removal, left };
}

/** Which of these previews are this repository's, and why the others are left alone. */
export async function byOwner(
  step: Step,
  previews: readonly Deployment[],
): Promise<{ readonly owned: readonly Deployment[]; readonly left: readonly LeftPreview[] }> {
  const cloud = await step.cloud();
  const owned: Deployment[] = [];
  const known: KnownRepositories = new Map();
  const left: LeftPreview[] = [];
  for (const preview of previews) {
    const { id, previewLabel: label } = preview;
    const owner = await ownershipOf(step, cloud, preview, known).catch((thrown: unknown) => {
      if (step.signal.aborted) throw thrown;
      return { ours: false, kind: 'unknown', why: `its owner is unknown (${messageOf(thrown)})` } as const;
    });
    if (owner.ours) owned.push(preview);
    else left.push({ id, ...(label !== undefined && { label }), why: owner.why, kind: owner.kind });
  }
  return { owned, left };
}

/** Deletes these previews, whose owner was checked. */
export async function removeOwned(
  step: Step,
  deployments: Deployments,
  previews: readonly Deployment[],
): Promise<Pick<RemovalOutcome, 'removed' | 'failed'>> {
  const removed: string[] = [];
  const failed: FailedRemoval[] = [];
  for (const { id } of previews) {
    try {
      const outcome = await deployments.remove(id, step.signal);
      step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${id}`);
      removed.push(id);
    } catch (thrown) {
      if (step.signal.aborted) {
        // The others stay: the result of the cancelled run names those that are gone.
        const before = step.recorder.result().previewsDeleted ?? [];
        step.recorder.note({ previewsDeleted: [...before, ...removed] });
        throw thrown;
      }
      failed.push({ id, why: messageOf(thrown) });
    }
  }
  return { removed, failed };
}
