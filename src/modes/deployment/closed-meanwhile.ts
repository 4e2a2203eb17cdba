import type { Deployments } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';
import { retireDeployments } from './github.ts';
import { ownAddresses } from './ownership.ts';
import { isLive, previewsOf } from './previews.ts';
import { removeAll } from './replace.ts';
import { deployTargetOf } from './target.ts';

/** Milliseconds for one request for the pull request: a slow forge must not delay a build. */
const LOOK_WITHIN_MS = 5_000;

/**
 * Whether the pull request of this run is closed or merged: as the forge says now, else as the event said. An event
 * may come late, and a re-run has the old event.
 */
async function isPullRequestClosed(step: Step): Promise<boolean> {
  const { settings, trigger, signal, console } = step;
  const number = settings.pullRequest ?? trigger.pullRequest?.number;
  if (number === undefined) return false;
  const closedInEvent = isClosedInEvent(step);
  try {
    const forge = await step.forge();
    const found = await forge?.getPullRequest(number, timeoutSignal(signal, LOOK_WITHIN_MS));
    return found === undefined ? closedInEvent : !found.open;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    console.debug(`Could not check whether pull request ${number} is still open: ${messageOf(thrown)}`);
    return closedInEvent;
  }
}

/**
 * Whether nothing is to be deployed, because the pull request is closed. A production deployment that was requested
 * by a comment or a dispatch goes on.
 */
export async function isDeployedTooLate(step: Step): Promise<boolean> {
  return deploysPullRequest(step) && (await sharedAnswer(step));
}

/** Milliseconds for which the agents of one step share an answer. */
const SHARED_MS = 10_000;

const answers = new WeakMap<Step['trigger'], { readonly at: number; readonly closed: Promise<boolean> }>();

/** A hundred agents that begin together ask the forge once. */
function sharedAnswer(step: Step): Promise<boolean> {
  const { trigger } = step;
  const known = answers.get(trigger);
  if (known !== undefined && performance.now() - known.at < SHARED_MS) return known.closed;
  const closed = isPullRequestClosed(step);
  answers.set(trigger, { at: performance.now(), closed });
  closed.catch(() => answers.delete(trigger));
  return closed;
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
