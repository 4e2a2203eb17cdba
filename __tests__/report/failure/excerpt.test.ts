import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerpt } from '../../../src/report/failure/excerpt.ts';
import { logLine, visible } from '../../../src/report/text.ts';
import { bytesOf } from '../../../src/report/units.ts';

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

  test('a line that reports an error is shown, wherever it stands; progress goes first', () => {
    const lines = numbered(1000);
    lines[499] = 'error: no member named size';
    for (let at = 980; at < 1000; at++) lines[at] = `Collecting package-${at}`;
    expect(excerpt(lines, { maxLines: 8, maxBytes: 1000 })).toEqual([
      'line 1',
      'line 2',
      '… 497 lines left out …',
      'error: no member named size',
      '… 475 lines left out …',
      'line 976',
      'line 977',
      'line 978',
      'line 979',
      'line 980',
      '… 20 lines left out …',
    ]);
  });

  test('of lines that are not the whole log the count is that of the log', () => {
    const log = { lines: ['a', 'b', 'z'], numbers: [1, 2, 26], total: 30 };
    expect(excerpt(log, { maxLines: 9, maxBytes: 99 })).toEqual([
      'a',
      'b',
      '… 23 lines left out …',
      'z',
      '… 4 lines left out …',
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
        const isMark = (line: string) => /^… [\d,]+ lines? left out …$/.test(line);
        const leftOut = cut
          .filter(isMark)
          .reduce((sum, mark) => sum + Number(/[\d,]+/.exec(mark)?.[0].replace(',', '')), 0);
        const kept = cut.filter((line) => !isMark(line));
        expect(kept.length + leftOut).toBe(lines.length);
        expect(kept.length).toBeLessThanOrEqual(bounds.maxLines);
        expect(bytesOf(kept.map((line) => `${line}\n`).join(''))).toBeLessThanOrEqual(bounds.maxBytes);
        const shown = lines.map(visible);
        const places = kept.map((line) => shown.indexOf(line));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }),
    );
  });
});

test('terminal sequences go, what is unseen is shown, blanks stay', () => {
  expect(logLine('\u001b[1m  a\tb\u001b[0m\rc\r\n', 100)).toBe('  a\tb␍c');
});
