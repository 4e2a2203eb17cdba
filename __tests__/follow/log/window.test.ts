import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LogWindow } from '../../../src/follow/log/window.ts';

function deliver(pageSize: number, answers: readonly (readonly string[])[]) {
  const window = new LogWindow(pageSize);
  const lines: string[] = [];
  const gaps: number[] = [];
  let changes = 0;
  for (const [index, answer] of answers.entries()) {
    const { fresh, gap, changed } = window.admit(answer);
    lines.push(...fresh);
    if (gap) gaps.push(index);
    if (changed) changes += 1;
  }
  return { lines, gaps, changes, window };
}

const count = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

describe('LogWindow', () => {
  test.each<readonly [string, readonly (readonly string[])[], readonly string[]]>([
    ['the whole log, growing', [count(0, 2), count(0, 5), count(0, 9)], count(0, 9)],
    ['nothing yet', [[], count(0, 2), []], count(0, 2)],
    ['the newest lines, moving on', [count(0, 10), count(4, 14), count(11, 21)], count(0, 21)],
    ['an answer that is older than the last one', [count(0, 8), count(0, 5), count(0, 9)], count(0, 9)],
    ['a full answer that is older', [count(0, 10), count(3, 13), count(1, 11), count(5, 15)], count(0, 15)],
    [
      'equal lines',
      [
        ['x', 'x'],
        ['x', 'x', 'x', 'x'],
      ],
      ['x', 'x', 'x', 'x'],
    ],
    [
      'equal lines, moving on',
      [
        [...Array(9).fill('x'), 'a'],
        [...Array(7).fill('x'), 'a', 'x', 'b'],
      ],
      [...Array(9).fill('x'), 'a', 'x', 'b'],
    ],
  ])('%s', (_name, answers, lines) => {
    const result = deliver(10, answers);
    expect(result.lines).toEqual(lines);
    expect(result.gaps).toEqual([]);
  });

  test.each<readonly [string, readonly (readonly string[])[], readonly string[]]>([
    [
      'a line that comes late, between others',
      [
        ['a', 'b', 'c', 'e'],
        ['a', 'b', 'c', 'd', 'e', 'f'],
        ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      ],
      ['a', 'b', 'c', 'e', 'd', 'f', 'g'],
    ],
    [
      'a last line that was not complete',
      [
        ['a', 'b', 'c', 'd', 'e 1'],
        ['a', 'b', 'c', 'd', 'e 10', 'f', 'g'],
        ['a', 'b', 'c', 'd', 'e 100', 'f', 'g', 'h'],
      ],
      ['a', 'b', 'c', 'd', 'e 1', 'e 10', 'f', 'g', 'e 100', 'h'],
    ],
    [
      'a first line that was not complete',
      [['a 1'], ['a 10', 'b'], ['a 10', 'b', 'c']],
      ['a 1', 'a 10', 'b', 'c'],
    ],
    [
      'a further equal line, between others',
      [
        ['a', 'b', 'c', '', 'd', ''],
        ['a', 'b', 'c', '', '', 'x', 'd', ''],
      ],
      ['a', 'b', 'c', '', 'd', '', 'x', ''],
    ],
  ])('%s: what is new comes out once, and nothing again', (_name, answers, lines) => {
    const result = deliver(10, answers);
    expect(result.lines).toEqual(lines);
    expect(result.gaps).toEqual([]);
    expect(result.changes).not.toBe(0);
    expect(result.window.delivered).toBe(lines.length);
  });

  test('a window that moved on by more than a page is a gap', () => {
    const { lines, gaps, window } = deliver(10, [count(0, 10), count(25, 35), count(28, 38)]);
    expect(gaps).toEqual([1]);
    expect(lines).toEqual([...count(0, 10), ...count(25, 38)]);
    expect(window.gaps).toBe(1);
  });

  test('one equal line by chance does not hide a gap', () => {
    const { gaps } = deliver(5, [
      ['a', 'b', 'c', 'd', ''],
      ['', 'p', 'q', 'r', 's'],
    ]);
    expect(gaps).toEqual([1]);
  });

  test('a full answer that never moves may have more behind it', () => {
    expect(deliver(5, [count(0, 5), count(0, 5)]).window.mayHaveMore).toBe(true);
    expect(deliver(5, [count(0, 4)]).window.mayHaveMore).toBe(false);
    expect(deliver(5, [count(0, 5), count(2, 7)]).window.mayHaveMore).toBe(false);
  });

  test('distinct lines come out once, however the window moves within a page', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 20 }), (steps) => {
        const answers: string[][] = [];
        let total = 0;
        for (const step of steps) {
          total += step;
          answers.push(count(Math.max(0, total - 10), total));
        }
        const { lines, gaps } = deliver(10, answers);
        expect(lines).toEqual(count(0, total));
        expect(gaps).toEqual([]);
      }),
    );
  });
});
