import type { Trigger } from '../../host/event/event.ts';
import type { Settings } from '../../settings/settings.ts';

/** What of a run says whether it is about a pull request, before the forge is asked. */
export type PullRequestFacts = {
  readonly trigger: Trigger;
  readonly settings: Pick<Settings, 'pullRequest'>;
};

/** Events that carry no number, but a commit whose pull request the forge may know. */
export const SEARCHABLE = new Set(['push', 'workflow_run', 'workflow_call', 'create', 'status', 'check_run']);
/** `gh-readonly-queue/BASE/pr-7-<commit>`: a convention of GitHub's merge queue (docs/platform.md). */
const QUEUED = /^gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{7,64}$/;

/** Whether there is anything to be asked: a step on `schedule` needs no forge to know that it has no pull request. */
export function mayHavePullRequest({ trigger, settings }: PullRequestFacts): boolean {
  if (knownNumber({ trigger, settings }) !== undefined) return true;
  return SEARCHABLE.has(trigger.event) && !trigger.pushToDefaultBranch && trigger.commit !== undefined;
}

/** The input, the event, the name of a merge queue's branch: in this order, and without any request. */
export function knownNumber({ trigger, settings }: PullRequestFacts): number | undefined {
  const queued = trigger.event === 'merge_group' ? QUEUED.exec(trigger.ref ?? '')?.[1] : undefined;
  return (
    settings.pullRequest ?? trigger.pullRequest?.number ?? (queued === undefined ? undefined : Number(queued))
  );
}
