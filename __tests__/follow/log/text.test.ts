import { expect, test } from '@jest/globals';
import { plainText } from '../../../src/follow/log/text.ts';

const ESC = '\u001b';

test.each([
  ['a colour', `${ESC}[31mred${ESC}[0m`, 'red'],
  ['a colour with colons', `${ESC}[38:2::1:2:3mred`, 'red'],
  ['a private mode', `${ESC}[?25lx`, 'x'],
  ['a sequence with a blank in it', `${ESC}[1 qx`, 'x'],
  ['a link', `${ESC}]8;;https://a.example${ESC}\\a link${ESC}]8;;\u0007`, 'a link'],
  ['a title', `${ESC}]0;title\u0007x`, 'x'],
  ['a title without an end', `${ESC}]0;title`, ''],
  ['a set of characters, as tput sgr0 has it', `${ESC}(B${ESC}[mx`, 'x'],
  ['the cursor saved and brought back', `${ESC}7x${ESC}8`, 'x'],
  ['a reset', `${ESC}cx`, 'x'],
  ['an escape alone', `x${ESC}`, `x${ESC}`],
  ['what was overwritten', ' 10%\r 99%\rdone\r', 'done'],
])('%s', (_name, line, expected) => {
  expect(plainText(line)).toBe(expected);
});
