import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { AbortedError } from './errors.ts';

/** Time as a parameter, so that tests need no real sleeps. All values in milliseconds. */
export type Clock = {
  /** Monotonic: a jump of the wall clock must not change a wait. */
  readonly now: () => number;
  /** Resolves after `ms`, or rejects with `AbortedError` as soon as `signal` fires. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      throw new AbortedError('the wait was aborted', { cause });
    }
  },
};

export type RetryPlan = {
  /** Attempts after the first, at most. */
  readonly retries: number;
  /** No further attempt begins later than this many milliseconds after the first. */
  readonly budgetMs: number;
  /** How long to wait before the next attempt, in milliseconds; `undefined` gives up and rethrows. */
  readonly delayOf: (error: unknown, attempt: number) => number | undefined;
  /** Called once before each wait. */
  readonly onRetry?: (error: unknown, attempt: number, waitMs: number) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
};

/**
 * Calls `attempt` until it succeeds, the plan gives up or the budget is spent; the last error is rethrown itself. A
 * wait that would exceed the budget is not begun.
 */
export async function retry<T>(attempt: (count: number) => Promise<T>, plan: RetryPlan): Promise<T> {
  const clock = plan.clock ?? systemClock;
  const deadline = clock.now() + plan.budgetMs;
  return pRetry((count) => attempt(count), {
    retries: plan.retries,
    minTimeout: 0,
    maxTimeout: 0,
    ...(plan.signal ? { signal: plan.signal } : {}),
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      if (retriesLeft === 0) return;
      const waitMs = plan.signal?.aborted ? undefined : plan.delayOf(error, attemptNumber);
      if (waitMs === undefined || clock.now() + waitMs > deadline) throw error;
      plan.onRetry?.(error, attemptNumber, waitMs);
      await clock.sleep(waitMs, plan.signal);
    },
  });
}
