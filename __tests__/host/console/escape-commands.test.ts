import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeCommands } from '../../../src/host/console/escape-commands.ts';
import { anyText } from '../../support/any-text.ts';

/** The readers' grammars, stated anew from docs/platform.md; names in any case. */
const NAMES =
  /^(?:set-env|set-output|save-state|add-path|add-mask|add-matcher|remove-matcher|warning|error|notice|debug|group|endgroup|echo|stop-commands|internal-set-repo-path)$/i;

/** What a linguistic comparison passes over: generously, all that is neither printable nor white space. */
const unseen = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');

function githubActs(text: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) =>
    [line, unseen(line)].some((seen) => {
      const trimmed = seen.replace(/^[\s\u0085]+/u, '');
      const end = trimmed.indexOf('::', 2);
      if (trimmed.startsWith('::') && end >= 0 && NAMES.test(trimmed.slice(2, end).split(' ')[0] ?? ''))
        return true;
      return [...seen.matchAll(/##\[([^\]]*)\]/g)].some(([, head = '']) =>
        NAMES.test(head.split(' ')[0] ?? ''),
      );
    }),
  );
}

function actActs(text: string): boolean {
  return text.split('\n').some((line) => {
    const [, colons] = /^::([^ ]+)(?: .+)?::[^\r\n]*/.exec(line) ?? [];
    const [, bracket] = /^##\[([^ ]+)(?: .+)?\][^\r\n]*/.exec(line) ?? [];
    return [colons, bracket].some((name) => name !== undefined && NAMES.test(name.split('::')[0] ?? ''));
  });
}

function pageFolds(text: string): boolean {
  return text
    .split('\n')
    .some((line) =>
      /^(?:::(?:group|endgroup|error|warning|notice|debug)::|::(?:add|remove)-matcher|##\[[\w-]+\])/i.test(
        line,
      ),
    );
}

const acts = (text: string) => githubActs(text) || actActs(text) || pageFolds(text);

const PIECES = [
  '::',
  '##',
  '[',
  ']',
  ':',
  '#',
  '|',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u00ad',
  '\u200b',
  '\u0085',
  '\ufeff',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  'group',
  'Error',
  'set-output name=x',
  'add-mask',
  'SAVE-STATE',
  'stop-commands',
  '::error::',
  '##[group]',
  'x',
  '7',
  'ü',
  '\u3000',
  'std',
  '$',
  '\u2060',
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('a line that a runner would take for a command', () => {
  test.each([
    ['set-output', '::set-output name=x::y', '| ::set-output name=x::y'],
    ['behind spaces', '   ::error::x', '   | ::error::x'],
    ['behind unicode white space', '\u3000\u0085::error::x', '\u3000\u0085| ::error::x'],
    ['behind a byte order mark', '\ufeff::error::x', '\ufeff| ::error::x'],
    ['in capitals', '::ADD-MASK::x', '| ::ADD-MASK::x'],
    ['of no known name', '::frobnicate a=b::x', '| ::frobnicate a=b::x'],
    ['with a soft hyphen between the colons', ':\u00ad:error::x', '| :\u00ad:error::x'],
    ['behind a lone CR', '10%\r::error::x\r20%', '10%\r| ::error::x\r20%'],
    ['on a later line of the text', 'a\n::error::x\r\nb', 'a\n| ::error::x\r\nb'],
    ['that folds without an end', '::remove-matcher owner=tsc', '| ::remove-matcher owner=tsc'],
    ['old form at the start', '##[group]x', '## [group]x'],
    ['old form in the middle', 'a ##[set-env name=PATH]x', 'a ## [set-env name=PATH]x'],
    ['old form twice', '##[a]##[b]', '## [a]## [b]'],
    [
      "the runner's mark of a nested step",
      '##[start-action display=x;id=y]',
      '## [start-action display=x;id=y]',
    ],
    [
      'its end in the middle',
      'a ##[end-action id=y;outcome=success]',
      'a ## [end-action id=y;outcome=success]',
    ],
    ['old form behind more hashes', '####[error]x', '#### [error]x'],
    ['both forms', '::error::##[error]x', '| ::error::## [error]x'],
  ])('%s', (_, line, expected) => {
    expect(escapeCommands(line)).toBe(expected);
  });

  test('never acts, whatever surrounds it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(acts(escapeCommands(text))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('keeps every character it had, in order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const out = [...escapeCommands(text)];
        let at = 0;
        for (const character of out) if (character === [...text][at]) at += 1;
        expect(at).toBe([...text].length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is defused once: doing it again changes nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeCommands(escapeCommands(text))).toBe(escapeCommands(text));
      }),
    );
  });
});

describe('every other line arrives byte for byte', () => {
  test.each([
    ['C++ scopes', 'note: std::vector<int>::push_back'],
    ['IPv6', '::1 localhost ip6-localhost'],
    ['IPv6 with an embedded address', '::ffff:127.0.0.1 - GET /'],
    ['a listing rule', '::::::::::::::'],
    ['Python slice', 'a[::2]'],
    ['Markdown', '## [Unreleased] - see CHANGELOG'],
    ['a comment', '##[ -f x ] no'],
    ['an unclosed bracket', 'a ##[b'],
    ['progress', '10%\r20%\r100%'],
    ['colours', '\u001b[31m::error::red\u001b[0m'],
    ['a colon in the middle', 'x ::error::y'],
    ['Windows line ends', 'a\r\nb\r\n'],
    ['nothing', ''],
    ['line separators that end no line', 'a\u2028::error::b'],
  ])('%s', (_, line) => {
    expect(escapeCommands(line)).toBe(line);
  });

  test('any text without two colons in a row or two hashes and a bracket', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (text) => {
        fc.pre(!/:|#/.test(text));
        expect(escapeCommands(text)).toBe(text);
      }),
    );
  });
});

test('long lines cost time in proportion: megabytes of near-commands end', () => {
  for (const piece of ['##[a', '::', '#\u00ad', '\n', ' ', '##[a]', ':\u00ad']) {
    const text = piece.repeat(500_000);
    expect(escapeCommands(text).length).toBeGreaterThanOrEqual(text.length);
  }
});
