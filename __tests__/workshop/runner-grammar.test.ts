import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readColumnZeroCommand, readGithubCommand } from '../../emulator/runner/command.ts';
import { readFileCommands, readSummary } from '../../emulator/runner/file-commands.ts';
import { splitLines } from '../../emulator/runner/lines.ts';

/** The rules are docs/platform.md's: "Workflow commands and log injection", and Gitea's "Commands and log". */
const GRAMMARS: readonly [
  name: string,
  line: string,
  github: string | undefined,
  columnZero: string | undefined,
][] = [
  ['a plain command', '::group::Pack', 'group', 'group'],
  ['white space before it', '  \t::group::Pack', 'group', undefined],
  ['properties', '::error file=a.ts,line=3::no', 'error', 'error'],
  ['another case', '::Group::Pack', 'group', 'Group'],
  ['an unknown name', '::hello::world', undefined, 'hello'],
  ['the old grammar', '##[group]Pack', 'group', 'group'],
  ['the old grammar inside a line', 'step 1 ##[set-output name=a]b', 'set-output', undefined],
  ['no second colons', '::group:Pack', undefined, undefined],
  ['colons later in the line', 'x ::group::Pack', undefined, undefined],
  ['an empty line', '', undefined, undefined],
  ['colons in the data', '::add-mask::a::b', 'add-mask', 'add-mask::a'],
];

test.each(GRAMMARS)('%s', (_name, line, github, columnZero) => {
  expect(readGithubCommand(line)?.name).toBe(github);
  expect(readColumnZeroCommand(line)?.name).toBe(columnZero);
});

describe('what a command carries', () => {
  test('GitHub: the first later :: ends the head', () => {
    const command = readGithubCommand('::save-state name=id::a::b%0Ac%253A');
    expect(command).toEqual({ name: 'save-state', properties: { name: 'id' }, data: 'a::b\nc%3A' });
  });

  test('Go runners: the last :: does, and the value is cut', () => {
    const command = readColumnZeroCommand('::save-state name=id::a::b');
    expect(command).toEqual({ name: 'save-state', properties: { name: 'id::a' }, data: 'b' });
  });

  test('properties are unescaped beyond what data is', () => {
    expect(readGithubCommand('::error title=a%3Ab%2Cc::d%3Ae')).toEqual({
      name: 'error',
      properties: { title: 'a:b,c' },
      data: 'd%3Ae',
    });
  });

  test('the old grammar has escapes of its own', () => {
    expect(readGithubCommand('x ##[error title=a%3Bb;file=c]d%5De')).toEqual({
      name: 'error',
      properties: { title: 'a;b', file: 'c' },
      data: 'd]e',
    });
  });
});

describe('where lines end', () => {
  const split = (grammar: 'github' | 'column-0', ...chunks: string[]) => {
    const splitter = splitLines(grammar);
    return [...chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk))), ...splitter.end()];
  };

  test.each([
    ['github', ['a\rb\r\nc\n', 'd'], ['a', 'b', 'c', 'd']],
    ['column-0', ['a\rb\r\nc\n', 'd'], ['a\rb\r', 'c', 'd']],
    ['github', ['a\r', '\nb'], ['a', 'b']],
    ['github', ['a\r', 'b\r'], ['a', 'b']],
  ] as const)('%s: %j', (grammar, chunks, lines) => {
    expect(split(grammar, ...chunks)).toEqual(lines);
  });

  test('however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '\r', '\n', '::', '😀')), fc.nat(20), (parts, at) => {
        const bytes = Buffer.from(parts.join(''));
        for (const grammar of ['github', 'column-0'] as const) {
          const whole = splitLines(grammar);
          const halves = splitLines(grammar);
          const once = [...whole.push(bytes), ...whole.end()];
          const twice = [
            ...halves.push(bytes.subarray(0, at)),
            ...halves.push(bytes.subarray(at)),
            ...halves.end(),
          ];
          expect(twice).toEqual(once);
        }
      }),
    );
  });
});

describe('file commands', () => {
  test.each([
    ['name=value', 'a=b\n', { a: 'b' }],
    ['= in the value', 'a=b=c\n', { a: 'b=c' }],
    ['a heredoc', 'a<<E\nb\n\nc\nE\n', { a: 'b\n\nc' }],
    ['= before <<', 'a=b<<c\n', { a: 'b<<c' }],
    ['an empty heredoc', 'a<<E\nE\n', { a: '' }],
    ['the last one wins', 'a=1\na=2\n', { a: '2' }],
    ['empty lines', '\na=1\n\n', { a: '1' }],
    ['nothing', '', {}],
  ])('%s', (_name, text, values) => {
    expect(readFileCommands(text)).toEqual({ values });
  });

  test.each([
    ['neither = nor <<', 'a=1\nhello\n', /Invalid format 'hello'/],
    ['an empty name', '=1\n', /Name must not be empty/],
    ['an empty heredoc name', '<<E\nE\n', /must not be empty/],
    ['an empty delimiter', 'a<<\nb\n', /delimiter must not be empty/],
    ['no end', 'a<<E\nb\n', /Matching delimiter not found 'E'/],
  ])('%s fails the step', (_name, text, fault) => {
    expect(readFileCommands(text)).toEqual({ values: {}, fault: expect.stringMatching(fault) });
  });

  test('a summary above 1 MiB is rejected whole or cut', () => {
    const content = Buffer.alloc(1024 * 1024 + 1, 'x');
    expect(readSummary(content, 'rejected')).toEqual({ text: '', fault: expect.stringContaining('1024k') });
    expect(readSummary(content, 'cut').text).toHaveLength(1024 * 1024);
    expect(readSummary(content.subarray(1), 'rejected').fault).toBeUndefined();
  });
});
