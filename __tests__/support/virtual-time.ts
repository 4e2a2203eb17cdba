import { AbortedError } from '../../src/errors.ts';
import type { Clock } from '../../src/wait.ts';

export type VirtualTime = {
  readonly clock: Clock;
  /** Moves from wait to wait until nobody waits any more. Throws after `atMost` milliseconds of virtual time. */
  readonly run: (atMost: number) => Promise<void>;
};

/** Time that passes only while everyone waits: long waits cost nothing, and the order of things is their times' alone. */
export function virtualTime(): VirtualTime {
  let now = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) reject(new AbortedError('the wait was aborted'));
      else waiting.push({ at: now + Math.max(0, ms), wake: resolve });
    });
  const run = async (atMost: number) => {
    for (;;) {
      // All that can go on without time passing goes on first.
      await new Promise((resolve) => setImmediate(resolve));
      const next = waiting.sort((a, b) => a.at - b.at).shift();
      if (next === undefined) return;
      now = next.at;
      if (now > atMost) throw new Error(`still busy after ${atMost} ms of virtual time`);
      next.wake();
    }
  };
  return { clock: { now: () => now, sleep }, run };
}
