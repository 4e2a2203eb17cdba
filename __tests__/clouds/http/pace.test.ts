import { expect, test } from '@jest/globals';
import { createPace, createSharedPace } from '../../../src/clouds/http/pace.ts';
import type { Clock } from '../../../src/wait.ts';

/** A clock that stands still until it is set. */
function clockAt(): Clock & { time: number } {
  const clock = { time: 0, now: () => clock.time, sleep: async () => undefined };
  return clock;
}

test('one client: all that wait go on when the pause is over', () => {
  const clock = clockAt();
  const pace = createPace(clock);
  expect(pace.left()).toBe(0);
  pace.hold(1_000);
  expect([pace.left(), pace.left()]).toEqual([1_000, 1_000]);
  clock.time = 1_000;
  expect(pace.left()).toBe(0);
});

test('many clients: nobody waits before a refusal; after it they go on one after the other', () => {
  const clock = clockAt();
  const pace = createSharedPace(clock);
  expect([pace.left(), pace.left()]).toEqual([0, 0]);
  pace.hold(1_000);
  expect([pace.left(), pace.left(), pace.left()]).toEqual([1_000, 1_025, 1_050]);
});

test('refusals of calls that were under way together count as one, a later one widens the row', () => {
  const clock = clockAt();
  const pace = createSharedPace(clock);
  for (let count = 0; count < 50; count += 1) pace.hold(0);
  expect([pace.left(), pace.left()]).toEqual([500, 525]);
  clock.time = 600;
  pace.hold(0);
  clock.time = 2_000;
  expect([pace.left(), pace.left()]).toEqual([0, 50]);
});

test('calls that are accepted draw the row together again', () => {
  const clock = clockAt();
  const pace = createSharedPace(clock);
  pace.hold(0);
  for (let count = 0; count < 40; count += 1) pace.accepted();
  clock.time = 10_000;
  expect([pace.left(), pace.left()]).toEqual([0, 0]);
});
