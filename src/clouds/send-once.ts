import { AbortedError, HttpError, messageOf, UserError } from '../errors.ts';
import type { Clock } from '../wait.ts';

/** Waits before each look, in milliseconds: a new object may not be listed at once. */
const LOOK_UP_WAITS = [1_000, 2_000, 4_000, 8_000];
/** After so many lost answers another request will not help. */
const SENDS = 3;

export type SendPlan<T> = {
  /** What the request makes, e.g. `build`. */
  readonly what: string;
  readonly send: () => Promise<T>;
  /** Looks for what an earlier `send` of this run may have made. */
  readonly find: () => Promise<T | undefined>;
  readonly notice: (message: string) => void;
  /** Milliseconds that are left for trying; one look is taken in any case. */
  readonly leftMs: () => number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/**
 * Sends a request that must have its effect once. If the answer is lost, looks for the effect several times; only if
 * nothing is found, the request is sent again (contracts/README.md: never retry a POST that may have taken effect).
 *
 * @throws {UserError} when it can neither be found nor ruled out; the request's own error otherwise.
 */
export async function sendOnce<T extends { readonly id: string }>(plan: SendPlan<T>): Promise<T> {
  for (let sends = 1; ; sends += 1) {
    try {
      return await plan.send();
    } catch (error) {
      if (!(error instanceof HttpError) || error.effect === 'no') throw error;
      const found = await look(plan, error);
      if (found) {
        plan.notice(
          `The answer to the request was lost; the cloud has the ${plan.what} ${found.id}, so it goes on`,
        );
        return found;
      }
      if (sends === SENDS || plan.leftMs() <= 0) throw error;
      plan.notice(
        `The answer to the request was lost and the cloud has no such ${plan.what}: it is sent again (${error.message})`,
      );
    }
  }
}

async function look<T>(plan: SendPlan<T>, lost: HttpError): Promise<T | undefined> {
  try {
    for (const [index, wait] of LOOK_UP_WAITS.entries()) {
      if (index > 0 && plan.leftMs() < wait) break;
      await plan.clock.sleep(wait, plan.signal);
      const found = await plan.find();
      if (found) return found;
    }
    return undefined;
  } catch (error) {
    if (error instanceof AbortedError)
      throw new AbortedError(error.message, { cause: error, unanswered: true });
    throw new UserError(
      `${lost.message}; could not check whether the ${plan.what} exists: ${messageOf(error)}`,
      {
        hint: `Look at the cloud's list before running the job again: a ${plan.what} may be under way.`,
        cause: error,
      },
    );
  }
}
