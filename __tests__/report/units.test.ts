import { describe, expect, test } from '@jest/globals';
import { count, duration, size, utcMinute } from '../../src/report/units.ts';

describe('duration', () => {
  test.each([
    [0, '0 ms'],
    [-5, '0 ms'],
    [Number.NaN, '0 ms'],
    [40, '40 ms'],
    [99.6, '0.1 s'],
    [412, '0.4 s'],
    [9_949, '9.9 s'],
    [9_951, '10 s'],
    [59_400, '59 s'],
    [59_600, '1m 0s'],
    [130_000, '2m 10s'],
    [3_599_600, '1h 0m'],
    [3_780_000, '1h 3m'],
    [90_000_000, '25h 0m'],
  ])('%p ms is %p', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});

describe('size', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [999.7, '1.0 kB'],
    [1_000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [12_400_000, '12.4 MB'],
    [5e15, '5000.0 TB'],
    [Number.NaN, '0 bytes'],
  ])('%p is %p', (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });
});

test('counts have a noun in its number', () => {
  expect([count(0, 'file'), count(1, 'file'), count(1304, 'file'), count(2, 'entry', 'entries')]).toEqual([
    '0 files',
    '1 file',
    '1,304 files',
    '2 entries',
  ]);
});

test('times are in UTC, to the minute', () => {
  expect(utcMinute('2026-11-12T19:04:59+01:00')).toBe('2026-11-12 18:04 UTC');
  expect(utcMinute('tomorrow')).toBeUndefined();
});
