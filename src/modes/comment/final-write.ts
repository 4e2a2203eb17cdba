import { leftAfterAbort } from '../../deadline.ts';

/** All in milliseconds. */
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const CANCELLED_FINAL_WITHIN = 3_500;
/** From the cancel on; and the least that the last word gets. */
const CANCELLED_UNTIL = 4_600;
const CANCELLED_LEAST = 400;

/** How long the last write of the comment may take; the less, the longer ago the step was cancelled. Milliseconds. */
export function finalWriteMs(cancelled: AbortSignal): number {
  if (!cancelled.aborted) return FINAL_WITHIN;
  const left = leftAfterAbort(cancelled, CANCELLED_UNTIL);
  return Math.ceil(Math.max(CANCELLED_LEAST, Math.min(CANCELLED_FINAL_WITHIN, left)));
}
