import { expect, test } from '@jest/globals';
import { workAfterResult } from '../../../src/modes/step/after-result.ts';

test('all of it is done, four at once, whatever fails', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done += 1;
    if (done === 3) throw new Error('no');
  };
  const said: string[] = [];
  await workAfterResult(
    Array.from({ length: 10 }, () => work),
    (line) => void said.push(line),
  );
  expect([done, most, said]).toEqual([10, 4, []]);
});
