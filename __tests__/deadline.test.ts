import { getEventListeners } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { inSeconds, leftAfterAbort, timeoutSignal } from '../src/deadline.ts';
import { AbortedError } from '../src/errors.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The end of a wait that nobody but the waiter knows of, with the collector at work all the time. */
async function endOf(make: () => AbortSignal): Promise<'fired' | 'slept'> {
  let fired = false;
  make().addEventListener('abort', () => {
    fired = true;
  });
  for (let left = 500; left > 0 && !fired; left -= 1) {
    collect();
    await delay(20);
  }
  return fired ? 'fired' : 'slept';
}

describe('a signal with a timeout', () => {
  const parent = new AbortController();

  test('fires after its time although nothing else holds it', async () => {
    expect(await endOf(() => timeoutSignal(parent.signal, 60))).toBe('fired');
  });

  test('fires after the shorter of two times', async () => {
    expect(await endOf(() => timeoutSignal(timeoutSignal(parent.signal, 60), 3_600_000))).toBe('fired');
  });

  test('fires with its parent, for the same reason', () => {
    const own = new AbortController();
    const signal = timeoutSignal(own.signal, 3_600_000);
    expect(signal.aborted).toBe(false);
    own.abort('enough');
    expect(signal).toMatchObject({ aborted: true, reason: 'enough' });
  });

  test('has fired although nobody was listening then', async () => {
    const signal = timeoutSignal(parent.signal, 30);
    await delay(100);
    for (let left = 5; left > 0; left -= 1) {
      collect();
      await delay(10);
    }
    expect(signal.aborted).toBe(true);
  });

  test('leaves no listener with its parent, which lives as long as the step', () => {
    const own = new AbortController();
    for (let left = 20; left > 0; left -= 1) timeoutSignal(own.signal, 3_600_000);
    expect(getEventListeners(own.signal, 'abort')).toEqual([]);
  });

  test('has fired where its parent has', () => {
    expect(timeoutSignal(AbortSignal.abort('before'), 3_600_000)).toMatchObject({
      aborted: true,
      reason: 'before',
    });
  });

  test('is what every module takes for a wait that something else may end too', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(100);
    const lost = /AbortSignal\.any\([^;]*AbortSignal\.timeout/;
    expect(files.filter((name) => lost.test(readFileSync(join('src', name), 'utf8')))).toEqual([]);
  });
});

test.each([
  [15_000, '15 s'],
  [2_540, '2.5 s'],
  [40, '0 s'],
])('%i milliseconds are said as %s', (ms, words) => {
  expect(inSeconds(ms)).toBe(words);
});

describe('what is left after a cancel', () => {
  /** One that fired so many milliseconds ago. */
  const firedBefore = (ms: number) => {
    const cancel = new AbortedError('cancelled');
    return AbortSignal.abort(Object.assign(cancel, { at: performance.now() - ms }));
  };

  test.each<[name: string, signal: () => AbortSignal, atMost: number]>([
    ['all of it while nothing was cancelled', () => new AbortController().signal, 60_000],
    ['all of it at the moment of the cancel', () => firedBefore(0), 60_000],
    ['what has not passed since', () => firedBefore(20_000), 40_000],
    ['nothing once it has passed', () => firedBefore(90_000), 0],
    ['all of it where something else ended the wait', () => AbortSignal.abort(new Error('late')), 60_000],
  ])('is %s', (_name, signal, atMost) => {
    const left = leftAfterAbort(signal(), 60_000);
    expect(left).toBeLessThanOrEqual(atMost);
    expect(left).toBeGreaterThanOrEqual(Math.max(0, atMost - 10_000));
  });
});
