import { expect } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import type { Story } from '../../scripts/reliability/phases.ts';
import { LOG, logFileOf, printed } from './scenario.ts';

/** Every line of the build log once and in order, on stdout and in `log-file`. */
export function expectWholeLog(run: RunRecord, lines: readonly string[] = LOG): void {
  expect(printed(run, lines)).toEqual(lines);
  expect(logFileOf(run)).toEqual(lines);
}

/** One `error`, which says this, and nothing beside it that fails a step. */
export function expectOneError(run: RunRecord, says: string): void {
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(`${errors[0]?.title}: ${errors[0]?.message}`).toContain(says);
  expect(errors[0]?.message).toContain('What to do:');
  expect(run.faults).toEqual([]);
}

/** What the cloud has once a story has gone well: nothing twice, nothing left over. */
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
