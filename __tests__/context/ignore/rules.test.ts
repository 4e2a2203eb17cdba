/** Docker's ignore rules by their number in docs/context.md. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { needsGoRegexp } from '../../../src/context/ignore/pattern.ts';
import {
  canPrune,
  excludedBy,
  type IgnoreRules,
  readIgnoreRules,
} from '../../../src/context/ignore/rules.ts';
import { ignoreLineFor } from '../../../src/context/listing/credentials.ts';
import { UserError } from '../../../src/errors.ts';
import { anyText } from '../../support/any-text.ts';

/** The chain of verdicts from the root, without pruning. */
function excludes(rules: IgnoreRules, path: string): boolean {
  let parent = new Uint8Array(rules.patterns.length);
  let excluding = -1;
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const own = new Uint8Array(rules.patterns.length);
    excluding = excludedBy(rules, parts.slice(0, depth).join('/'), parent, own);
    parent = own;
  }
  return excluding >= 0;
}

async function excluded(content: string, paths: readonly string[]): Promise<string[]> {
  const rules = await readIgnoreRules(content, '.dockerignore');
  return paths.filter((path) => excludes(rules, path));
}

type Row = { rule: string; ignore: string; out?: string[]; kept?: string[] };

const ROWS: Row[] = [
  { rule: '9, BOM before the first line', ignore: '\uFEFFa\nb', out: ['a', 'b'] },
  { rule: '9, BOM on a later line is a character', ignore: 'x\n\uFEFFa', kept: ['a'], out: ['\uFEFFa'] },
  { rule: '9, BOM before a wildcard is dropped', ignore: 'x\n\uFEFF*.pem', out: ['a.pem'] },
  { rule: '9, a doubled BOM too', ignore: '\uFEFF\uFEFF*.pem\n', out: ['a.pem'] },
  {
    rule: '9, BOM before ** and a name ends no path',
    ignore: 'x\n\uFEFF**/a',
    kept: ['a', 'b/a', '\uFEFFa'],
  },
  { rule: '9, BOM before ! brings back nothing', ignore: 'a\n\uFEFF!a', out: ['a'] },
  { rule: '9, CR alone ends no line', ignore: 'a\rb', out: ['a\rb'], kept: ['a', 'b'] },
  { rule: '9, CR LF', ignore: 'a\r\nb\r\n', out: ['a', 'b'], kept: ['a\r'] },
  { rule: '10, a comment in column 0', ignore: '#a\n', kept: ['#a', 'a'] },
  { rule: '10, not a comment after a space', ignore: ' #a', out: ['#a'] },
  { rule: '10, no comment after a pattern', ignore: 'a # b', out: ['a # b'], kept: ['a'] },
  { rule: '10, an escaped #', ignore: '\\#x', out: ['#x'] },
  { rule: '11, white space of Unicode at both ends', ignore: '\u00a0\u2003a\u0085\u3000', out: ['a'] },
  { rule: '11, U+FEFF is no white space', ignore: 'x\na\uFEFF', kept: ['a'] },
  { rule: '11, white space within stays', ignore: 'a b', out: ['a b'], kept: ['a', 'b'] },
  { rule: '11, empty lines', ignore: '\n  \n\t\na\n\n', out: ['a'], kept: ['b'] },
  { rule: '12, ! and white space', ignore: '*\n! /a', kept: ['a'], out: ['b'] },
  { rule: '12, doubled slashes', ignore: 'a//b', out: ['a/b'] },
  { rule: '12, a leading ./', ignore: './a', out: ['a'] },
  { rule: '12, .. collapses', ignore: 'a/../b', out: ['b'], kept: ['a'] },
  { rule: '12, a trailing slash matches files too', ignore: 'foo/', out: ['foo', 'foo/bar'] },
  { rule: '12, one leading slash', ignore: '/foo', out: ['foo'], kept: ['a/foo'] },
  { rule: '12, / and . match nothing', ignore: '/\n.\n./', kept: ['a', '.a'] },
  { rule: '12, ../x matches nothing', ignore: '../x', kept: ['x'] },
  { rule: '13, !!x brings back !x', ignore: '*\n!!x', kept: ['!x'], out: ['x'] },
  { rule: '13, /!x brings back x', ignore: '*\n/!x', kept: ['x'] },
  { rule: '14, the last match wins', ignore: '*.md\n!a.md\na.md', out: ['a.md', 'b.md'] },
  { rule: '14, an exception before its pattern is idle', ignore: '!a\na', out: ['a'] },
  { rule: '15, a parent that matches', ignore: 'a/b', out: ['a/b/c/d'], kept: ['a/c'] },
  { rule: '15, a file brought back below', ignore: 'docs\n!docs/x.md', kept: ['docs/x.md'], out: ['docs/y'] },
  { rule: '15, several brought back', ignore: 'd\n!d/a\n!d/b/c', kept: ['d/a', 'd/b/c'], out: ['d/b/d'] },
  { rule: '16, * stays in its folder', ignore: '*.txt', out: ['a.txt', '.txt'], kept: ['d/a.txt'] },
  { rule: '16, ? stays in its folder', ignore: 'a?b', out: ['axb', 'a.b'], kept: ['a/b', 'ab'] },
  { rule: '16, **/x at any depth', ignore: '**/x', out: ['x', 'a/x', 'a/b/x/y'], kept: ['ax'] },
  { rule: '16, a/** is not a', ignore: 'a/**', out: ['a/b', 'a/b/c'], kept: ['a', 'ab'] },
  { rule: '16, **x is every path that ends in x', ignore: '**x', out: ['x', 'ax', 'a/bx'], kept: ['xa'] },
  { rule: '16, a** is every path that begins with a', ignore: 'a**', out: ['a', 'ab', 'a/b'], kept: ['b/a'] },
  { rule: '16, **/ is everything', ignore: '**/', out: ['a', 'a/b', '.x'] },
  { rule: '16, ** in the middle', ignore: 'a/**/z', out: ['a/z', 'a/b/z', 'a/b/c/z'], kept: ['z', 'az'] },
  { rule: '17, a class', ignore: '[a-c].x', out: ['a.x', 'c.x'], kept: ['d.x'] },
  { rule: '17, a negated class', ignore: '[^a]', out: ['b'], kept: ['a'] },
  { rule: '17, [!a] holds ! and a', ignore: '[!a]', out: ['a', '!'], kept: ['b'] },
  { rule: '17, an escape', ignore: 'a\\*', out: ['a*'], kept: ['ab'] },
  { rule: '18, case', ignore: 'A', out: ['A'], kept: ['a'] },
  { rule: '18, one emoji is one character', ignore: '?', out: ['🙂', 'é'], kept: ['🙂🙂'] },
  {
    rule: '19, exact forms take characters as they are',
    ignore: 'a|b\nc++\n(d)\n{e}\n^f\ng.h',
    out: ['a|b', 'c++', '(d)', '{e}', '^f', 'g.h'],
    kept: ['a', 'b', 'gxh'],
  },
  { rule: '19, so do suffixes', ignore: '**/data(1).c++', out: ['x/data(1).c++'] },
  { rule: '20, *| excludes everything', ignore: '*|', out: ['a', 'a/b', 'x.y'] },
  { rule: '20, a^* matches nothing', ignore: 'a^*', kept: ['a^b', 'a', 'a^'] },
  { rule: '20, \\d is a digit', ignore: 'a\\d', out: ['a1'], kept: ['ad'] },
  { rule: '20, \\ps is a symbol', ignore: '?\\ps', out: ['a+', 'a$'], kept: ['as', 'ap', 'a-'] },
  { rule: '20, \\pl is a letter', ignore: '\\pl*', out: ['abc', 'é1'], kept: ['1a', '+l'] },
  { rule: '20, \\p{^Greek}', ignore: '?\\p{^ gr_EEK}', out: ['aa'], kept: ['aα'] },
  { rule: '20, a long name', ignore: '?\\P{Uppercase-letter}', out: ['aa'], kept: ['aA'] },
  { rule: '20, no class in a quotation', ignore: '?\\Q\\pS\\E', out: ['x\\pS'], kept: ['x+'] },
  { rule: '20, no brace expansion', ignore: '*.{js,ts}', out: ['a.{js,ts}'], kept: ['a.js', 'a.ts'] },
  { rule: '20, a repeat count', ignore: '?a{2}', out: ['xaa'], kept: ['xa{2}', 'xa'] },
  { rule: '20, an escaped metacharacter', ignore: '*\\|', out: ['a|'], kept: ['a'] },
  { rule: '22, the walk decides: excluded', ignore: 'src/**\n!*', out: ['src/x/y'] },
  { rule: '22, the walk decides: kept', ignore: 'a\n!a/b\n?', kept: ['a/b'] },
];

