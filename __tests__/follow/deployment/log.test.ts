import { expect, test } from '@jest/globals';
import type { DeploymentLogPage } from '../../../src/clouds/cloud.ts';
import { HttpError } from '../../../src/errors.ts';
import { followDeploymentLog } from '../../../src/follow/deployment/log.ts';
import { virtualTime } from '../../support/virtual-time.ts';

/** A minute of virtual time with a log, where the pause may grow to ten seconds: how often it is asked for, and its lines. */
async function inAMinute(
  answer: (count: number, cursor: string | undefined) => DeploymentLogPage,
): Promise<{ readonly count: number; readonly lines: readonly string[] }> {
  const { clock, run } = virtualTime();
  const ended = new AbortController();
  let count = 0;
  const lines: string[] = [];
  const read = async (_id: string, cursor: string | undefined) => {
    count += 1;
    return answer(count, cursor);
  };
  const onLines = async (batch: readonly string[]) => void lines.push(...batch);
  const sink = { onLines, onNotice: () => undefined };
  const { signal } = new AbortController();
  const following = followDeploymentLog(read, 'd1', sink as never, {
    clock,
    signal,
    ended: ended.signal,
    pollIntervalMs: 10_000,
  });
  const ending = clock.sleep(60_000).then(() => ended.abort());
  await run(200_000);
  await Promise.all([following, ending]);
  return { count, lines };
}

const line = (count: number) => ({ id: String(count), text: `line ${count}` });
const broken = () => {
  throw new HttpError({ method: 'GET', url: 'x', status: 503, effect: 'no', detail: '' });
};

test.each<[name: string, answer: (count: number) => DeploymentLogPage, atLeast: number, atMost: number]>([
  [
    'each second while it has something new',
    (count) => ({ lines: [line(count)], cursor: String(count), more: false }),
    55,
    70,
  ],
  ['less often while it has not', () => ({ lines: [], more: false }), 5, 16],
  ['less often while it cannot be read', broken, 5, 16],
  [
    'each second while something new comes before a page that cannot be read',
    (count) => (count % 2 === 1 ? { lines: [line(count)], cursor: String(count), more: true } : broken()),
    100,
    140,
  ],
])('a log is asked for %s', async (_name, answer, atLeast, atMost) => {
  const { count } = await inAMinute(answer);
  expect(count).toBeGreaterThanOrEqual(atLeast);
  expect(count).toBeLessThanOrEqual(atMost);
});

const plain = ['a', 'b', 'b', 'c'].map((text) => ({ text }));

test.each<[name: string, answer: Parameters<typeof inAMinute>[0], lines: readonly string[]]>([
  // A page names the next one: the same lines behind another cursor are other lines.
  [
    'stays',
    () => ({ lines: plain, cursor: 'A', more: true }),
    [...Array(2)].flatMap(() => ['a', 'b', 'b', 'c']),
  ],
  [
    'goes in circles',
    (_count, cursor) => ({ lines: plain, cursor: cursor === 'A' ? 'B' : 'A', more: true }),
    // Three pages by the cursors none, A and B; then B is asked for again, and has nothing new.
    [...Array(3)].flatMap(() => ['a', 'b', 'b', 'c']),
  ],
  [
    'is always new, before lines that are not',
    (count) => ({ lines: [line(1), line(2)], cursor: String(count), more: true }),
    ['line 1', 'line 2'],
  ],
  ['is always new, before nothing', (count) => ({ lines: [], cursor: String(count), more: true }), []],
])('a cursor that %s ends no round late and repeats nothing without end', async (_name, answer, lines) => {
  const ended = await inAMinute(answer);
  expect(ended.lines).toEqual(lines);
  expect(ended.count).toBeLessThanOrEqual(200);
});

test('lines without an id are told from those that a page had before, also where one comes between', async () => {
  const pages = [
    ['a', 'b', 'c', 'e'],
    ['a', 'b', 'c', 'd', 'e', 'f'],
  ];
  const { lines } = await inAMinute((count) => ({
    lines: [
      { id: '1', text: 'with an id' },
      ...(pages[Math.min(count, 2) - 1] ?? []).map((text) => ({ text })),
    ],
    more: false,
  }));
  expect(lines.filter((text) => text !== 'with an id')).toEqual(['a', 'b', 'c', 'e', 'd', 'f']);
});
