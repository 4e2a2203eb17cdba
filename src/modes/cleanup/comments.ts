import { AbortedError, messageOf } from '../../errors.ts';
import type { Forge } from '../../host/forge/forge.ts';
import { openSync, removedSections } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { RunResult } from '../../report/result.ts';
import { pullRequestIn } from '../../settings/deploy/deploy.ts';
import { endSectionsOfEndedRuns } from '../comment/ended-runs.ts';
import { runMark } from '../comment/own-section.ts';
import { commentPort } from '../comment/port.ts';
import { masked } from '../step/masked.ts';
import type { Step } from '../step/step.ts';

/** Pull requests whose comments are looked at: those of deleted previews, then the most recently changed ones. */
const MOST_PULL_REQUESTS = 50;

/**
 * Corrects the comments of pull requests: a section whose preview was deleted says so, and one whose run ended without
 * a final write is marked as cancelled. Errors are ignored: a cleanup is mainly for previews.
 * @param labels of the deleted previews: their pull requests may be closed
 */
export async function tidyComments(step: Step, labels: readonly string[]): Promise<void> {
  const { settings, console, signal } = step;
  if (settings.comment.when === 'never' || settings.dryRun) return;
  try {
    const forge = await step.forge();
    if (forge === undefined) return;
    for (const number of await pullRequestsOf(forge, labels, signal)) await tidyComment(step, forge, number);
  } catch (thrown) {
    if (signal.aborted || thrown instanceof AbortedError) throw thrown;
    console.debug(`The comments of pull requests were not looked at: ${messageOf(thrown)}`);
  }
}

async function pullRequestsOf(
  forge: Forge,
  labels: readonly string[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  const numbers = new Set(labels.flatMap((label) => pullRequestIn(label) ?? []));
  for await (const { number } of forge.openPullRequests(signal)) {
    if (numbers.size >= MOST_PULL_REQUESTS) break;
    numbers.add(number);
  }
  return [...numbers].slice(0, MOST_PULL_REQUESTS);
}

async function tidyComment(step: Step, forge: Forge, number: number): Promise<void> {
  const { signal, console } = step;
  const sync = openSync(commentPort(forge, number));
  const result: RunResult = masked(step.recorder.result(), console.maskText);
  const mark = { ...runMark(step), at: Date.now() };
  const removed = (known: readonly Section[]) =>
    removedSections(known, { result, key: '', mark }).map((section) => ({
      section,
      when: 'always' as const,
    }));
  await sync.putAll(removed, { confirm: true, signal });
  await endSectionsOfEndedRuns(step, forge, sync);
}