describe('rules', () => {
  test.each(ROWS)('$rule', async ({ ignore, out = [], kept = [] }) => {
    expect(await excluded(ignore, [...out, ...kept])).toEqual(out);
  });

  test('9, a line of 64 KiB is an error, one byte less is not', async () => {
    await expect(readIgnoreRules(`a\n${'x'.repeat(65_536)}`, 'f')).rejects.toThrow('f:2');
    expect((await readIgnoreRules(`a\n${'x'.repeat(65_535)}`, 'f')).patterns).toHaveLength(2);
  });
});

describe('errors name file and line', () => {
  test.each([
    ['13, a lone !', '!'],
    ['13, !/', '!/'],
    ['17, []a]', '[]a]'],
    ['17, [-]', '[-]'],
    ['17, [x-]', '[x-]'],
    ['17, an open [', 'a[b'],
    ['17, an open [ after a star', '*[b'],
    ['17, a backslash at the end', 'a\\'],
    ['20, an unknown escape', '*\\y'],
    ['20, a reversed class', 'z[b-a]'],
    ['20, a repeat of a repeat', '[a]{2}{3}'],
    ['20, too many repeats', '?{1001}'],
    ['20, a repeat of nothing', '*|{2}'],
  ])('%s', async (_name, line) => {
    const thrown = await capture(() => readIgnoreRules(`ok\n${line}`, 'x/.dockerignore'));
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toMatchObject({ place: { file: 'x/.dockerignore', line: 2 } });
    expect(String(thrown)).toContain('x/.dockerignore:2');
  });
});

