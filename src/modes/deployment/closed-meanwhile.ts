import type { Deployments } from '../../clouds/cloud.ts';
import type { ForgePullRequest } from '../../host/forge/forge.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';
import { retireDeployments } from './github.ts';
import { ownAddresses } from './ownership.ts';
import { isLive, previewsOf } from './previews.ts';
import { pullRequestNow, sharedPullRequest } from './pull-request-now.ts';
import { removeAll } from './replace.ts';
import { deployTargetOf } from './target.ts';

/**
 * Whether the pull request of this run is closed or merged: as the forge says now, else as the event said. An event
 * may come late, and a re-run has the old event.
 */
async function isPullRequestClosed(
  step: Step,
  look: (step: Step) => Promise<ForgePullRequest | undefined> = pullRequestNow,
): Promise<boolean> {
  if (givenNumber(step) === undefined) return false;
  const found = await look(step);
  return found === undefined ? isClosedInEvent(step) : !found.open;
}

/**
 * Whether nothing is to be deployed, because the pull request is closed. A production deployment that was requested
 * by a comment or a dispatch goes on.
 */
export async function isDeployedTooLate(step: Step): Promise<boolean> {
  return deploysPullRequest(step) && (await isPullRequestClosed(step, sharedPullRequest));
}

/** The same as far as the event says, for a dry run, which asks nobody. */
export function isTooLateByEvent(step: Pick<Step, 'settings' | 'trigger'>): boolean {
  return deploysPullRequest(step) && isClosedInEvent(step);
}

function isClosedInEvent({
  settings,
  trigger: { pullRequest },
}: Pick<Step, 'settings' | 'trigger'>): boolean {
  return pullRequest?.open === false && (settings.pullRequest ?? pullRequest.number) === pullRequest.number;
}

function deploysPullRequest(step: Pick<Step, 'settings' | 'trigger'>): boolean {
  const target = deployTargetOf(step);
  return target === 'preview' || (target === 'production' && ofPullRequest(step));
}

function ofPullRequest({ trigger }: Pick<Step, 'trigger'>): boolean {
  return trigger.event.startsWith('pull_request');
}

/**
 * The last check, after the preview was deployed: if the pull request was closed meanwhile, its teardown may have run
 * earlier, so this run deletes its own preview.
 * @returns whether it did
 */
export async function takeDownIfClosed(
  step: Step,
  deployments: Deployments,
  agentName: string,
): Promise<boolean> {
  const label = step.recorder.result().deployment?.preview?.label;
  if (label === undefined || !(await isPullRequestClosed(step))) return false;
  const { console, recorder } = step;
  console.info('The pull request was closed in the meantime: its preview is deleted again.');
  const query = { agentName, label, repositories: ownAddresses(step) };
  const live = (await previewsOf(deployments, query, step.signal)).filter(isLive);
  const { removed, failed } = await removeAll(step, deployments, live);
  for (const { id, why } of failed) console.warning(`Preview ${id} could not be deleted: ${why}`);
  const before = recorder.result().previewsDeleted ?? [];
  recorder.note({ outcome: 'removed', previewsDeleted: [...before, ...removed] });
  await retireDeployments(step);
  return true;
}
