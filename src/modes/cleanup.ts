import type { Deployments } from '../clouds/cloud.ts';
import { UserError } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { type CleanupFacts, type DuePreview, renderCleanup } from '../report/pages/cleanup.ts';
import { count, duration } from '../report/units.ts';
import { tidyComments } from './cleanup/comments.ts';
import { duePreviews, type PreviewInventory } from './cleanup/due.ts';
import { pullRequestStates } from './cleanup/pull-requests.ts';
import { noteLeft, ownAddresses } from './deployment/ownership.ts';
import { agentToClean } from './deployment/preview-agent.ts';
import { byOwner, type LeftPreview, removeOwned } from './deployment/replace.ts';
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
  const deleted = facts.previews.filter(({ outcome }) => outcome === 'deleted');
  await tidyComments(
    step,
    deleted.map(({ label }) => label),
  );
  recorder.notePage(renderCleanup(facts));
  recorder.noteExtra({
    details: omitUndefined<Readonly<Record<string, unknown>>>({
      agent: facts.agent,
      previews: facts.previews,
    }),
  });
  const failed = facts.previews.filter(({ outcome }) => outcome === 'failed');
  for (const { id, label, why } of failed) {
    console.warning(`Preview ${named(id, label)} could not be deleted: ${why}`);
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
  const { due, left } = await sortByOwner(step, found.due, agent !== undefined);
  await console.buildLines(due.map(({ id, label, reason }) => `due: preview ${named(id, label)}, ${reason}`));
  const facts = {
    ...(agent !== undefined && { agent }),
    kept: found.kept + found.due.length - due.length,
    dryRun: settings.dryRun,
  };
  const owned = due.filter(({ id }) => !left.has(id));
  const removal = settings.dryRun
    ? undefined
    : await removeOwned(
        step,
        deployments,
        owned.map(({ preview }) => preview),
      );
  noteLeft(step, await step.cloud(), [...left.values()]);
  recorder.note({ previewsDeleted: removal?.removed ?? [] });
  return { ...facts, previews: due.map((one) => rowOf(one, left.get(one.id), removal)) };
}

/** Of an agent with another name than was asked for, the label is not known. */
function named(id: string, label: string): string {
  return label === '' ? id : `${id} (${label})`;
}

type Due = PreviewInventory['due'][number];

/**
 * The due previews that are reported, and those of them that are left alone. Where all agents are cleaned up, another
 * repository's previews are only counted: they are its own cleanup's.
 */
async function sortByOwner(step: Step, all: readonly Due[], reportsOthers: boolean) {
  const found = await byOwner(
    step,
    all.map(({ preview }) => preview),
  );
  const left = new Map(found.left.map((one) => [one.id, one]));
  const due = all.filter(({ id }) => reportsOthers || left.get(id)?.kind !== 'another');
  const isReported = (one: LeftPreview) => reportsOthers || one.kind !== 'another';
  return { due, left: new Map([...left].filter(([, one]) => isReported(one))) };
}

function rowOf(
  due: Due,
  stays: LeftPreview | undefined,
  removal: Awaited<ReturnType<typeof removeOwned>> | undefined,
): CleanupFacts['previews'][number] {
  if (stays !== undefined)
    return { ...withOutcome(due, stays.kind === 'another' ? 'another' : 'left'), why: stays.why };
  if (removal === undefined) return withOutcome(due, 'listed');
  const why = removal.failed.find(({ id }) => id === due.id)?.why;
  return why === undefined ? withOutcome(due, 'deleted') : { ...withOutcome(due, 'failed'), why };
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
    ? `${count(previews.filter(({ outcome }) => outcome === 'listed').length, 'preview')} would be deleted`
    : `${count(deleted, 'preview')} deleted`;
  const failed = previews.filter(({ outcome }) => outcome === 'failed').length;
  const missed = failed === 0 ? '' : `, ${failed} could not be`;
  const stay = kept + previews.filter(({ outcome }) => outcome === 'left' || outcome === 'another').length;
  return `${failed === 0 ? '✓' : '✗'} Preview cleanup: ${did}${missed}, ${stay} kept (${duration(ms)})`;
}
