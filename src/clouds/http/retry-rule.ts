import type { Backoff } from './call.ts';
import type { FailedCall } from './failure.ts';

/** contracts/sgp.openapi.yaml, retry rules. */
const DEFAULT_BACKOFF: Backoff = { firstMs: 500, longestMs: 8_000 };
/** A server that was never reached most likely has a wrong address: report that within seconds. */
const ATTEMPTS_WITHOUT_CONTACT = 5;
/** A 2xx that is not JSON most likely comes from a broken gateway. */
const ATTEMPTS_AT_UNREADABLE = 3;

type RetryFacts = {
  readonly idempotent: boolean;
  /** Whether this client ever got a reply. */
  readonly reached: boolean;
  /** Counts from 1. */
  readonly attempt: number;
  /** The cloud's own waits after a 429. */
  readonly rateLimit?: Backoff | undefined;
};

/**
 * Milliseconds to wait before the call may be sent again, `undefined` where it may not: a conflict never, a call
 * that is not idempotent only where it certainly had no effect (contracts/README.md, common status mapping).
 */
export function waitBeforeRetry(failure: FailedCall, facts: RetryFacts): number | undefined {
  if (!mayRetry(failure, facts)) return undefined;
  const waits = failure.status === 429 ? facts.rateLimit : undefined;
  return failure.advice.retryAfterMs ?? backoff(facts.attempt, Math.random, waits);
}

function mayRetry(
  { status, effect, advice }: FailedCall,
  { idempotent, reached, attempt }: RetryFacts,
): boolean {
  if (!advice.transient || status === 409 || advice.shouldRetry === false) return false;
  if (status === 0)
    return (
      (idempotent || effect === 'no') && (reached || advice.connected || attempt < ATTEMPTS_WITHOUT_CONTACT)
    );
  if (status === 429 || status === 503) return true;
  if (!idempotent) return false;
  if (status < 300) return attempt < ATTEMPTS_AT_UNREADABLE;
  return advice.shouldRetry === true || status === 408 || (status >= 500 && status !== 501 && status !== 505);
}

/** Up to a quarter is taken off at random, so that parallel jobs do not retry at the same moment. */
export function backoff(
  attempt: number,
  random: () => number = Math.random,
  { firstMs, longestMs }: Backoff = DEFAULT_BACKOFF,
): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full * (1 - random() / 4));
}
