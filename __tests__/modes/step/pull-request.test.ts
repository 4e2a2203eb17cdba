import { describe, expect, test } from '@jest/globals';
import type { Trigger } from '../../../src/host/event/event.ts';
import type { Forge } from '../../../src/host/forge/forge.ts';
import { findPullRequest } from '../../../src/modes/step/pull-request.ts';

const COMMIT = 'a'.repeat(40);
const console = { info: () => undefined, afterGroup: () => undefined };
const triggerOf = (facts: Partial<Trigger>) =>
  ({ event: 'push', closed: false, pushToDefaultBranch: false, ...facts }) as Trigger;
const QUEUE = { event: 'merge_group', ref: `gh-readonly-queue/main/pr-7-${COMMIT}` };

const ROWS: readonly [
  name: string,
  facts: Partial<Trigger>,
  input: number | undefined,
  number: number | undefined,
][] = [
  ['the event’s', { event: 'pull_request', pullRequest: { number: 5, fork: false } }, undefined, 5],
  ['the input’s', { event: 'pull_request', pullRequest: { number: 5, fork: false } }, 9, 9],
  ['a merge queue’s', QUEUE, undefined, 7],
  ['none of a branch of another name', { event: 'merge_group', ref: 'main' }, undefined, undefined],
  ['none of such a branch on a push without a commit', { ...QUEUE, event: 'push' }, undefined, undefined],
  ['none on a schedule', { event: 'schedule', commit: COMMIT }, undefined, undefined],
];

describe('the number of the pull request is', () => {
  test.each(ROWS)('%s', async (_name, facts, pullRequest, number) => {
    const trigger = triggerOf(facts);
    const settings = pullRequest === undefined ? {} : { pullRequest };
    const signal = new AbortController().signal;
    const found = await findPullRequest({ trigger, settings, console }, {} as Forge, {
      wantsHead: false,
      signal,
    });
    expect(found?.number).toBe(number);
  });
});
