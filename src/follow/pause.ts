/** All in milliseconds. */
export type PauseRule = {
  /** The author's `poll-interval`: no pause is longer. */
  readonly ceilingMs: number;
  /** How long earlier ones took; asked each time, as it may become known on the way. */
  readonly expectedMs?: (() => number | undefined) | undefined;
};

const SHORTEST_MS = 500;
/** Of the time already waited, where nothing is expected, or what was expected has not come. */
const SHARE = 0.3;
/** The same, long before an end is expected. */
const SHARE_BEFORE = 0.5;
/** Around the expected end, as parts of it: from when, until when, and how long a pause is. */
const NEAR = { from: 0.9, until: 1.1, pause: 1 / 80 };

/**
 * How long to wait before the status is asked again, `elapsedMs` after the beginning: in proportion to what was waited,
 * as nobody minds a second after two minutes; but short where earlier builds of the agent ended, and long before that.
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
