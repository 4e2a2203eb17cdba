/** All in milliseconds. */
type PauseRule = {
  /** The author's `poll-interval`: no pause is longer. */
  readonly ceilingMs: number;
  /** How long earlier ones took; asked each time, as it may become known later. */
  readonly expectedMs?: (() => number | undefined) | undefined;
};

const SHORTEST_MS = 500;
/** The pause as a part of the time already waited, where no end is expected or it is overdue. */
const SHARE = 0.3;
/** The same, long before an end is expected. */
const SHARE_BEFORE = 0.5;
/** Around the expected end, as parts of it: from when, until when, and how long a pause is. */
const NEAR = { from: 0.9, until: 1.1, pause: 1 / 80 };

/**
 * Milliseconds to wait before the next status request, `elapsedMs` after the start: in proportion to the time already
 * waited. But short around the time when earlier builds of the agent ended, and longer before that.
 */
export function pauseAfter(elapsedMs: number, { ceilingMs, expectedMs }: PauseRule): number {
  return Math.min(ceilingMs, wanted(elapsedMs, expectedMs?.()));
}

function wanted(elapsedMs: number, expectedMs: number | undefined): number {
  if (expectedMs === undefined) return inProportion(elapsedMs, SHARE);
  const near = NEAR.from * expectedMs;
  if (elapsedMs < near)
    return Math.max(SHORTEST_MS, Math.min(inProportion(elapsedMs, SHARE_BEFORE), near - elapsedMs));
  const overdue = elapsedMs - NEAR.until * expectedMs;
  if (overdue < 0) return Math.max(SHORTEST_MS, NEAR.pause * expectedMs);
  return inProportion(overdue, SHARE);
}

function inProportion(ms: number, share: number): number {
  return Math.max(SHORTEST_MS, share * (ms + 1_000));
}
