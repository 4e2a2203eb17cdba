import { setTimeout as delay } from 'node:timers/promises';

/** The longest time of one timer; `Infinity` waits in pieces of it. */
const LONGEST = 2 ** 31 - 1;

/** Resolves after `ms` (`Infinity`: never), or as soon as `signal` fires; it never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  let left = ms;
  while (left > 0 && !signal.aborted) {
    const piece = Math.min(left, LONGEST);
    await delay(piece, undefined, { signal }).catch(() => undefined);
    left -= piece;
  }
}
