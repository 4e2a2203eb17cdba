import { describe, expect, test } from '@jest/globals';
import type { CommentContext } from '../../../src/modes/comment/context.ts';
import type { Snapshot } from '../../../src/modes/comment/own-section.ts';
import { entriesFor } from '../../../src/modes/comment/section-entries.ts';
import type { Section } from '../../../src/report/comment/marker.ts';
import { sectionOf } from '../../../src/report/comment/section.ts';
import type { RunResult } from '../../../src/report/result.ts';

const MARK = { workflow: 'w', runId: 1, runNumber: 1, attempt: 1, at: 1_000 };
const RESULT: RunResult = { cloud: 'sgp', outcome: 'succeeded', agent: 'bot', source: {}, phases: [] };

const snapshot = (key: string, result: Partial<RunResult> = {}): Snapshot => ({
  key,
  mark: MARK,
  result: { ...RESULT, ...result },
  settled: true,
});

/** A section of a run that deployed this preview. */
function deployed(key: string, id: string): Section {
  const deployment = { id, preview: { label: 'pr-7' }, events: [], lines: [] };
  return sectionOf({ ...RESULT, agent: key, deployment }, { key, mark: MARK });
}

/** What is written where these sections are known: keys, and when. */
function written(snapshots: readonly Snapshot[], known: readonly Section[] = []): string[] {
  const settings = { comment: { when: 'always' } };
  const console = { maskText: (text: string) => text };
  const entries = entriesFor(snapshots, { settings, console } as unknown as CommentContext);
  const all = typeof entries === 'function' ? entries(known) : entries;
  return all.map(({ section, when }) => `${section.key} ${when}`);
}

describe('what agents have to say in the comment', () => {
  const others = [deployed('one', 'dep_1'), deployed('two', 'dep_2')];
  const removed = (...previewsDeleted: string[]) => ({ outcome: 'removed' as const, previewsDeleted });

  test.each<[name: string, snapshots: readonly Snapshot[], entries: readonly string[]]>([
    ['each its own section', [snapshot('a'), snapshot('b')], ['a always', 'b always']],
    ['a teardown turns those of others alone', [snapshot('own', removed('dep_2'))], ['two always']],
    [
      'a teardown that has a section turns both',
      [snapshot('one', removed('dep_1', 'dep_2'))],
      ['one always', 'two always'],
    ],
    ['a teardown of what nobody shows has its own', [snapshot('own', removed('dep_9'))], ['own always']],
    ['a teardown that found nothing is no news', [snapshot('own', removed())], ['own if-present']],
  ])('%s', (_name, snapshots, entries) => {
    expect(written(snapshots, others)).toEqual(entries);
  });

  test('what is known is asked for only where previews were deleted', () => {
    const context = { settings: { comment: { when: 'always' } }, console: { maskText: String } };
    const kind = (result: Partial<RunResult>) =>
      typeof entriesFor([snapshot('a', result)], context as unknown as CommentContext);
    expect(kind({})).toBe('object');
    expect(kind(removed('dep_1'))).toBe('function');
  });
});
