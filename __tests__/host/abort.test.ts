import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { AbortedError } from '../../src/errors.ts';
import { abortOnCancel } from '../../src/host/abort.ts';
import type { Host } from '../../src/host/host.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
let listeners = SIGNALS.map((signal) => process.listeners(signal));

beforeEach(() => {
  jest.useFakeTimers();
  listeners = SIGNALS.map((signal) => process.listeners(signal));
});

afterEach(() => {
  jest.useRealTimers();
  for (const [index, signal] of SIGNALS.entries())
    for (const listener of process.listeners(signal))
      if (!listeners[index]?.includes(listener)) process.removeListener(signal, listener);
});

/** A step on a host where post may start while main runs, or not; and what marks it as cancelled. */
function started(postOverlapsMain: boolean) {
  let cancelled = false;
  const host = { can: { postOverlapsMain } } as unknown as Host;
  const signal = abortOnCancel(host, { cancelled: () => cancelled });
  return {
    signal,
    leaveMark: () => {
      cancelled = true;
    },
  };
}

test('the mark of an overlapping post is seen within a second', () => {
  const { signal, leaveMark } = started(true);
  jest.advanceTimersByTime(60_000);
  expect(signal.aborted).toBe(false);
  leaveMark();
  jest.advanceTimersByTime(1_000);
  expect(signal.reason).toBeInstanceOf(AbortedError);
});

test('where post waits for main nobody looks for a mark', () => {
  const { signal, leaveMark } = started(false);
  leaveMark();
  jest.advanceTimersByTime(60_000);
  expect(signal.aborted).toBe(false);
});

test.each(SIGNALS)('%s cancels', (name) => {
  const { signal } = started(false);
  process.emit(name, name);
  expect(signal.reason).toMatchObject({ message: `the workflow was cancelled (${name})` });
});
