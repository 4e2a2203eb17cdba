import { describe, expect, test } from '@jest/globals';
import { AbortedError } from '../../../src/errors.ts';
import { createLimit } from '../../../src/modes/agents/limits.ts';

const NEVER = new AbortController().signal;

/** Tasks that end when they are told to. */
function tasks(limit: ReturnType<typeof createLimit>, signals: readonly AbortSignal[]) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const results = signals.map((signal, at) =>
    limit(() => {
      begun.push(at);
      return new Promise<number>((resolve) => {
        ends[at] = () => resolve(at);
      });
    }, signal),
  );
  for (const result of results) result.catch(() => undefined);
  return { begun, end: (at: number) => ends[at]?.(), results };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a limit', () => {
  test('lets so many begin at once, and the others in the order in which they came', async () => {
    const { begun, end, results } = tasks(createLimit(2), [NEVER, NEVER, NEVER, NEVER]);
    await soon();
    expect(begun).toEqual([0, 1]);
    end(1);
    await soon();
    expect(begun).toEqual([0, 1, 2]);
    end(0);
    await soon();
    for (const at of [2, 3]) end(at);
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
  });

  test('gives the place of a task that throws to the next', async () => {
    const limit = createLimit(1);
    const broken = limit(() => Promise.reject(new Error('broken')), NEVER);
    const next = limit(async () => 'done', NEVER);
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  test('lets go of one that was cancelled while it waited, and of nobody else', async () => {
    const cancel = new AbortController();
    const { begun, end, results } = tasks(createLimit(1), [NEVER, cancel.signal, NEVER]);
    await soon();
    cancel.abort();
    await expect(results[1]).rejects.toThrow(AbortedError);
    end(0);
    await soon();
    expect(begun).toEqual([0, 2]);
    end(2);
    expect(await results[2]).toBe(2);
  });

  test('passes on the place of one that was cancelled at the moment when it was admitted', async () => {
    const cancel = new AbortController();
    const { begun, end } = tasks(createLimit(1), [NEVER, cancel.signal, NEVER]);
    await soon();
    end(0);
    cancel.abort();
    await soon();
    await soon();
    // Whether it began or not, the third comes in the end.
    end(1);
    await soon();
    expect(begun.at(-1)).toBe(2);
  });
});
