import type { Clock } from '../../wait.ts';

/** A pause that the cloud asked for and that every call keeps. */
export type Pace = {
  /** A call was refused: nothing is sent for this many milliseconds. */
  readonly hold: (ms: number) => void;
  /** A call was not refused. */
  readonly accepted: () => void;
  /** Milliseconds that the call at hand has to wait. */
  readonly left: () => number;
};

/** The pace of one client: all calls that wait continue when the pause is over. */
export function createPace(clock: Clock): Pace {
  let until = Number.NEGATIVE_INFINITY;
  return {
    hold: (ms) => {
      until = Math.max(until, clock.now() + ms);
    },
    accepted: () => undefined,
    left: () => Math.max(0, until - clock.now()),
  };
}

/** Milliseconds of a pause for which the cloud gave no time. */
const LEAST_PAUSE = 500;
/** Between two calls after a first refusal, doubled with each further one, and the most. Milliseconds. */
const FIRST_SPACING = 25;
const WIDEST_SPACING = 2_000;
/** What is left of the spacing after each call that was not refused. */
const SPACING_DECAY = 0.9;

/**
 * The pace of many clients of one account. After a pause a hundred calls would come at once and be refused again. So
 * each call takes the next slot in a queue. Slots are further apart after each refusal, and closer again after each
 * success.
 */
export function createSharedPace(clock: Clock): Pace {
  let until = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  let spacing = 0;
  return {
    hold: (ms) => {
      const now = clock.now();
      // Refusals of calls that were under way together are one refusal.
      if (now >= until) spacing = Math.min(WIDEST_SPACING, Math.max(FIRST_SPACING, spacing * 2));
      until = Math.max(until, now + Math.max(ms, LEAST_PAUSE));
    },
    accepted: () => {
      spacing = spacing * SPACING_DECAY < 1 ? 0 : spacing * SPACING_DECAY;
    },
    left: () => {
      const now = clock.now();
      const at = Math.max(now, until, spacing === 0 ? now : next);
      next = at + spacing;
      return at - now;
    },
  };
}
