import { HttpError } from '../../errors.ts';
import { slowestUpload, timeFor } from './body.ts';
import type { ApiCall, ClientOptions } from './call.ts';

/** Milliseconds for which one call is retried at most, however much time its caller has. */
const MAX_RETRY_MS = 120_000;
/** Milliseconds that each attempt gets at least, also when the phase's time is over: a cancel, a last status request. */
const MIN_ATTEMPT_MS = 3_000;
/**
 * One attempt gets at most this fraction of the time left, so that there is time for another; a long upload gets
 * more.
 */
const ATTEMPTS_IN_BUDGET = 3;

/** The same for a rate limit that several clients share: it passes when their other calls are done. */
const MAX_SHARED_RETRY_MS = 3_600_000;

/** Milliseconds in which further attempts at a call may begin: what is left of its phase, at most two minutes. */
export function budgetOf({ budgetMs, share }: Pick<ClientOptions, 'budgetMs' | 'share'>): number {
  return Math.min(leftOf(budgetMs), share === undefined ? MAX_RETRY_MS : MAX_SHARED_RETRY_MS);
}

/**
 * Milliseconds for which one refusal may hold up the other calls: a log whose turn never comes before the build has
 * ended would be lost. A server that means it refuses again.
 */
export function longestHold(options: Pick<ClientOptions, 'budgetMs' | 'share'>): number {
  return Math.min(budgetOf(options), leftOf(options.budgetMs) / ATTEMPTS_IN_BUDGET);
}

/**
 * Whether a call that failed with `error` is not retried any more, `spentMs` after it began. Only a rate limit gets
 * longer.
 */
export function isOverdue(error: unknown, spentMs: number): boolean {
  return spentMs > MAX_RETRY_MS && !(error instanceof HttpError && error.status === 429);
}

/** Milliseconds that one attempt may take, reply included. */
export function attemptTime(
  call: Pick<ApiCall, 'timeoutMs' | 'body'>,
  { budgetMs }: Pick<ClientOptions, 'budgetMs'>,
): number {
  const left = leftOf(budgetMs);
  const share = Math.max(left / ATTEMPTS_IN_BUDGET, Math.min(left, slowestUpload(call)));
  return Math.max(Math.min(timeFor(call), share), Math.min(MIN_ATTEMPT_MS, timeFor(call)));
}

function leftOf(budgetMs: ClientOptions['budgetMs']): number {
  return typeof budgetMs === 'function' ? budgetMs() : (budgetMs ?? Number.POSITIVE_INFINITY);
}
