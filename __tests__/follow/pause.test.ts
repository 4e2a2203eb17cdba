import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pauseAfter } from '../../src/follow/pause.ts';

/** Asks until the end and says how often, and how long after it the answer was there. */
function watch(endsMs: number, pauseOf: (elapsedMs: number) => number): { asked: number; lateMs: number } {
  let elapsed = 0;
  for (let asked = 0; ; asked += 1) {
    if (elapsed >= endsMs && asked > 0) return { asked, lateMs: elapsed - endsMs };
    elapsed += pauseOf(elapsed);
  }
}

const CEILING = 5_000;

/** The rule of before: half a second, then half as much more each time. */
function growing(endsMs: number): { asked: number; lateMs: number } {
  let pause = 500 / 1.5;
  return watch(endsMs, () => {
    pause = Math.min(pause * 1.5, CEILING);
    return pause;
  });
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Builds of up to two minutes that take what earlier ones took, give or take a twelfth. */
const BUILDS = Array.from({ length: 400 }, (_, at) => {
  const expectedMs = 1_400 + (at / 400) * 118_600;
  return { expectedMs, endsMs: expectedMs * (0.92 + ((at * 37) % 160) / 1_000) };
});

describe('the pause before a status is asked again', () => {
  test('finds the end of builds like earlier ones in 0.7 s, with at most 1.5 times the requests of a plain growth', () => {
    const now = BUILDS.map(({ expectedMs, endsMs }) =>
      watch(endsMs, (elapsed) => pauseAfter(elapsed, { ceilingMs: CEILING, expectedMs: () => expectedMs })),
    );
    const then = BUILDS.map(({ endsMs }) => growing(endsMs));
    const sum = (of: typeof now) => of.reduce((total, { asked }) => total + asked, 0);
    expect(median(now.map(({ lateMs }) => lateMs))).toBeLessThanOrEqual(500);
    expect(sum(now) / sum(then)).toBeLessThanOrEqual(1.5);
    expect(median(then.map(({ lateMs }) => lateMs))).toBeGreaterThan(1_000);
  });

  test('without earlier builds is in proportion to the wait, and asks at most 1.5 times as often', () => {
    for (const { endsMs } of BUILDS) {
      const now = watch(endsMs, (elapsed) => pauseAfter(elapsed, { ceilingMs: CEILING }));
      expect(now.asked).toBeLessThanOrEqual(Math.ceil(growing(endsMs).asked * 1.5));
      expect(now.lateMs).toBeLessThanOrEqual(Math.max(500, 0.3 * (endsMs + 1_000)));
    }
  });

  test('is never above the ceiling, and never a hail', () => {
    fc.assert(
      fc.property(
        fc.nat(7_200_000),
        fc.option(fc.nat(7_200_000), { nil: undefined }),
        fc.integer({ min: 100, max: 60_000 }),
        (elapsed, expectedMs, ceilingMs) => {
          const pause = pauseAfter(elapsed, { ceilingMs, expectedMs: () => expectedMs });
          expect(pause).toBeLessThanOrEqual(ceilingMs);
          expect(pause).toBeGreaterThanOrEqual(Math.min(500, ceilingMs));
        },
      ),
    );
  });
});
