import { expect, test } from '@jest/globals';
import { AbortedError } from '../../../src/errors.ts';
import { finalWriteMs } from '../../../src/modes/comment/final-write.ts';

const cancelledBefore = (ms: number) =>
  AbortSignal.abort(Object.assign(new AbortedError('cancelled'), { at: performance.now() - ms }));

test.each<[name: string, cancelled: () => AbortSignal, atLeast: number, atMost: number]>([
  ['a step that goes on', () => new AbortController().signal, 25_000, 25_000],
  ['one that was cancelled just now', () => cancelledBefore(0), 400, 3_500],
  ['one that was cancelled seconds ago', () => cancelledBefore(3_000), 400, 1_600],
  ['one that was cancelled long ago', () => cancelledBefore(60_000), 400, 400],
])('the time for the last write: %s', (_name, cancelled, atLeast, atMost) => {
  const ms = finalWriteMs(cancelled());
  expect(ms).toBeGreaterThanOrEqual(atLeast);
  expect(ms).toBeLessThanOrEqual(atMost);
});
