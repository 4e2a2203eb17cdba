import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeControls } from '../../../src/host/console/escape-controls.ts';
import { anyText } from '../../support/any-text.ts';

const ESC = '\u001b';

describe('what would act on a terminal is shown', () => {
  test.each([
    [
      'a link (OSC 8)',
      `${ESC}]8;;https://evil.example\u0007ok${ESC}]8;;\u0007`,
      '\\x1b]8;;https://evil.example\\x07ok\\x1b]8;;\\x07',
    ],
    ['the clipboard (OSC 52)', `${ESC}]52;c;cm0gLXJm${ESC}\\`, '\\x1b]52;c;cm0gLXJm\\x1b\\'],
    ['the title (OSC 0)', `${ESC}]0;title\u0007`, '\\x1b]0;title\\x07'],
    ['cursor up', `a${ESC}[3A`, 'a\\x1b[3A'],
    ['erase the screen', `${ESC}[2J${ESC}[H`, '\\x1b[2J\\x1b[H'],
    ['erase the line', `a${ESC}[2Kb`, 'a\\x1b[2Kb'],
    ['the other screen', `${ESC}[?1049h`, '\\x1b[?1049h'],
    ['reset', `${ESC}c`, '\\x1bc'],
    ['a question that the terminal answers', `${ESC}[6n${ESC}[c`, '\\x1b[6n\\x1b[c'],
    ['a device string', `${ESC}P1$r${ESC}\\`, '\\x1bP1$r\\x1b\\'],
    ['8-bit control sequences', '\u009b2J\u009d8;;x\u009c', '\\x9b2J\\x9d8;;x\\x9c'],
    ['bell, backspace, form feed, NUL', 'a\u0007\b\f\u0000', 'a\\x07\\x08\\x0c\\x00'],
    ['text of another direction', 'a\u202etxt.exe\u202c', 'a\\u202etxt.exe\\u202c'],
    ['isolates and marks', '\u2066a\u2069\u200f\u200e\u061c', '\\u2066a\\u2069\\u200f\\u200e\\u061c'],
    ['hidden text', `${ESC}[8mpassword${ESC}[0;08;1m`, '\\x1b[8mpassword\\x1b[0;08;1m'],
    ['a colour that does not end', `${ESC}[31`, '\\x1b[31'],
    ['a sequence in a sequence', `${ESC}${ESC}[31m`, `\\x1b${ESC}[31m`],
  ])('%s', (_name, text, shown) => {
    expect(escapeControls(text)).toBe(shown);
  });
});

describe('what stays as it is', () => {
  test.each([
    ['colours', `${ESC}[1;31mred${ESC}[0m ${ESC}[mplain`],
    ['256 colours, among them the eighth', `${ESC}[38;5;8mgrey${ESC}[48;5;8m ${ESC}[38:5:8m`],
    ['true colours', `${ESC}[38;2;8;8;8m${ESC}[48;2;0;8;8;1m${ESC}[38:2::8:8:8m`],
    ['tabs and line ends', 'a\tb\r\nc\rd\n'],
    ['Arabic, Hebrew, emoji with joiners, combining marks', 'سلام שלום 👩‍💻 é'],
  ])('%s', (_name, text) => {
    expect(escapeControls(text)).toBe(text);
  });
});

test('nothing is left but colours, whatever the text', () => {
  const pieces = fc.oneof(
    anyText(),
    fc.constantFrom(ESC, '[', ']8;;', '38;5;8', 'm', '\u0007', '\u009b', ';', '8', '\u202e'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const shown = escapeControls(parts.join(''));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      const rest = shown.replaceAll(/\u001b\[[\d;:]*m/g, '');
      expect(rest).not.toMatch(/[^\P{Cc}\t\r\n]|\p{Bidi_Control}/u);
    }),
    { numRuns: 500 },
  );
});
