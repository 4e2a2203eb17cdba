import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { headOf } from '../../../src/context/listing/open-file.ts';
import { makeWorkspace } from '../../support/workspace.ts';

test('the first bytes of a file, and nothing where they cannot be read', () => {
  const { path, write } = makeWorkspace({ file: Buffer.from([0x61, 0xff, 0x62, 0x63]), empty: '' });
  write({ 'folder/x': '' });
  symlinkSync('file', join(path, 'link'));
  const heads = ['file', 'empty', 'missing', 'folder', 'link'].map((name) => headOf(join(path, name), 3));
  expect(heads).toEqual(['a\xffb', '', '', '', '']);
});
