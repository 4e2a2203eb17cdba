/** Ignore files in other bytes than UTF-8 with line feeds (docs/context.md, rule 9); verdicts.test.ts has Docker's own. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf, decode, encodingWarnings, hasLoneBytes } from '../../../src/context/ignore/encoding.ts';
import { excludedBy, readIgnoreRules } from '../../../src/context/ignore/rules.ts';
import { listed } from '../scratch-tree.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const MEANT = 'rules may not do what was meant';

async function excluded(content: Buffer, path: string): Promise<boolean> {
  const rules = await readIgnoreRules(content, 'f');
  return excludedBy(rules, path, new Uint8Array(rules.patterns.length)) >= 0;
}

describe('one warning says what the file is', () => {
  test.each<[string, Buffer, RegExp | undefined]>([
    ['UTF-8', Buffer.from('é\n*.md\n'), undefined],
    ['UTF-8 with a mark and CR LF', Buffer.from('\uFEFFé\r\n*.md\r\n'), undefined],
    ['a CR at the end', Buffer.from('a\r'), undefined],
    ['empty', Buffer.alloc(0), undefined],
    ['UTF-16, little end first', Buffer.from('\uFEFFa\n*.md\n', 'utf16le'), /is UTF-16 or no text/],
    ['UTF-16, big end first', Buffer.from('\uFEFFa\n*.md\n', 'utf16le').swap16(), /is UTF-16 or no text/],
    ['Latin-1', latin1('caf\xe9\n'), /has bytes that are no UTF-8/],
    ['CR alone', Buffer.from('a\rb\r'), /has a carriage return alone/],
    ['all at once', Buffer.concat([latin1('\xe9\rb'), Buffer.from([0])]), /is UTF-16 or no text/],
  ])('%s', (_name, content, says) => {
    const warnings = encodingWarnings(content, 'x/.dockerignore');
    expect(warnings).toHaveLength(says === undefined ? 0 : 1);
    for (const warning of warnings) {
      expect(warning).toMatch(/^x\/\.dockerignore /);
      expect(warning).toMatch(says as RegExp);
      expect(warning).toContain(MEANT);
    }
  });

  test('and the listing has it, whatever else it has to say', async () => {
    const tree = await listed({ Dockerfile: '', '.dockerignore': 'a\rb\r*.{x}\r', a: '', b: '' });
    expect(tree.warnings).toEqual([expect.stringContaining(MEANT)]);
    expect([...tree.entries].map(({ path }) => path)).toContain('b');
  });
});

describe('bytes that are no UTF-8', () => {
  test.each<[string, Buffer, string, boolean]>([
    ['are no letter', latin1('caf\xe9'), 'café', false],
    ['nor does a wildcard make them one', latin1('caf\xe9*'), 'café', false],
    ['stand for U+FFFD in an expression', latin1('caf\xe9*'), 'caf\uFFFD', true],
    ['and for no U+FFFD elsewhere', latin1('caf\xe9'), 'caf\uFFFD', false],
    ['each on its own', latin1('\xe2\x82*'), '\uFFFD\uFFFD', true],
    ['may begin a character', latin1('x\xc3**'), 'xé', true],
    ['or end one', latin1('**\xa9'), 'caf\u00e9', true],
    ['or not', latin1('**\xa8'), 'café', false],
    ['do not hide the next line', latin1('\xff\na'), 'a', true],
    ['UTF-16 hides all lines', Buffer.from('a\nb\n', 'utf16le'), 'b', false],
  ])('%s', async (_name, content, path, expected) => {
    expect(await excluded(content, path)).toBe(expected);
  });

  test('are an error in brackets', async () => {
    await expect(readIgnoreRules(latin1('[\xe9]'), 'f')).rejects.toThrow('no UTF-8');
  });

  test('any bytes come back as they were, and text is text', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc.array(fc.constantFrom(0xe2, 0x82, 0xac, 0xc3, 0xa9, 0xf0, 0x9f, 0x99, 0x82, 0x61, 0xed, 0xa0, 0x80)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const content = Buffer.from(some);
        const text = decode(content);
        expect(bytesOf(text)).toBe(content.toString('latin1'));
        expect(hasLoneBytes(text)).toBe(!Buffer.from(content.toString()).equals(content));
      }),
      { numRuns: 2_000 },
    );
  });
});
