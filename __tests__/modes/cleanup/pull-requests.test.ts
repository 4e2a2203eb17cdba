import { expect, test } from '@jest/globals';
import { AbortedError, HttpError } from '../../../src/errors.ts';
import { pullRequestStates } from '../../../src/modes/cleanup/pull-requests.ts';
import type { Step } from '../../../src/modes/step/step.ts';

const refusal = (status: number) =>
  new HttpError({
    method: 'GET',
    url: 'https://forge.example.test/pulls/1',
    status,
    effect: 'no',
    detail: '',
  });

/** A forge that answers so about each number: a pull request, none, or what it throws. */
function asking(
  answers: Readonly<Record<number, { readonly open: boolean } | Error | undefined>> | 'no forge',
) {
  const warnings: string[] = [];
  const asked: number[] = [];
  const getPullRequest = async (number: number) => {
    asked.push(number);
    const answer = answers === 'no forge' ? undefined : answers[number];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const states = pullRequestStates({
    signal: new AbortController().signal,
    console: { warning: (text: string) => void warnings.push(text) },
    forge: async () => (answers === 'no forge' ? undefined : { getPullRequest }),
  } as unknown as Step);
  return { states, warnings, asked };
}

test('each number is asked for once', async () => {
  const { states, warnings, asked } = asking({ 1: { open: true }, 2: { open: false } });
  const found = [await states.of(1), await states.of(2), await states.of(3), await states.of(1)];
  expect(found).toEqual(['open', 'closed', 'unknown', 'open']);
  expect(asked).toEqual([1, 2, 3]);
  expect(warnings).toEqual([]);
});

test.each<[name: string, error: Error, isPermission: boolean]>([
  ['401', refusal(401), true],
  ['403', refusal(403), true],
  ['500', refusal(500), false],
  ['a broken connection', new Error('socket hang up'), false],
])('after %s nobody is asked any more, and it is said once', async (_name, error, isPermission) => {
  const { states, warnings, asked } = asking({ 1: error, 2: { open: false } });
  expect([await states.of(1), await states.of(2)]).toEqual(['unknown', 'unknown']);
  expect(asked).toEqual([1]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('so only the expiry counts');
  expect(warnings[0]?.endsWith('(the job needs permissions: pull-requests: read)')).toBe(isPermission);
});

test('without a forge it is said once', async () => {
  const { states, warnings } = asking('no forge');
  expect([await states.of(1), await states.of(2)]).toEqual(['unknown', 'unknown']);
  expect(warnings).toEqual([expect.stringContaining('github-token is empty')]);
});

test('a cancel is no answer', async () => {
  const { states } = asking({ 1: new AbortedError('cancelled') });
  await expect(states.of(1)).rejects.toBeInstanceOf(AbortedError);
});
