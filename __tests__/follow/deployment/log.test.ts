import { expect, test } from '@jest/globals';
import { followDeploymentLog } from '../../../src/follow/deployment/log.ts';
import { virtualTime } from '../../support/virtual-time.ts';

/** How often a log is asked for in a minute of virtual time, where the pause may grow to ten seconds. */
async function questionsInAMinute(hasNews: boolean): Promise<number> {
  const { clock, run } = virtualTime();
  const ended = new AbortController();
  let count = 0;
  const read = async () => {
    count += 1;
    return {
      lines: hasNews ? [{ id: String(count), text: `line ${count}` }] : [],
      cursor: String(count),
      more: false,
    };
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

test('a log is asked for each second while it has something new, and less often while it has not', async () => {
  expect(await questionsInAMinute(true)).toBeGreaterThanOrEqual(55);
  expect(await questionsInAMinute(false)).toBeLessThanOrEqual(16);
});
