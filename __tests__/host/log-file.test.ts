import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openLogFile } from '../../src/host/log-file.ts';
import { temporaryFolder } from '../support/workspace.ts';

test('a log is on disk once it is closed, for this user alone', async () => {
  const log = openLogFile(join(temporaryFolder(), 'build.log'));
  await log.write(['one', 'two']);
  await log.write([]);
  await log.write(Array.from({ length: 50_000 }, (_, index) => `line ${index}`));
  expect(await log.close()).toBeUndefined();
  const lines = readFileSync(log.path, 'utf8').split('\n');
  expect(lines.slice(0, 3)).toEqual(['one', 'two', 'line 0']);
  expect(lines.slice(-2)).toEqual(['line 49999', '']);
  expect(statSync(log.path).mode & 0o777).toBe(0o600);
});

test('a file that cannot be written ends no build, and its fault is known at the end', async () => {
  const log = openLogFile(join(temporaryFolder(), 'missing', 'build.log'));
  await log.write(['one']);
  await log.write(['two'.repeat(100_000)]);
  expect(await log.close()).toContain('ENOENT');
});
