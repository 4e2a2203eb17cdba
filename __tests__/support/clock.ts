import { AbortedError } from '../../src/errors.ts';
import type { Clock } from '../../src/wait.ts';

/** A clock on which sleeping takes no time; it records the sleeps in milliseconds. */
export function quickClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw new AbortedError('the wait was aborted');
      slept.push(ms);
      now += ms;
    },
  };
}
