import { expect, test } from '@jest/globals';
import type { StreamedLog } from '../../../src/clouds/cloud.ts';
import { linesOf } from '../../../src/follow/log/event-lines.ts';

/** A cloud whose events are JSON with a text, JSON strings, or plain. */
const log: Pick<StreamedLog, 'linesOf'> = {
  linesOf: (data) => {
    try {
      const value = JSON.parse(data) as string | { readonly text: string };
      return (typeof value === 'string' ? value : value.text).split('\n');
    } catch {
      return [`unread: ${data}`];
    }
  },
};
const read = (data: string, omitted?: number) =>
  linesOf(log as StreamedLog, { data, ...(omitted === undefined ? {} : { omitted }) });
const CUT = '[…] (1,234 characters of this line were left out)';

test.each<[name: string, data: string, lines: readonly string[]]>([
  ['an object', '{"text":"a\\nbc', ['a', `bc ${CUT}`]],
  ['a string', '"a\\nbc', ['a', `bc ${CUT}`]],
  ['within an escape sequence', '"abc\\u00e', [`abc ${CUT}`]],
  ['behind a backslash', '{"text":"abc\\', [`abc ${CUT}`]],
  ['plain text', 'abc', [`unread: abc ${CUT}`]],
  ['JSON that no end makes whole', '{"text":', [`unread: {"text": ${CUT}`]],
])('an event that was cut: %s', (_name, data, lines) => {
  expect(read(data, 1234)).toEqual(lines);
});

test('a whole event is the cloud’s to read', () => {
  expect(read('"a\\nb"')).toEqual(['a', 'b']);
  expect(read('{"text":')).toEqual(['unread: {"text":']);
});
