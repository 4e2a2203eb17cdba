import type { Trigger } from '../../host/event/event.ts';
import type { Settings } from '../../settings/settings.ts';

/** The parts of a run that show its pull request without a request to the forge. */
export type PullRequestFacts = {
  readonly trigger: Trigger;
  readonly settings: Pick<Settings, 'pullRequest'>;
};

/** Events without a number but with a commit, for which the forge may know the pull request. */
export const SEARCHABLE = new Set(['push', 'workflow_run', 'workflow_call', 'create', 'status', 'check_run']);
/** `gh-readonly-queue/BASE/pr-7-<commit>`: a convention of GitHub's merge queue (docs/platform.md). */
const QUEUED = /^gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{7,64}$/;

/** Whether the forge has to be asked: a step on `schedule` never has a pull request. */
export function mayHavePullRequest({ trigger, settings }: PullRequestFacts): boolean {
  if (knownNumber({ trigger, settings }) !== undefined) return true;
  return SEARCHABLE.has(trigger.event) && !trigger.pushToDefaultBranch && trigger.commit !== undefined;
}

/** From the input, else from the event. */
export function givenNumber({
  trigger,
  settings,
}: {
  readonly trigger: Pick<Trigger, 'pullRequest'>;
  readonly settings: Pick<Settings, 'pullRequest'>;
}): number | undefined {
  return settings.pullRequest ?? trigger.pullRequest?.number;
}

/** From the input, the event or the name of a merge queue's branch, in this order and without a request. */
export function knownNumber({ trigger, settings }: PullRequestFacts): number | undefined {
  const queued = trigger.event === 'merge_group' ? QUEUED.exec(trigger.ref ?? '')?.[1] : undefined;
  return givenNumber({ trigger, settings }) ?? (queued === undefined ? undefined : Number(queued));
}
