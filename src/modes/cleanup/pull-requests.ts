import { AbortedError, HttpError, messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';

/** Whether pull requests are closed, as far as the forge says. */
export type PullRequestStates = {
  /** `unknown`: there is no such pull request, or the forge did not answer. */
  readonly of: (number: number) => Promise<'open' | 'closed' | 'unknown'>;
};

/**
 * Asks the forge once for each number. After the first refusal it asks no more and warns once: then only the expiry
 * counts.
 */
export function pullRequestStates(step: Step): PullRequestStates {
  const known = new Map<number, 'open' | 'closed' | 'unknown'>();
  let silent = false;
  const giveUp = (why: string) => {
    silent = true;
    step.console.warning(
      `Could not check whether pull requests are closed, so only the expiry counts: ${why}`,
    );
  };
  const ask = async (number: number) => {
    if (silent) return 'unknown';
    const forge = await step.forge();
    if (!forge) {
      giveUp('github-token is empty, or the event names no repository.');
      return 'unknown';
    }
    try {
      const found = await forge.getPullRequest(number, step.signal);
      return found === undefined ? 'unknown' : found.open ? 'open' : 'closed';
    } catch (thrown) {
      if (thrown instanceof AbortedError) throw thrown;
      const denied = thrown instanceof HttpError && (thrown.status === 401 || thrown.status === 403);
      giveUp(`${messageOf(thrown)}${denied ? ' (the job needs permissions: pull-requests: read)' : ''}`);
      return 'unknown';
    }
  };
  return {
    async of(number) {
      const state = known.get(number) ?? (await ask(number));
      known.set(number, state);
      return state;
    },
  };
}
