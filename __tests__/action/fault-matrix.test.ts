import { describe, expect, jest, test } from '@jest/globals';
import type { Rule } from '../../emulator/faults/fault.ts';
import { FAULTS } from '../../scripts/reliability/faults.ts';
import {
  AT_ONCE,
  type Cell,
  FIVE_TIMES,
  FOR_EVER,
  NEVER_KNOWN,
  ONCE,
  storyOf,
} from '../../scripts/reliability/matrix.ts';
import { PHASES } from '../../scripts/reliability/phases.ts';
import { expectOneError, expectOneOfEach, expectWholeLog } from '../support/expectations.ts';
import { type Played, play, pool, printed, ROLLOUT_LOG } from '../support/scenario.ts';

jest.setTimeout(170_000);

/** Rows mostly wait, so that many run beside each other; all are begun when the file is. */
const inPool = pool(Number(process.env.TEST_ROWS ?? 10));
const TIMES = { once: 1, 'five times': 5, 'for ever': Number.POSITIVE_INFINITY } as const;

function ruleOf({ fault, phase, times }: Cell): Rule {
  return { operation: PHASES[phase].operation, times: TIMES[times], fault: FAULTS[fault] };
}

/** TEST_CELLS runs some alone: all rows are begun at once, so that a name pattern would save nothing. */
const CELLS = new RegExp(process.env.TEST_CELLS ?? '');
const wanted = (cell: Cell) => CELLS.test(nameOf(cell));
const nameOf = (cell: Cell) => `${cell.fault}, ${cell.times}, at ${cell.phase}`;

/** Rows that are ridden out strike one run together, each phase of it once: what one does must not disturb the next. */
function together(cells: readonly Cell[]): readonly (readonly [string, readonly Cell[]])[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    // What is never answered takes a share of its phase's time, and a phase bears one of these.
    const apart = cell.fault === 'no reply at all' ? `, at ${cell.phase}` : '';
    const key = `${cell.fault}, ${cell.times}, in the story ${storyOf(cell)}${apart}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups];
}

function start(cells: readonly Cell[], inputs: Readonly<Record<string, string>> = {}): Promise<Played> {
  const [first] = cells as readonly [Cell];
  // A log that cannot be had at first is had only while its build is about.
  const delays = first.phase === 'log' && first.times === 'five times' ? 400 : 5;
  const played = inPool(() => play({ story: storyOf(first), rules: cells.map(ruleOf), inputs, delays }));
  // A failure is told by the test that awaits it.
  played.catch(() => undefined);
  return played;
}

/** The struck phase alone has little time. */
function short({ phase }: Cell): Readonly<Record<string, string>> {
  if (/^(?:look-up|upload|status)$/.test(phase)) return { 'build-timeout': '7s' };
  if (/^(?:deploy look-up|deploy|teardown|teardown look-up)$/.test(phase)) return { 'deploy-timeout': '7s' };
  return phase === 'log' ? {} : { 'deploy-timeout': '14s' };
}

const PATIENT = { 'build-timeout': '24s', 'deploy-timeout': '24s' };

const ridden = together(ONCE)
  .filter(([name]) => CELLS.test(name))
  .map(([name, cells]) => {
    const apart = cells[0]?.fault === 'no reply at all';
    return { name, cells, played: start(cells, apart ? PATIENT : {}) };
  });
const waited = FIVE_TIMES.filter(wanted).map((cell) => ({
  name: nameOf(cell),
  cells: [cell],
  played: start([cell]),
}));
const stopped = [...FOR_EVER, ...NEVER_KNOWN, ...AT_ONCE].filter(wanted).map((cell) => ({
  name: nameOf(cell),
  cell,
  played: start([cell], short(cell)),
}));

describe('ridden out', () => {
  test.each([...ridden, ...waited])('$name', async ({ cells, played }) => {
    const { run, emulator, misbehaviours, olderId, cancelled } = await played;
    expect(misbehaviours.map(({ struck }) => struck)).toEqual(cells.map(({ times }) => TIMES[times]));
    expectOneOfEach(emulator, storyOf(cells[0] as Cell), olderId);
    expect(emulator.control.violations).toEqual([]);
    expect(run.post?.exitCode).toBe(0);
    if (storyOf(cells[0] as Cell) === 'post') return expect(cancelled).toBe(true);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([]);
    const waits = run.main.stdout.split('\n').filter((line) => line.includes('trying again in'));
    const strikes = misbehaviours.reduce((sum, { struck }) => sum + struck, 0);
    expect(waits.length).toBeLessThanOrEqual(strikes);
    if (storyOf(cells[0] as Cell) !== 'run') return;
    expectWholeLog(run);
    expect(printed(run, ROLLOUT_LOG)).toEqual(ROLLOUT_LOG);
  });
});

describe('not ridden out', () => {
  test.each(stopped)('$name', async ({ cell, played }) => {
    const { run, emulator, misbehaviours, tookMs } = await played;
    expect(misbehaviours[0]?.struck).toBeGreaterThan(0);
    // The phase's timeout, a chance for the last request and the cancel; the rest is for a busy machine.
    expect(tookMs).toBeLessThan(180_000);
    expect(emulator.control.sgp.builds.length).toBeLessThanOrEqual(2);
    expect(emulator.control.sgp.deployments.length).toBeLessThanOrEqual(2);
    expect(run.post?.exitCode).toBe(0);
    if (cell.ending === 'stops') {
      expect(run.exitCode).toBe(1);
      expectOneError(run, cell.says ?? '');
      expect(run.outputs.result).toBeDefined();
    } else {
      expect(run.exitCode).toBe(0);
      expect(run.main.stdout).toContain(cell.says);
      expect(run.annotations.map(({ level }) => level)).toEqual(cell.ending === 'kept' ? ['warning'] : []);
    }
    if (cell.phase !== 'log' && run.outputs['build-status'] === 'success') expectWholeLog(run);
  });
});
