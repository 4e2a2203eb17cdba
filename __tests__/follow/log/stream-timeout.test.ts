import { describe, expect, test } from '@jest/globals';
import { unlessAborted } from '../../../src/deadline.ts';
import { type HangUp, StreamTimeout } from '../../../src/follow/log/stream-timeout.ts';
import type { Clock } from '../../../src/wait.ts';
import { virtualTime } from '../../support/virtual-time.ts';

type Moment = readonly [atMs: number, act: (stream: StreamTimeout, end: () => void) => void];

const TICK_MS = 250;
const LAST_MS = 450_000;

/** Why and when a stream is hung up, on virtual time. */
async function hangUp(moments: readonly Moment[]): Promise<{ why: HangUp | undefined; at: number }> {
  const { clock: time, run } = virtualTime();
  const never = new AbortController().signal;
  const clock: Clock = {
    now: time.now,
    sleep: (ms, signal = never) => unlessAborted(time.sleep(ms), signal),
  };
  const ended = new AbortController();
  const stream = new StreamTimeout(clock, ended.signal);
  let result: { why: HangUp | undefined; at: number } | undefined;
  const watching = stream.watch(never).then((why) => {
    result = { why, at: clock.now() };
  });
  // The stream looks again a turn of the event loop after its time: no step of the time is larger than this.
  const ticks = Array.from(
    { length: LAST_MS / TICK_MS },
    (_, index): Moment => [index * TICK_MS, () => undefined],
  );
  const acting = [...moments, ...ticks].map(async ([at, act]) => {
    await clock.sleep(at);
    if (result === undefined) act(stream, () => ended.abort());
  });
  await run(3_600_000);
  await Promise.all([watching, ...acting]);
  return result ?? { why: undefined, at: -1 };
}

const opened: Moment = [0, (stream) => stream.opened()];
const end = (at: number): Moment => [at, (_stream, over) => over()];
const heard = (at: number, what: 'bytes' | 'repeated' | 'news'): Moment => [
  at,
  (stream) => stream.heard(what),
];
const every = (ms: number, until: number, what: 'bytes' | 'repeated') =>
  Array.from({ length: until / ms }, (_, index) => heard((index + 1) * ms, what));

describe('a log stream is hung up', () => {
  test.each<[name: string, why: HangUp, fromMs: number, toMs: number, moments: readonly Moment[]]>([
    ['without a byte for minutes', 'idle', 300_000, 300_500, [opened]],
    ['minutes after the last byte', 'idle', 400_000, 400_500, [opened, heard(100_000, 'bytes')]],
    ['once it is silent after the end', 'silent', 12_000, 12_500, [opened, end(10_000)]],
    [
      'two seconds after what came late',
      'silent',
      13_700,
      14_200,
      [opened, end(10_000), heard(11_700, 'news')],
    ],
    [
      'when it goes on and on after the end',
      'endless',
      15_000,
      15_500,
      [opened, end(10_000), ...every(500, 60_000, 'bytes')],
    ],
    [
      'later when it says again what it said',
      'endless',
      40_000,
      40_500,
      [opened, end(10_000), ...every(500, 60_000, 'repeated')],
    ],
    ['where an ended build’s log is not answered', 'idle', 12_000, 12_500, [end(10_000)]],
  ])('%s: %s', async (_name, why, from, to, moments) => {
    const hung = await hangUp(moments);
    expect(hung.why).toBe(why);
    expect(hung.at).toBeGreaterThanOrEqual(from);
    expect(hung.at).toBeLessThanOrEqual(to);
  });
});

test('what is left is without a limit until the build has ended', async () => {
  const { clock } = virtualTime();
  const ended = new AbortController();
  const stream = new StreamTimeout(clock, ended.signal);
  expect(stream.graceLeft).toBe(Number.POSITIVE_INFINITY);
  ended.abort();
  expect(stream.graceLeft).toBe(5000);
});
