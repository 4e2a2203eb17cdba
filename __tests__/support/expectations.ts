import { expect } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import type { Story } from '../../scripts/reliability/phases.ts';
import { LOG, logFileOf, printed } from './scenario.ts';
import { sectionsOn } from './story-forge.ts';

/** Every line of the build log once and in order, on stdout and in `log-file`. */
export function expectWholeLog(run: RunRecord, lines: readonly string[] = LOG): void {
  expect(printed(run, lines)).toEqual(lines);
  expect(logFileOf(run)).toEqual(lines);
}

/** Exactly one `error`, with this text, and nothing else that fails a step. */
export function expectOneError(run: RunRecord, says: string): void {
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(`${errors[0]?.title}: ${errors[0]?.message}`).toContain(says);
  expect(errors[0]?.message).toContain('What to do:');
  expect(run.faults).toEqual([]);
}

/** The state of the cloud after a successful story: nothing twice, nothing left over. */
export function expectOneOfEach({ control }: Emulator, story: Story, olderId: string): void {
  // The first build and the first deployment were there before.
  expect(control.sgp.builds).toHaveLength(story === 'closed' ? 1 : 2);
  const states = control.sgp.deployments.map(({ id, status }) => [
    id === olderId ? 'older' : 'fresh',
    status,
  ]);
  if (story === 'run')
    expect(states).toEqual([
      ['older', 'deleted'],
      ['fresh', 'healthy'],
    ]);
  else expect(states).toEqual([['older', story === 'closed' ? 'deleted' : 'healthy']]);
}

const LAST_WORD = { run: 'succeeded', closed: 'removed', cancelled: 'cancelled', post: 'cancelled' } as const;

/** One comment with a correct section; the other section is unchanged. */
export function expectOneComment(forge: Forge, story: keyof typeof LAST_WORD): void {
  const neighbour = story === 'run' ? {} : { 'another/agent': 'succeeded' };
  expect(sectionsOn(forge)).toEqual([{ ...neighbour, 'sgp/greeter': LAST_WORD[story] }]);
}

/** One warning and nothing worse; the job summary has the content of the comment. */
export function expectUntold(run: RunRecord, says: string): void {
  expect(run.annotations).toMatchObject([{ level: 'warning', title: 'No comment on the pull request' }]);
  expect(run.annotations[0]?.message).toContain(says);
  for (const fact of ['pr-7', run.outputs['build-id'] ?? '?', 'comment could not be written'])
    expect(run.summary).toContain(fact);
}

/** How many attempts fit into this many milliseconds: waits of 0.5 s to 8 s, each at most a quarter shorter. */
export function attemptsWithin(ms: number): number {
  let attempts = 1;
  let wait = 500;
  for (let spent = wait * 0.75; spent <= ms; spent += wait * 0.75) {
    attempts += 1;
    wait = Math.min(2 * wait, 8_000);
  }
  return attempts;
}
