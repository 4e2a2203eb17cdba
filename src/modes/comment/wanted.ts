import { isForMany } from '../../settings/agents.ts';
import { mayHavePullRequest } from '../step/known-pull-request.ts';
import type { CommentContext } from './context.ts';

type CommentFacts = Pick<CommentContext, 'settings' | 'trigger' | 'console'>;

/** Whether a step has a comment of its own: each of many agents has one, the step for all of them has none. */
export function isForStep(facts: CommentFacts, isFaulty: boolean): boolean {
  const { settings, trigger } = facts;
  if (isForMany(settings)) return false;
  // A step with faulty inputs has to report a missing key, unless the event gets none.
  const isAble = isFaulty ? !trigger.secretsWithheld : settings.connection !== undefined;
  return isAble && isWanted(facts);
}

/** Whether the pull request's comment should report this run; if it cannot, the log says why. */
export function isWanted({ settings, trigger, console }: CommentFacts): boolean {
  const { when } = settings.comment;
  if (settings.mode !== 'run' || settings.dryRun) return false;
  if (when === 'never') return false;
  if (!mayHavePullRequest({ trigger, settings })) {
    if (when === 'always') console.info(`No comment: the event ${trigger.event} belongs to no pull request.`);
    return false;
  }
  if (settings.githubToken !== undefined && trigger.repository !== undefined) return true;
  console.warning('No comment on the pull request: github-token is empty.');
  return false;
}
