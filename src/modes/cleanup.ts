import type { Deployments } from '../clouds/cloud.ts';
import { UserError } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { type CleanupFacts, type DuePreview, renderCleanup } from '../report/pages/cleanup.ts';
import { count, duration } from '../report/units.ts';
import { duePreviews, type PreviewInventory } from './cleanup/due.ts';
import { tidyComments } from './cleanup/ended-sections.ts';
import { pullRequestStates } from './cleanup/pull-requests.ts';
import { ownAddresses } from './deployment/ownership.ts';
import { agentToClean } from './deployment/preview-agent.ts';
import { removeAll } from './deployment/replace.ts';
import { phase } from './step/phase.ts';
import { skip } from './step/skip.ts';
import type { Step } from './step/step.ts';

/**
 * Deletes this repository's previews of closed pull requests and those that have expired: of the given agent, else of
 * all agents. If one cannot be deleted, the others still are.
 * @throws {UserError} where some could not be deleted; all others are deleted first
 */
export async function cleanUp(step: Step): Promise<void> {
  const { console, recorder, settings } = step;
  if (settings.connection === undefined) return skip(step, 'Nothing was cleaned up');
  const cloud = await step.cloud();
  const { deployments } = cloud;
  if (!deployments)
    throw new UserError(`${cloud.traits.title} deploys nothing: there are no previews to clean up.`);
  recorder.note({ previewsDeleted: [] });
  const facts = await phase(
    step,
    { name: 'Preview cleanup' },
    () => deleteDue(step, deployments),
    closingLine,
  );
  await tidyComments(step);
  recorder.notePage(renderCleanup(facts));
  recorder.noteExtra({
    details: omitUndefined<Readonly<Record<string, unknown>>>({
      agent: facts.agent,
      previews: facts.previews,
    }),
  });
  const failed = facts.previews.filter(({ outcome }) => outcome === 'failed');
  for (const { id, label, why } of failed) {
    console.warning(`Preview ${id} (${label}) could not be deleted: ${why}`);
  }
  if (failed.length > 0) {
    throw new UserError(
      `${count(failed.length, 'preview')} of ${facts.agent ?? 'all agents'} could not be deleted.`,
      {
        hint: 'The warnings above name them; the next cleanup tries again.',
      },
    );
  }
  recorder.note({ outcome: settings.dryRun ? 'dry-run' : 'succeeded' });
}

async function deleteDue(step: Step, deployments: Deployments): Promise<CleanupFacts> {
  const { console, recorder, settings, signal } = step;
  const agent = await agentToClean(step, await step.cloud());
  const { preview } = settings;
  const rule = {
    ttlMs: preview.ttlMs,
    now: deployments.now,
    repositories: ownAddresses(step),
    ...(preview.label !== undefined && { ownLabel: preview.label }),
  };
  const found = await duePreviews(deployments, agent, rule, pullRequestStates(step), signal);
  await console.buildLines(
    found.due.map(({ id, label, reason }) => `due: preview ${id} (${label}), ${reason}`),
  );
  const facts = { ...(agent !== undefined && { agent }), kept: found.kept, dryRun: settings.dryRun };
  if (settings.dryRun) return { ...facts, previews: found.due.map((one) => withOutcome(one, 'listed')) };
  const removal = await removeAll(
    step,
    deployments,
    found.due.map((one) => one.preview),
    { reportsOthers: agent !== undefined },
  );
  recorder.note({ previewsDeleted: removal.removed });
  return { ...facts, previews: outcomes(found, removal, agent !== undefined) };
}

function outcomes(
  { due }: PreviewInventory,
  { failed, left }: Awaited<ReturnType<typeof removeAll>>,
  reportsOthers: boolean,
): CleanupFacts['previews'] {
  const failures = new Map(failed.map(({ id, why }) => [id, why]));
  const leftBy = new Map(left.map((one) => [one.id, one]));
  return due.flatMap((one) => {
    const failure = failures.get(one.id);
    if (failure !== undefined) return [{ ...withOutcome(one, 'failed'), why: failure }];
    const stays = leftBy.get(one.id);
    if (stays === undefined) return [withOutcome(one, 'deleted')];
    if (stays.kind === 'another' && !reportsOthers) return [];
    return [{ ...withOutcome(one, stays.kind === 'another' ? 'another' : 'left'), why: stays.why }];
  });
}

function withOutcome(
  { id, agent, label, reason }: DuePreview,
  outcome: CleanupFacts['previews'][number]['outcome'],
) {
  return { id, ...(agent !== undefined && { agent }), label, reason, outcome };
}

function closingLine({ previews, kept, dryRun }: CleanupFacts, ms: number): string {
  const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
  const did = dryRun
    ? `${count(previews.length, 'preview')} would be deleted`
    : `${count(deleted, 'preview')} deleted`;
  const failed = previews.filter(({ outcome }) => outcome === 'failed').length;
  const missed = failed === 0 ? '' : `, ${failed} could not be`;
  const stay = kept + previews.filter(({ outcome }) => outcome === 'left' || outcome === 'another').length;
  return `${failed === 0 ? '✓' : '✗'} Preview cleanup: ${did}${missed}, ${stay} kept (${duration(ms)})`;
}