// What Go's regexp.Compile says of the expression that Docker writes.
test.each([
  ['*\\y', 'invalid escape sequence: `\\y`'],
  ['*\\8', 'invalid escape sequence: `\\8`'],
  ['*\\C', 'invalid escape sequence: `\\C`'],
  ['z[b-a]', 'invalid character class range: `b-a`'],
  ['*[[:foo:]]', 'invalid character class range: `[:foo:]`'],
  ['*\\p{no such}', 'invalid character class range: `\\p{no such}`'],
  ['*\\p{Old_Italic}', 'invalid character class range: `\\p{Old_Italic}`'],
  ['*\\p{L', 'invalid character class range: `\\p{L$`'],
  ['[a]{2}{3}', 'invalid nested repetition operator: `{2}{3}`'],
  ['?{1001}', 'invalid repeat count: `{1001}`'],
  ['*|{2}', 'missing argument to repetition operator: `{2}`'],
  ['*\\x{110000}', 'invalid escape sequence: `\\x{110000`'],
])('the error of %s is Go’s', async (line, reason) => {
  const thrown = await capture(() => readIgnoreRules(line, 'f'));
  expect(thrown).toBeInstanceOf(UserError);
  expect((thrown as Error).message).toBe(`f:1: Docker cannot read the pattern "${line}": ${reason}.`);
});

test.each([
  ['a/b', false],
  ['**/*.pyc', false],
  ['*a*', false],
  ['data(1)+$.??', false],
  ['**/data|{1}', false],
  ['src/**/*.test.*', true],
  ['[ab]', true],
  ['a\\b', true],
  ['*|', true],
  ['?{2}', true],
  ['^?', true],
])('Go’s expressions are loaded for %s: %s', (pattern, expected) => {
  expect(needsGoRegexp(pattern)).toBe(expected);
});

