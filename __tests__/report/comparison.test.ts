import { describe, expect, test } from '@jest/globals';
import { compareBuilds, medianOf } from '../../src/report/comparison.ts';
import type { BuildStep } from '../../src/report/result.ts';

const step = (instruction: string, seconds?: number, state: BuildStep['state'] = 'done'): BuildStep => ({
  name: `[1/1] ${instruction}`,
  instruction,
  state,
  ...(seconds === undefined ? {} : { seconds }),
});

test.each([
  ['none', [], Number.NaN],
  ['one', [3], 3],
  ['odd, unsorted', [9, 1, 5], 5],
  ['even', [1, 2, 10, 20], 6],
])('the median of %s', (_name, values, median) => {
  expect(medianOf(values)).toBe(median);
});

describe('a build beside earlier ones', () => {
  const of = (
    steps: readonly BuildStep[],
    before: readonly BuildStep[],
    seconds: readonly number[] = [151],
  ) => compareBuilds({ seconds: 130, steps }, { seconds, steps: before });

  test.each<[string, readonly BuildStep[], readonly BuildStep[], string]>([
    [
      'says what grew most',
      [step('RUN a', 14), step('RUN b', 3)],
      [step('RUN a', 2), step('RUN b', 1)],
      'RUN a grew most, by 12 s',
    ],
    [
      'finds steps whose number has shifted',
      [step('COPY x', 1), step('RUN a', 5)],
      [step('RUN a', 2)],
      'RUN a grew most, by 3.0 s',
    ],
  ])('%s', (_name, steps, before, words) => {
    expect(of(steps, before)).toBe(`2m 10s, the build before: 2m 31s; ${words}`);
  });

  test.each<[string, readonly BuildStep[], readonly BuildStep[]]>([
    ['a growth below a second', [step('RUN a', 2.9)], [step('RUN a', 2)]],
    ['a step that shrank', [step('RUN a', 1)], [step('RUN a', 9)]],
    ['a new step', [step('RUN new', 50)], [step('RUN a', 2)]],
    ['a step that came from the cache before', [step('RUN a', 50)], [step('RUN a', 0, 'cached')]],
    ['steps without times', [step('RUN a')], [step('RUN a', 1)]],
    ['no earlier log', [step('RUN a', 50)], []],
  ])('%s is no news', (_name, steps, before) => {
    expect(of(steps, before)).toBe('2m 10s, the build before: 2m 31s');
  });

  test('names how many builds the median is of', () => {
    expect(of([], [], [100, 151, 200])).toBe('2m 10s, median of the last 3 builds: 2m 31s');
  });

  test('nothing before it: nothing to say', () => {
    expect(of([], [], [])).toBeUndefined();
  });
});
