import { AbortedError, messageOf } from '../../errors.ts';
import { openSync } from '../../report/comment/comment.ts';
import { endSectionsOfEndedRuns } from '../comment/ended-runs.ts';
import { commentPort } from '../comment/port.ts';
import type { Step } from '../step/step.ts';

/** Pull requests that are checked, the most recently changed ones. */
const MOST_PULL_REQUESTS = 50;

/**
 * In the comments of open pull requests, marks sections as cancelled whose run ended without a final write. Errors
 * are ignored: a cleanup is mainly for previews.
 */
export async function tidyComments(step: Step): Promise<void> {
  const { settings, console, signal } = step;
  if (settings.comment.when === 'never' || settings.dryRun) return;
  try {
    const forge = await step.forge();
    if (forge === undefined) return;
    let looked = 0;
    for await (const { number } of forge.openPullRequests(signal)) {
      if (looked === MOST_PULL_REQUESTS) break;
      looked += 1;
      const sync = openSync(commentPort(forge, number));
      await sync.putAll(() => [], { confirm: false, signal });
      await endSectionsOfEndedRuns(step, forge, sync);
    }
  } catch (thrown) {
    if (signal.aborted || thrown instanceof AbortedError) throw thrown;
    console.debug(`The comments of open pull requests were not looked at: ${messageOf(thrown)}`);
  }
}
