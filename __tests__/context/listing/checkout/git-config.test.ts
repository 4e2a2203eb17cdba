import { describe, expect, test } from '@jest/globals';
import { readGitConfig } from '../../../../src/context/listing/checkout/git-config.ts';

const line = (section: string, subsection: string, key: string, value: string) => ({
  section,
  subsection,
  key,
  value,
});

describe('a configuration of git', () => {
  test.each<[name: string, text: string, settings: ReturnType<typeof line>[]]>([
    [
      'sections, keys and values',
      '[Core]\n\tFileMode = true ; why\n# no\n',
      [line('core', '', 'filemode', 'true')],
    ],
    ['a subsection keeps its case', '[remote "Origin"]\nurl = a', [line('remote', 'Origin', 'url', 'a')]],
    ['a quoted value', '[a]\nb = "x # y" z\n', [line('a', '', 'b', 'x # y z')]],
    ['escapes', '[a]\nb = x\\ty\\\\z', [line('a', '', 'b', 'x\ty\\z')]],
    ['a value over two lines', '[a]\nb = x\\\ny', [line('a', '', 'b', 'xy')]],
    ['a key without a value', '[a]\nb\n', [line('a', '', 'b', '')]],
    ['a byte order mark, CRLF', '\uFEFF[a]\r\nb = c\r\n', [line('a', '', 'b', 'c')]],
    ['nothing', '', []],
  ])('%s', (_name, text, settings) => {
    expect(readGitConfig(text)).toEqual(settings);
  });

  test.each([
    ['an open section', '[a\nb = c'],
    ['an open quote', '[a]\nb = "c\n'],
    ['no key', '[a]\n= c'],
    ['a value beyond what the engine takes', `[a]\nb = "${'x'.repeat(20_000_000)}"`],
  ])('cannot be read: %s', (_name, text) => {
    expect(readGitConfig(text)).toBeUndefined();
  });
});
