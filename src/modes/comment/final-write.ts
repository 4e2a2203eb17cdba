import { leftAfterAbort } from '../../deadline.ts';

/** All in milliseconds. */
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const CANCELLED_FINAL_WITHIN = 3_500;
/** Counted from the cancel; and the least that the final write gets. */
const CANCELLED_UNTIL = 4_600;
const CANCELLED_LEAST = 400;

/** Milliseconds for the final write of the comment; the longer ago the step was cancelled, the less. */
export function finalWriteMs(cancelled: AbortSignal): number {
  if (!cancelled.aborted) return FINAL_WITHIN;
  const left = leftAfterAbort(cancelled, CANCELLED_UNTIL);
  return Math.ceil(Math.max(CANCELLED_LEAST, Math.min(CANCELLED_FINAL_WITHIN, left)));
}
