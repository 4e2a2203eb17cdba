import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeptLines } from '../../../src/follow/steps/kept-lines.ts';

function keep(lines: Iterable<string>): ReturnType<KeptLines['excerpt']> {
  const kept = new KeptLines();
  for (const line of lines) kept.add(line);
  return kept.excerpt();
}

const numbered = (amount: number) => Array.from({ length: amount }, (_, line) => `line ${line + 1}`);

describe('what is kept of a log', () => {
  test('all of a short one', () => {
    expect(keep(numbered(60))).toEqual({ lines: numbered(60) });
  });

  test('of a long one beginning and end, with their numbers', () => {
    const { lines, numbers, total } = keep(numbered(5000));
    expect(lines).toHaveLength(60);
    expect([lines[0], lines[14], lines[15], lines[59]]).toEqual([
      'line 1',
      'line 15',
      'line 4956',
      'line 5000',
    ]);
    expect(numbers?.slice(14, 16)).toEqual([15, 4956]);
    expect(total).toBe(5000);
  });

  test('an error in the middle, and no download in its place', () => {
    const log = [
      ...numbered(100),
      'E: Unable to locate package libfoo',
      ...numbered(100),
      ...Array.from({ length: 500 }, (_, at) => `Get:${at} http://deb.example/ bookworm/main`),
      'done',
    ];
    const { lines } = keep(log);
    expect(lines).toContain('E: Unable to locate package libfoo');
    expect(lines.at(-1)).toBe('done');
    expect(lines.filter((line) => line.startsWith('Get:'))).toEqual([]);
  });

  test('a log of errors alone stays small', () => {
    expect(keep(Array.from({ length: 100_000 }, (_, at) => `error ${at}`)).lines).toHaveLength(80);
  });

  test('any log: in order, its last line among them unless it is progress', () => {
    const line = fc.constantFrom('ok', 'error: no', 'Collecting x', '[=====>   ] 40%', '', 'x'.repeat(3000));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 400 }), (log) => {
        const { lines, numbers = lines.map((_, at) => at + 1), total = log.length } = keep(log);
        expect(total).toBe(log.length);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(lines).toEqual(numbers.map((number) => log[number - 1]?.slice(0, 1000)));
        const last = log.at(-1);
        if (last === 'ok' || last === 'error: no') expect(numbers.at(-1)).toBe(log.length);
      }),
    );
  });
});
