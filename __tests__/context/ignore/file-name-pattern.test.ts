import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileNamePattern } from '../../../src/context/ignore/ignore.ts';

const matches = (pattern: string, path: string) => fileNamePattern({ text: pattern, line: 1 }).matches(path);

describe('a pattern is read as Python’s fnmatch reads it', () => {
  test.each<[string, string, boolean]>([
    ['*.pem', 'certs/deep/server.pem', true],
    ['*.pem', 'server.pem.txt', false],
    ['build', 'web/build', true],
    ['build', 'rebuild', false],
    ['docs/*', 'docs/deep/more.md', true],
    ['docs/?', 'docs/x', true],
    ['docs/?', 'docs/xy', false],
    ['a?c', 'a/c', true],
    ['[ab].txt', 'b.txt', true],
    ['[!ab].txt', 'b.txt', false],
    ['[!ab].txt', 'c.txt', true],
    ['[a-c]x', 'bx', true],
    ['[a-c]x', '-x', false],
    ['[]]x', ']x', true],
    ['[!]]x', 'ax', true],
    ['[x', '[x', true],
    ['!keep', 'keep', false],
    ['!keep', '!keep', true],
    ['**', 'any/thing', true],
    ['*a*b*c', 'xxaxxbxxc', true],
    ['*a*b*c', 'xxaxxcxxb', false],
    ['Ünï*', 'Ünïcode', true],
    ['', 'x', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });
});

test('a path matches itself where nothing in it is active, and no pattern takes long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const plain = text.replaceAll(/[*?[]/g, '_');
      expect(matches(plain, plain)).toBe(true);
    }),
  );
  expect(matches(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false);
});
