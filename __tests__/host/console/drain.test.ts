import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { drained } from '../../../src/host/console/drain.ts';

/** Takes one piece in so many milliseconds. */
function slow(everyMs: number): Writable {
  return new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void setTimeout(done, everyMs).unref(),
  });
}

const as = (stream: Writable) => stream as unknown as NodeJS.WriteStream;

test('nothing to take is an end at once', async () => {
  expect(await drained([as(new PassThrough())])).toBe(true);
});

test('a reader that is slow is waited for, however long it takes in all', async () => {
  const stream = slow(40);
  for (let at = 0; at < 10; at += 1) stream.write('x');
  expect(await drained([as(stream)], 150)).toBe(true);
  expect(stream.writableLength).toBe(0);
});

test('a reader that takes nothing for the stated time is given up', async () => {
  const stream = slow(1_000_000_000);
  stream.write('x');
  expect(await drained([as(stream)], 120)).toBe(false);
  stream.destroy();
});

test('a reader that is gone is not waited for', async () => {
  const stream = slow(1_000_000_000);
  stream.on('error', () => {});
  stream.write('x');
  setTimeout(() => stream.destroy(new Error('EPIPE')), 20);
  expect(await drained([as(stream)], 60_000)).toBe(true);
});
