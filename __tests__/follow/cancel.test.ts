import { describe, expect, test } from '@jest/globals';
import { HttpError } from '../../src/errors.ts';
import { cancelBuild } from '../../src/follow/cancel.ts';
import { fastClock } from './log-server.ts';

const refused = (status: number) =>
  new HttpError({ method: 'POST', url: 'https://cloud.invalid', status, effect: 'no', detail: '' });

const clock = fastClock(20);

describe('cancelBuild', () => {
  test.each([
    [[undefined], { outcome: 'asked' }],
    [[404], { outcome: 'over' }],
    [[409], { outcome: 'over' }],
    [[410], { outcome: 'over' }],
    [[503, 0, 429, undefined], { outcome: 'asked' }],
    [[503, 409], { outcome: 'over' }],
    [[401], { outcome: 'failed', reason: expect.stringContaining('401') }],
    [[422], { outcome: 'failed', reason: expect.stringContaining('422') }],
  ])('answers %j become %j', async (answers, outcome) => {
    const left = [...answers];
    const cancel = async () => {
      const status = left.shift();
      if (status !== undefined) throw refused(status);
    };
    expect(await cancelBuild({ cancel }, 'b', { withinMs: 10_000, clock })).toEqual(outcome);
    expect(left).toEqual([]);
  });

  test('a cloud that cannot cancel', async () => {
    expect(await cancelBuild({}, 'b', { withinMs: 1000, clock })).toEqual({ outcome: 'incapable' });
  });

  test.each([
    ['an answer that never comes', () => new Promise<void>(() => undefined)],
    ['a fault that never passes', () => Promise.reject(refused(503))],
  ])('%s is bounded', async (_name, cancel) => {
    const startedAt = clock.now();
    const end = await cancelBuild({ cancel }, 'b', { withinMs: 3000, clock });
    expect(end.outcome).toBe('failed');
    expect(clock.now() - startedAt).toBeLessThan(30_000);
  });

  test('an abort ends it without a throw', async () => {
    const cancel = () => new Promise<void>(() => undefined);
    const end = await cancelBuild({ cancel }, 'b', { withinMs: 60_000, signal: AbortSignal.abort() });
    expect(end.outcome).toBe('failed');
  });
});
