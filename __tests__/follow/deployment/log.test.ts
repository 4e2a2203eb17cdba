import { expect, test } from '@jest/globals';
import type { DeploymentLogPage } from '../../../src/clouds/cloud.ts';
import { HttpError } from '../../../src/errors.ts';
import { followDeploymentLog } from '../../../src/follow/deployment/log.ts';
import { virtualTime } from '../../support/virtual-time.ts';

/** How often a log is asked for in a minute of virtual time, where the pause may grow to ten seconds. */
async function questionsInAMinute(answer: (count: number) => DeploymentLogPage): Promise<number> {
  const { clock, run } = virtualTime();
  const ended = new AbortController();
  let count = 0;
  const read = async () => {
    count += 1;
    return answer(count);
  };
  const sink = { onLines: async () => undefined, onNotice: () => undefined };
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
  return count;
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
  const count = await questionsInAMinute(answer);
  expect(count).toBeGreaterThanOrEqual(atLeast);
  expect(count).toBeLessThanOrEqual(atMost);
});
