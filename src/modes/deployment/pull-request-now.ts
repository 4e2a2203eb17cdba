import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { ForgePullRequest } from '../../host/forge/forge.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';

/** Milliseconds for one request for the pull request: a slow forge must not delay a build. */
const LOOK_WITHIN_MS = 5_000;

/** The pull request of this run as the forge has it now; `undefined` where there is none or the forge does not say. */
export async function pullRequestNow(step: Step): Promise<ForgePullRequest | undefined> {
  const { signal, console } = step;
  const number = givenNumber(step);
  if (number === undefined) return undefined;
  try {
    const forge = await step.forge();
    return await forge?.getPullRequest(number, timeoutSignal(signal, LOOK_WITHIN_MS));
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    console.debug(`Could not check how pull request ${number} is now: ${messageOf(thrown)}`);
    return undefined;
  }
}

/** Milliseconds for which the agents of one step share an answer. */
const SHARED_MS = 10_000;

type Answer = { readonly at: number; readonly pull: Promise<ForgePullRequest | undefined> };
const answers = new WeakMap<Step['trigger'], Answer>();

/** The same, at most ten seconds old: a hundred agents that begin together ask the forge once. */
export function sharedPullRequest(step: Step): Promise<ForgePullRequest | undefined> {
  const { trigger } = step;
  const known = answers.get(trigger);
  if (known !== undefined && performance.now() - known.at < SHARED_MS) return known.pull;
  const pull = pullRequestNow(step);
  answers.set(trigger, { at: performance.now(), pull });
  pull.catch(() => answers.delete(trigger));
  return pull;
}
