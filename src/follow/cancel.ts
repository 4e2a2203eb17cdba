import type { Cloud } from '../clouds/cloud.ts';
import { LATE, runWithin } from '../deadline.ts';
import { HttpError, messageOf } from '../errors.ts';
import { type Clock, retry, systemClock } from '../wait.ts';

/** `over`: there was nothing left to cancel. `incapable`: the cloud cannot. */
export type CancelOutcome =
  | { readonly outcome: 'asked' | 'over' | 'incapable' }
  | { readonly outcome: 'failed'; readonly reason: string };

export type CancelOptions = {
  /** Milliseconds, all attempts together. */
  readonly withinMs: number;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
};

/**
 * Asks the cloud to cancel a build: the request is repeated on temporary errors, since it is idempotent
 * (sgp.openapi.yaml, `cancelBuild`). Never throws and never takes longer than `withinMs`.
 */
export async function cancelBuild(
  cloud: Pick<Cloud, 'cancel'>,
  buildId: string,
  { withinMs, signal = new AbortController().signal, clock = systemClock }: CancelOptions,
): Promise<CancelOutcome> {
  const { cancel } = cloud;
  if (!cancel) return { outcome: 'incapable' };
  const plan = { retries: 10, budgetMs: withinMs, delayOf, clock };
  try {
    const answer = await runWithin(
      withinMs,
      (own) => retry(() => cancel(buildId, own), { ...plan, signal: own }),
      { clock, signal },
    );
    if (answer !== LATE) return { outcome: 'asked' };
    return { outcome: 'failed', reason: 'the cloud did not answer in time' };
  } catch (error) {
    if (isOver(error)) return { outcome: 'over' };
    return { outcome: 'failed', reason: messageOf(error) };
  }
}

/** 409 is "nothing to cancel" (sgp.openapi.yaml, `cancelBuild`); a build that is gone has not to be cancelled. */
function isOver(error: unknown): boolean {
  return error instanceof HttpError && (error.status === 404 || error.status === 409 || error.status === 410);
}

function delayOf(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const passing = error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
  return passing ? Math.min(200 * 2 ** (attempt - 1), 2000) : undefined;
}
