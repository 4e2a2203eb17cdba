import type { Deployment } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';
import { newestPreview } from './earlier-preview.ts';
import { isLive } from './previews.ts';
import { sharedPullRequest } from './pull-request-now.ts';

/**
 * Whether the pull request's preview shows a newer commit than this run's: then this run, which took longer or is
 * repeated, must not replace it. Only if that preview exists: a newer commit may have no run of its own.
 */
export async function isOvertaken(step: Step): Promise<boolean> {
  const head = await newerHead(step);
  if (head === undefined) return false;
  try {
    const newest = await newestPreview(step, isKept);
    // The commit may be known by its beginning only.
    if (newest?.commit === undefined || !head.startsWith(newest.commit)) return false;
    const short = head.slice(0, 12);
    const whyNotDeployed = `the preview of pull request ${givenNumber(step)} shows its newer commit ${short} already`;
    step.recorder.note({ whyNotDeployed });
    step.console.info(`Nothing was deployed: ${whyNotDeployed}.`);
    return true;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(`Could not check whether a newer preview exists: ${messageOf(thrown)}`);
    return false;
  }
}

/** The pull request's head where it is neither this run's commit nor the one before it, as a late reply has it. */
async function newerHead(step: Step): Promise<string | undefined> {
  const { event, pullRequest } = step.trigger;
  const { headCommit: ours, previousHead } = pullRequest ?? {};
  if (!event.startsWith('pull_request') || ours === undefined || givenNumber(step) !== pullRequest?.number)
    return undefined;
  const now = (await sharedPullRequest(step))?.headCommit;
  return now === ours || now === previousHead ? undefined : now;
}

/** Also one whose rollout goes on. */
function isKept(preview: Deployment): boolean {
  return isLive(preview) && preview.status !== 'failed';
}
