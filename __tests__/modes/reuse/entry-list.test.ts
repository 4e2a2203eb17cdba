import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONTENT_LIMIT } from '../../../src/host/cache/worker-argument.ts';
import { alwaysChanged, changesBetween } from '../../../src/modes/reuse/entry-changes.ts';
import {
  createEntryCollector,
  type Entries,
  type EntryList,
  openList,
  sealList,
} from '../../../src/modes/reuse/entry-list.ts';

const SEAL = { secret: 'not-a-real-key', scope: 'agent/main' };
const A = '0123456789abcdef';
const B = 'fedcba9876543210';
const entriesOf = (...paths: readonly (readonly [string, string, string?])[]): Entries =>
  new Map(paths.map(([path, digest, mode = '100644']) => [path, { mode, digest }]));
const LIST: EntryList = {
  buildId: 'b-1',
  branch: 'main',
  at: '2026-01-02T03:04:05.000Z',
  status: 'success',
  inputs: 'x',
  entries: entriesOf(['app/main.py', A], ['run.sh', B, '100755']),
  earlier: [['uv.lock']],
};

describe('a sealed list', () => {
  test('opens with its own key and scope', () => {
    expect(openList(sealList(LIST, SEAL), SEAL)).toEqual(LIST);
  });

  test.each([
    ['another key', { ...SEAL, secret: 'another' }],
    ['another branch or agent', { ...SEAL, scope: 'agent/topic' }],
  ])('opens with %s no more', (_, seal) => {
    expect(openList(sealList(LIST, SEAL), seal)).toBeUndefined();
  });

  test('shows no path', () => {
    expect(sealList(LIST, SEAL).toString('latin1')).not.toMatch(/main\.py|run\.sh|uv\.lock/);
  });

  test('counts for nothing where a bit of it was changed', () => {
    const sealed = sealList(LIST, SEAL);
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(openList(changed, SEAL)).toBeUndefined();
      }),
    );
  });

  test('is never made of what somebody else wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openList(Buffer.from(bytes), SEAL)).toBeUndefined();
      }),
    );
  });

  test('keeps any path that a context may have', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const entries = entriesOf(...paths.map((one) => [one, A] as const));
        expect(openList(sealList({ ...LIST, entries }, SEAL), SEAL)?.entries).toEqual(entries);
      }),
    );
  });

  test('of the most entries that are kept is within the limit of an entry of the cache', () => {
    const { note, entries } = createEntryCollector();
    for (let index = 0; index < 50_000; index += 1)
      note(`src/module-${index % 400}/part-${index}.py`, '100644', randomBytes(32).toString('hex'));
    const all = entries();
    expect(all?.size).toBe(50_000);
    expect(sealList({ ...LIST, entries: all ?? new Map() }, SEAL).length).toBeLessThan(CONTENT_LIMIT);
    note('one-more', '100644', A);
    expect(entries()).toBeUndefined();
  });

  test('remembers four builds before it, and of none more paths than stand out', () => {
    const many = Array.from({ length: 501 }, (_, index) => `file-${index}`);
    const earlier = [['a'], many, ['c'], ['d'], ['e']];
    expect(openList(sealList({ ...LIST, earlier }, SEAL), SEAL)?.earlier).toEqual([['a'], [], ['c'], ['d']]);
  });
});

describe('what differs', () => {
  test.each<[string, Entries, Entries, readonly string[]]>([
    ['nothing', entriesOf(['a', A]), entriesOf(['a', A]), []],
    ['content', entriesOf(['a', A]), entriesOf(['a', B]), ['a changed']],
    ['the executable bit', entriesOf(['a', A]), entriesOf(['a', A, '100755']), ['a mode']],
    ['content and bit', entriesOf(['a', A]), entriesOf(['a', B, '100755']), ['a changed']],
    ['one more, one less', entriesOf(['b', A]), entriesOf(['a', A]), ['a added', 'b removed']],
    ['a link in place of a file', entriesOf(['a', A]), entriesOf(['a', B, '120000']), ['a changed']],
  ])('%s', (_, before, after, expected) => {
    expect(changesBetween(before, after).map(({ path, kind }) => `${path} ${kind}`)).toEqual(expected);
  });

  test.each([
    ['in each of five', [['a', 'b'], ['a'], ['a', 'c'], ['a']], ['a']],
    ['not in the one before', [['b'], ['a'], ['a'], ['a']], []],
    ['in four, as there were no more', [['a'], ['a'], ['a']], []],
  ])('%s builds', (_, earlier, expected) => {
    const changes = [
      { path: 'a', kind: 'changed' },
      { path: 'b', kind: 'added' },
    ] as const;
    expect(alwaysChanged(changes, { earlier })).toEqual(expected);
  });
});
