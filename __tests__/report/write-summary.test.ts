import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SUMMARY_LIMIT, writeSummary } from '../../src/report/write-summary.ts';
import { temporaryFolder } from '../support/workspace.ts';

const file = () => join(temporaryFolder(), 'summary.md');
const full = 'ä'.repeat(SUMMARY_LIMIT / 2);

test.each<[name: string, before: string | undefined, text: string, after: string | undefined]>([
  ['a file that is not there yet', undefined, 'one', 'one'],
  ['an empty file', '', 'one', 'one'],
  ['a file with another step’s', 'one\n', 'two', 'one\n\ntwo'],
  ['as much as a file may have', undefined, full, full],
  ['more than a file may have', undefined, `${full}x`, undefined],
  ['more than is left', 'one', full, 'one'],
])('%s', async (_name, before, text, after) => {
  const path = file();
  if (before !== undefined) writeFileSync(path, before);
  expect(await writeSummary(path, text)).toBe(after !== before && after !== undefined);
  if (after === undefined) expect(() => readFileSync(path)).toThrow('ENOENT');
  else expect(readFileSync(path, 'utf8') === after).toBe(true);
});

test.each([undefined, '', '/nowhere/at/all'])('%p is no file, and no failure', async (path) => {
  expect(await writeSummary(path, 'one')).toBe(false);
});
