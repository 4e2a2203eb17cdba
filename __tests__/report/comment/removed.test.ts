import { describe, expect, test } from '@jest/globals';
import type { Section } from '../../../src/report/comment/marker.ts';
import { removedSections } from '../../../src/report/comment/removed.ts';
import { sectionOf } from '../../../src/report/comment/section.ts';
import type { RunResult } from '../../../src/report/result.ts';

const MARK = { workflow: 'w', runId: 1, runNumber: 1, attempt: 1, at: 1_000 };
const RESULT: RunResult = { cloud: 'Scale GenAI Platform', outcome: 'removed', source: {}, phases: [] };

/** A section of a run that deployed this preview. */
function deployed(key: string, id: string): Section {
  const preview = { label: 'pr-7' };
  const result: RunResult = {
    ...RESULT,
    outcome: 'succeeded',
    agent: key,
    deployment: { id, status: 'healthy', preview, events: [], lines: [] },
  };
  return sectionOf(result, { key, mark: MARK });
}

describe('sections of others whose previews were deleted', () => {
  const known = [deployed('one', 'dep_1'), deployed('two', 'dep_2')];
  const turned = (previewsDeleted: readonly string[] | undefined, key = 'own') =>
    removedSections(known, {
      result: previewsDeleted === undefined ? RESULT : { ...RESULT, previewsDeleted },
      key,
      mark: { ...MARK, runId: 2, at: 2_000 },
    });

  test.each<[name: string, deleted: readonly string[] | undefined, key: string, turned: readonly string[]]>([
    ['none where nothing was deleted', undefined, 'own', []],
    ['none where the list is empty', [], 'own', []],
    ['those of the deleted ones', ['dep_2'], 'own', ['two']],
    ['all of them', ['dep_1', 'dep_2'], 'own', ['one', 'two']],
    ['not one’s own', ['dep_1', 'dep_2'], 'one', ['two']],
    ['none of others', ['dep_3'], 'own', []],
  ])('are turned: %s', (_name, deleted, key, keys) => {
    expect(
      turned(deleted, key)
        .map((section) => section.key)
        .sort(),
    ).toEqual(keys);
  });

  test('say that it was removed', () => {
    const [section] = turned(['dep_1']);
    expect(section?.state).toBe('removed');
    expect(section?.row).toMatchObject({ state: 'removed', agent: 'one' });
  });
});
