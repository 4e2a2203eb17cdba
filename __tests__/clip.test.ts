import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip } from '../src/clip.ts';
import { anyText } from './support/any-text.ts';

test.each([
  ['a short text', 'abc', 3, 'abc'],
  ['a longer one', 'abcd', 3, 'ab…'],
  ['a cut in a pair', 'ab😀', 3, 'ab…'],
  ['a cut behind a pair', '😀abc', 3, '😀…'],
  ['no room', 'abc', 0, '…'],
])('%s', (_name, text, limit, clipped) => {
  expect(clip(text, limit)).toBe(clipped);
});

test('is within the limit, the beginning of the text, and well formed', () => {
  const text = anyText({ maxLength: 100 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, limit) => {
      const clipped = clip(whole, limit);
      expect(clipped.length).toBeLessThanOrEqual(limit);
      expect(Buffer.from(clipped).toString()).toBe(clipped);
      if (clipped !== whole) expect(whole.startsWith(clipped.replace(/…$/, ''))).toBe(true);
    }),
  );
});
