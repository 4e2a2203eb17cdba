import type { Clock } from '../../wait.ts';

/** The time where the server is: a runner's own clock may be wrong, and may jump while the step runs. */
export type ServerClock = {
  /** @param date a reply's `Date` header */
  readonly noteDate: (date: string | undefined) => void;
  /** Milliseconds since the epoch: the runner's own time, unless the dates of replies differ from it. */
  readonly now: () => number;
};

/** Milliseconds. A reply's date has whole seconds, and the reply may take some seconds to arrive. */
const TOLERANCE = 30_000;

export function createServerClock(clock: Clock): ServerClock {
  let lastReply: { readonly date: number; readonly at: number } | undefined;
  return {
    noteDate: (date) => {
      const ms = Date.parse(date ?? '');
      if (!Number.isNaN(ms)) lastReply = { date: ms, at: clock.now() };
    },
    now: () => {
      const own = Date.now();
      const theirs = lastReply ? lastReply.date + clock.now() - lastReply.at : own;
      return Math.abs(own - theirs) < TOLERANCE ? own : theirs;
    },
  };
}