describe('25, pruning', () => {
  test.each([
    ['no exceptions', 'a', 'a', true],
    ['a literal exception elsewhere', 'a\n!b/c', 'a', true],
    ['a literal exception below', 'a\n!a/b/c', 'a/b', false],
    ['a literal exception beside', 'a\n!a/b', 'a/bc', true],
    ['an exception with a trailing glob', 'a\n!a/b/**', 'a/b', false],
    ['a wildcard exception', 'docs\n!**/*.md', 'docs', false],
  ])('%s', async (_name, ignore, folder, expected) => {
    expect(canPrune(await readIgnoreRules(ignore, '.dockerignore'), folder)).toBe(expected);
  });
});

async function capture(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

describe('many wildcards', () => {
  const long = 'a'.repeat(255);
  const deep = Array(500).fill('aa').join('/');

  // A backtracking engine would not come back from most of these.
  test.each([
    ['*a*a*a*a*a*a*a*b', long, false],
    ['*a*a*a*a*a*a*a*a', long, true],
    ['**/a*/**/a*/**/a*/**/a*/**/z', deep, false],
    ['**/a*/**/a*/**/a*/**/a*/**/a*', deep, true],
    ['?a{0,200}a{0,200}a{0,200}a{0,200}b', long, false],
    ['*a*a*a*a*a*a*b|*a*a*a*a*a*c', long, false],
    ['*a*a*a*a*a|', long, true],
    ['a\\b*a*a*a*a', long, false],
    ['[a]*[^b]*[a-b]*?*\\x61', long, true],
    ['*🙂*🙂*🙂*🙂', `x${'🙂'.repeat(60)}`, true],
    ['*a*a*a*a', `${long.slice(1)}\n`, false],
  ])('%s', async (pattern, path, expected) => {
    expect(await excluded(pattern, [path])).toEqual(expected ? [path] : []);
  });
});

describe('properties', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
    .map((s) => s.replace(/[/\0]|^\.+$/g, 'x'));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const glob = fc.array(
    fc.constantFrom('a', 'b', '/', '*', '**', '?', '[a-b]', '.', '!', '\\', '|', '{', '[', ']', ' '),
    { maxLength: 7 },
  );
  const hostile = fc.array(
    fc.oneof(
      anyText(),
      glob.map((parts) => parts.join('')),
    ),
    { maxLength: 5 },
  );

  test('text from outside throws UserError or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, path, async (lines, one) => {
        const thrown = await capture(() => excluded(lines.join('\n'), [one]));
        expect(thrown === undefined || thrown instanceof UserError).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a line for a path excludes it, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('', '!**\n', '*\n!*\n'), async (one, before) => {
        expect(await excluded(before + ignoreLineFor(one), [one])).toEqual([one]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the last match wins: a final ** excludes all, a final !** keeps all', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, path, async (lines, one) => {
        const thrown = await Promise.all(lines.map((line) => capture(() => readIgnoreRules(line, 'f'))));
        const before = lines.filter((_line, at) => thrown[at] === undefined).join('\n');
        expect(await excluded(`${before}\n**`, [one])).toEqual([one]);
        expect(await excluded(`${before}\n!**`, [one])).toEqual([]);
      }),
    );
  });

  test('without exceptions the order and doubling of lines change nothing', async () => {
    const lines = fc.array(fc.constantFrom('a', '*', 'a/b', '**/b', '?', 'a/**', '[a-b]/c', 'b*'), {
      maxLength: 6,
    });
    const small = fc.array(fc.constantFrom('a', 'b', 'c', 'ab'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, small, async (some, parts) => {
        const one = [parts.join('/')];
        const forward = await excluded(some.join('\n'), one);
        expect(await excluded([...some].reverse().join('\n'), one)).toEqual(forward);
        expect(await excluded([...some, ...some].join('\n'), one)).toEqual(forward);
      }),
    );
  });
});

test('more than 2,000 different expressions are refused before one is compiled; equal ones count once', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `**/a*b*${at}*`).join('\n');
  expect((await readIgnoreRules(lines(2_000), '.dockerignore')).patterns).toHaveLength(2_000);
  await expect(readIgnoreRules(lines(60_000), '.dockerignore')).rejects.toThrow(
    /^\.dockerignore:2001: the ignore file has more than 2000 different patterns/,
  );
  const same = await readIgnoreRules('**/a/**/b/**/c\n'.repeat(60_000), '.dockerignore');
  expect(same.patterns).toHaveLength(60_000);
});
