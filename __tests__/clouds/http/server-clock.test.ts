import { expect, test } from '@jest/globals';
import { createServerClock } from '../../../src/clouds/http/server-clock.ts';
import { systemClock } from '../../../src/wait.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;

/** How far the server is ahead of the runner, in milliseconds; or another `Date` header. */
type Told = number | string | undefined;

/** How far the clock is from the runner's after these replies and so many milliseconds. */
function offsetAfter(replies: readonly Told[], passedMs = 0): number {
  let now = 0;
  const clock = createServerClock({ ...systemClock, now: () => now });
  for (const told of replies) {
    clock.noteDate(typeof told === 'number' ? new Date(Date.now() + told).toUTCString() : told);
  }
  now += passedMs;
  return clock.now() - Date.now();
}

test.each<[name: string, replies: readonly Told[], passedMs: number, offset: number]>([
  ['no reply', [], 0, 0],
  ['a reply without a date', [undefined], 0, 0],
  ['a date that is none', ['soon'], 0, 0],
  ['a reply that was some seconds on its way', [-9 * SECOND], 0, 0],
  ['a runner that is six hours behind', [6 * HOUR], 0, 6 * HOUR],
  ['a runner that is a day ahead', [-24 * HOUR], 0, -24 * HOUR],
  ['a runner whose clock was mended since', [6 * HOUR, 0], 0, 0],
  ['a reply without a date after one with', [6 * HOUR, undefined], 0, 6 * HOUR],
  ['a reply of half an hour ago', [6 * HOUR], HOUR / 2, 6.5 * HOUR],
])('after %s', (_name, replies, passedMs, offset) => {
  // Headers tell whole seconds.
  expect(Math.abs(offsetAfter(replies, passedMs) - offset)).toBeLessThan(10 * SECOND);
});
