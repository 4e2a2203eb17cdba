import { HttpError } from '../../errors.ts';
import { slowestUpload, timeFor } from './body.ts';
import type { ApiCall, ClientOptions } from './call.ts';

/** Milliseconds that one call is tried again at the most, whatever its caller could spare. */
const PATIENCE = 120_000;
/** What is sent at all gets a chance to be answered, also when the phase's time is over: a cancel, a last look. */
const LEAST = 3_000;
/** A request that is never answered leaves the phase time for another attempt, unless it needs long itself. */
const SHARE = 3;

/** The same for a rate limit that several clients share: it passes when their other calls are done. */
const SHARED_PATIENCE = 3_600_000;

/** Milliseconds that further attempts at a call may begin in: what is left to its phase, at the most two minutes. */
export function budgetOf({ budgetMs, share }: Pick<ClientOptions, 'budgetMs' | 'share'>): number {
  return Math.min(leftOf(budgetMs), share === undefined ? PATIENCE : SHARED_PATIENCE);
}

/** Whether a call that failed so is tried again no more, `spentMs` after its begin: only a rate limit is given longer. */
export function isOverdue(error: unknown, spentMs: number): boolean {
  return spentMs > PATIENCE && !(error instanceof HttpError && error.status === 429);
}

/** Milliseconds that one attempt may take, reply included. */
export function attemptTime(
  call: Pick<ApiCall, 'timeoutMs' | 'body'>,
  { budgetMs }: Pick<ClientOptions, 'budgetMs'>,
): number {
  const left = leftOf(budgetMs);
  const share = Math.max(left / SHARE, Math.min(left, slowestUpload(call)));
  return Math.max(Math.min(timeFor(call), share), Math.min(LEAST, timeFor(call)));
}

function leftOf(budgetMs: ClientOptions['budgetMs']): number {
  return typeof budgetMs === 'function' ? budgetMs() : (budgetMs ?? Number.POSITIVE_INFINITY);
}
