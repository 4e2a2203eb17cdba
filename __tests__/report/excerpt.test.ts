import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerpt } from '../../src/report/excerpt.ts';
import { logLine, visible } from '../../src/report/text.ts';
import { bytesOf } from '../../src/report/units.ts';

const numbered = (amount: number) => Array.from({ length: amount }, (_, line) => `line ${line + 1}`);

describe('excerpt', () => {
  test('a log that fits is whole', () => {
    expect(excerpt(numbered(8), { maxLines: 8, maxBytes: 1000 })).toEqual(numbered(8));
  });

  test('head and tail of one that does not, with the count between', () => {
    expect(excerpt(numbered(1000), { maxLines: 4, maxBytes: 1000 })).toEqual([
      'line 1',
      '… 996 lines left out …',
      'line 998',
      'line 999',
      'line 1000',
    ]);
  });

  test('bytes count as well as lines', () => {
    const lines = excerpt(Array(100).fill('ä'.repeat(40)), { maxLines: 100, maxBytes: 810 });
    expect(lines).toHaveLength(11);
    expect(lines.filter((line) => line.includes('left out'))).toEqual(['… 90 lines left out …']);
  });

  test('a line of 50 MB is cut and says so', () => {
    const [line] = excerpt(['x'.repeat(50_000_000)], { maxLines: 5, maxBytes: 5000 });
    expect(line).toMatch(/^x{499}… \(49,999,501 more characters\)$/);
  });

  test('lines are whole, in order, within the limits, and all are accounted for', () => {
    const limits = fc.record({
      maxLines: fc.integer({ min: 0, max: 30 }),
      maxBytes: fc.integer({ min: 0, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 }), limits, (texts, bounds) => {
        const lines = texts.map((line, index) => `${index}${line.replace(/[\r\n]/g, '')}`);
        const cut = excerpt(lines, bounds);
        const marks = cut.filter((line) => /^… [\d,]+ lines? left out …$/.test(line));
        const leftOut = Number(/[\d,]+/.exec(marks[0] ?? '0')?.[0]);
        const kept = cut.filter((line) => !marks.includes(line));
        expect(marks.length).toBeLessThanOrEqual(1);
        expect(kept.length + leftOut).toBe(lines.length);
        expect(kept.length).toBeLessThanOrEqual(bounds.maxLines);
        expect(bytesOf(kept.map((line) => `${line}\n`).join(''))).toBeLessThanOrEqual(bounds.maxBytes);
        const shown = lines.map(visible);
        const head = marks.length === 0 ? kept.length : cut.indexOf(marks[0] ?? '');
        expect(kept).toEqual([...shown.slice(0, head), ...shown.slice(shown.length - (kept.length - head))]);
      }),
    );
  });
});

test('terminal sequences go, what is unseen is shown, blanks stay', () => {
  expect(logLine('\u001b[1m  a\tb\u001b[0m\rc\r\n', 100)).toBe('  a\tb␍c');
});
