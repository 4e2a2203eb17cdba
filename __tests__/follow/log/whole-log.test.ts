import { describe, expect, test } from '@jest/globals';
import { followPolls } from '../../../src/follow/log/poll.ts';
import { quickClock } from '../../support/clock.ts';

/** What ends a log whose cloud knows such a line. */
const LAST = 'the last line of all';
const isWhole = (lines: readonly string[]) => lines.at(-1) === LAST;

type Row = {
  /** What each request is answered; the last answer stands for all that follow. */
  readonly answers: readonly (readonly string[])[];
  /** The request before whose answer the build ends. */
  readonly endsAt: number;
  readonly isKnown?: boolean;
  /** Requests in all; `waits` where the log's lag is waited for. */
  readonly requests: number | 'waits';
};

const ROWS: Readonly<Record<string, Row>> = {
  'its end is known and there with the build’s end': {
    answers: [['a'], ['a', LAST]],
    endsAt: 2,
    requests: 2,
  },
  'its end is known and came before the build’s': {
    answers: [['a', LAST]],
    endsAt: 3,
    requests: 3,
  },
  'its end is known and lags': {
    answers: [['a'], ['a'], ['a', 'b'], ['a', 'b', LAST]],
    endsAt: 2,
    requests: 4,
  },
  'its end is known and never comes': { answers: [['a'], ['a', 'b']], endsAt: 2, requests: 'waits' },
  'the line of an end is in its midst': {
    answers: [['a', LAST, 'b']],
    endsAt: 2,
    requests: 'waits',
  },
  'the line of an end was the last, and others follow before the build’s end': {
    answers: [
      ['a', LAST],
      ['a', LAST, 'b'],
      ['a', LAST, 'b', LAST],
    ],
    endsAt: 3,
    requests: 3,
  },
  'it has no end that is known': {
    answers: [['a'], ['a', LAST]],
    endsAt: 2,
    isKnown: false,
    requests: 'waits',
  },
  'it is empty': { answers: [[]], endsAt: 1, requests: 'waits' },
};

describe('a polled log, where', () => {
  test.each(Object.entries(ROWS))('%s', async (_name, { answers, endsAt, isKnown = true, requests }) => {
    const clock = quickClock();
    const ended = new AbortController();
    let asked = 0;
    let endAt = Number.NaN;
    const lines: string[] = [];
    const read = async () => {
      asked += 1;
      if (asked === endsAt) {
        endAt = clock.now();
        ended.abort();
      }
      return answers[Math.min(asked, answers.length) - 1] ?? [];
    };
    const facts = await followPolls(
      { kind: 'polled', pageSize: 100, read, ...(isKnown && { isWhole }) },
      'build',
      { onLines: (batch) => void lines.push(...batch), onNotice: () => undefined },
      {
        // The time that a request or the lag may take is never over here: requests are counted.
        clock: { now: clock.now, sleep: sleepOf(clock) },
        signal: new AbortController().signal,
        ended: ended.signal,
        checkNow: async () => false,
        pollIntervalMs: 1_000,
      },
    );
    expect(lines).toEqual(answers.at(-1));
    expect(facts).toMatchObject({ delivered: lines.length, complete: true });
    if (requests === 'waits') expect(clock.now() - endAt).toBeGreaterThanOrEqual(2_000);
    else expect(asked).toBe(requests);
  });
});

/** Pauses of a second and less pass at once; longer ones are limits of time. */
function sleepOf({ sleep }: ReturnType<typeof quickClock>): ReturnType<typeof quickClock>['sleep'] {
  return (ms, signal) => (ms > 1_000 ? new Promise(() => undefined) : sleep(ms, signal));
}

test('a log whose lines the cloud changes is delivered with one notice, and counts as whole', async () => {
  const clock = quickClock();
  const ended = new AbortController();
  const answers = [['a 1'], ['a 10'], ['a 100', 'b'], ['a 100', 'b', 'c 1'], ['a 100', 'b', 'c 10']];
  const lines: string[] = [];
  const notices: string[] = [];
  let asked = 0;
  const read = async () => {
    if (++asked === answers.length) ended.abort();
    return answers[Math.min(asked, answers.length) - 1] ?? [];
  };
  const facts = await followPolls(
    { kind: 'polled', pageSize: 100, read },
    'build',
    { onLines: (batch) => void lines.push(...batch), onNotice: (notice) => void notices.push(notice) },
    {
      clock: { now: clock.now, sleep: sleepOf(clock) },
      signal: new AbortController().signal,
      ended: ended.signal,
      checkNow: async () => false,
      pollIntervalMs: 1_000,
    },
  );
  expect(lines).toEqual(['a 1', 'a 10', 'a 100', 'b', 'c 1', 'c 10']);
  expect(notices).toEqual([expect.stringContaining('changes lines of the log')]);
  expect(facts).toMatchObject({ delivered: 6, complete: true });
});
