import type { Clock } from '../../wait.ts';

/** A pause that the cloud asked for and that every call of the client keeps. */
export type Pace = {
  /** Nothing is sent for this many milliseconds. */
  readonly hold: (ms: number) => void;
  /** Milliseconds left to wait. */
  readonly left: () => number;
};

export function createPace(clock: Clock): Pace {
  let until = Number.NEGATIVE_INFINITY;
  return {
    hold: (ms) => {
      until = Math.max(until, clock.now() + ms);
    },
    left: () => Math.max(0, until - clock.now()),
  };
}
