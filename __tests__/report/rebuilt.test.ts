import { expect, test } from '@jest/globals';
import { render } from '../../src/report/markdown.ts';
import { alwaysLine, rebuiltBlocks, rebuiltLine } from '../../src/report/rebuilt.ts';
import type { RebuiltFacts } from '../../src/report/result.ts';

const changed = (...paths: readonly string[]) => paths.map((path) => ({ path, kind: 'changed' }) as const);
const FACTS: RebuiltFacts = {
  buildId: 'b-1',
  changes: changed('app/main.py', 'uv.lock'),
  total: 2,
  always: [],
};

test.each<[string, Partial<RebuiltFacts>, string]>([
  ['two', {}, 'rebuilt: 2 files differ from build b-1: app/main.py, uv.lock'],
  [
    'more than are named',
    { changes: changed('app/main.py', 'uv.lock', 'x'), total: 70 },
    'rebuilt: 70 files differ from build b-1: app/main.py, uv.lock, +68',
  ],
  ['one', { changes: changed('x'), total: 1 }, 'rebuilt: 1 file differs from build b-1: x'],
  [
    'another branch',
    { branch: 'main', changes: changed('x'), total: 1 },
    'rebuilt: 1 file differs from build b-1 of main: x',
  ],
  [
    'none',
    { changes: [], total: 0, why: 'build is always' },
    'rebuilt: no file differs from build b-1: build is always',
  ],
  [
    'a name that would be a command',
    { changes: changed('\n::error::x'), total: 1 },
    'rebuilt: 1 file differs from build b-1: ::error::x',
  ],
])('the line for %s', (_, facts, expected) => {
  expect(rebuiltLine({ ...FACTS, ...facts })).toBe(expected);
});

test('entries that always differ are named with the lines that leave them out', () => {
  expect(alwaysLine(FACTS)).toBeUndefined();
  const always = [{ path: 'v.txt', ignoreLine: 'v.txt' }];
  expect(alwaysLine({ ...FACTS, always })).toMatch(
    /^v\.txt differs in each of the last 5 builds\. .*: v\.txt$/,
  );
  const more = [...always, { path: 'w.txt', ignoreLine: 'w.txt' }];
  expect(alwaysLine({ ...FACTS, always: more })).toMatch(/^v\.txt, w\.txt differ in .*: v\.txt {2}w\.txt$/);
});

test('the summary folds the changes, and names of files stay names', () => {
  const text = render(
    rebuiltBlocks({
      ...FACTS,
      changes: [
        { path: 'a|b<i>.py', kind: 'added' },
        { path: 'run.sh', kind: 'mode' },
      ],
      total: 60,
    }),
  );
  expect(text).toContain('<details><summary>Why it was rebuilt: 60 files since the last build');
  expect(text).toContain('`a\\|b<i>.py`');
  expect(text).toMatch(/`run\.sh` +\| executable bit/);
  expect(text).toContain('58 more files');
  expect(rebuiltBlocks(undefined)).toEqual([]);
});
