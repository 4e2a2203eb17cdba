import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withTemporaryFolder } from '../../src/host/temporary-folder.ts';
import { makeWorkspace } from '../support/workspace.ts';

/** @returns the folder that is used, and what is said of it */
function used(given: string | undefined): { temp: string | undefined; notes: readonly string[] } {
  const notes: string[] = [];
  const env = { OTHER: 'kept', ...(given === undefined ? {} : { RUNNER_TEMP: given }) };
  const { RUNNER_TEMP: temp, OTHER: other } = withTemporaryFolder(env, (note) => notes.push(note));
  expect(other).toBe('kept');
  return { temp, notes };
}

test.each([undefined, ''])('without one of the runner it is the system’s (%p)', (given) => {
  expect(used(given)).toEqual({ temp: tmpdir(), notes: [] });
});

test('the runner’s is used as it is', () => {
  const { path } = makeWorkspace();
  expect(used(path)).toEqual({ temp: path, notes: [] });
});

test('the runner’s is made where it is missing, for this user alone', () => {
  const folder = join(makeWorkspace().path, 'a', 'b');
  expect(used(folder)).toEqual({
    temp: folder,
    notes: [`RUNNER_TEMP ${folder} did not exist: it was made.`],
  });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('one that cannot be made is replaced by the system’s', () => {
  const { path, write } = makeWorkspace();
  write({ file: '' });
  const { temp, notes } = used(join(path, 'file', 'below'));
  expect(temp).toBe(tmpdir());
  expect(notes).toEqual([
    `RUNNER_TEMP ${join(path, 'file', 'below')} cannot be written to (ENOTDIR): ${tmpdir()} is used instead.`,
  ]);
});

(process.platform === 'linux' ? test : test.skip)(
  'one on a file system that makes no folders, as well',
  () => {
    const { temp, notes } = used('/proc/nothing/below');
    expect(temp).toBe(tmpdir());
    expect(notes).toEqual([
      `RUNNER_TEMP /proc/nothing/below cannot be written to (ENOENT): ${tmpdir()} is used instead.`,
    ]);
  },
);
