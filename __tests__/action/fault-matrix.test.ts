import { describe, expect, jest, test } from '@jest/globals';
import { type Cell, FINAL, PAIRS } from '../../scripts/reliability/cell.ts';
import { COMMENT_LOST, COMMENT_NEVER, COMMENT_ONCE } from '../../scripts/reliability/comments.ts';
import { FAULTS } from '../../scripts/reliability/faults.ts';
import { AT_ONCE, FIVE_TIMES, FOR_EVER, NEVER_KNOWN, ONCE } from '../../scripts/reliability/matrix.ts';
import { phaseOf } from '../../scripts/reliability/phases.ts';
import {
  attemptsWithin,
  expectOneComment,
  expectOneError,
  expectOneOfEach,
  expectUntold,
  expectWholeLog,
} from '../support/expectations.ts';
import {
  type Played,
  play,
  pool,
  printed,
  ROLLOUT_LOG,
  type Scenario,
  type StoryRule,
} from '../support/scenario.ts';

jest.setTimeout(400_000);

/** Rows mostly wait, so that many run beside each other; all are begun when the file is. */
const inPool = pool(Number(process.env.TEST_ROWS ?? 16));
const TIMES = { once: 1, 'five times': 5, 'for ever': Number.POSITIVE_INFINITY } as const;

const storyOf = (cell: Cell) => phaseOf(cell).story as Scenario['story'];
const isOfComment = (cell: Cell) => phaseOf(cell).at === 'forge';

function ruleOf(cell: Cell): StoryRule {
  const { operation, since } = phaseOf(cell);
  const rule = { operation, times: TIMES[cell.times], fault: FAULTS[cell.fault], ...(since && { since }) };
  return isOfComment(cell) ? { ...rule, cloud: 'forge' } : rule;
}

/** TEST_CELLS runs some alone: all rows are begun at once, so that a name pattern would save nothing. */
const CELLS = new RegExp(process.env.TEST_CELLS ?? '');
const nameOf = (cell: Cell) => `${cell.fault}, ${cell.times}, at ${cell.phase}`;

/** Rows that are ridden out strike one run together, each phase of it once: what one does must not disturb the next. */
function together(cells: readonly Cell[]): readonly (readonly [string, readonly Cell[]])[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = [sharers(cell), cell.times, storyOf(cell), apart(cell)].join();
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((group) => [nameOfAll(group), group]);
}

function nameOfAll(cells: readonly Cell[]): string {
  const [first] = cells as readonly [Cell];
  const faults = new Set(cells.map(({ fault }) => fault));
  return `${[...faults].join(' and ')}, ${first.times}, in the story ${storyOf(first)}${apart(first)}`;
}

/** Where a build and a preview are made each fault has a run of its own; in the shorter stories two share one. */
function sharers(cell: Cell): string {
  const pair = PAIRS.find((both) => both.includes(cell.fault));
  return storyOf(cell) === 'run' || pair === undefined ? cell.fault : pair.join(' and ');
}

/** What is never answered takes a share of its phase's time, and a phase bears one of these. */
function apart(cell: Cell): string {
  if (cell.fault !== 'no reply at all') return '';
  return isOfComment(cell) && storyOf(cell) !== 'run' ? ', at the comment' : `, at ${cell.phase}`;
}

type Row = { readonly name: string; readonly cells: readonly Cell[]; readonly played: Promise<Played> };

function start(cells: readonly Cell[], inputs: Readonly<Record<string, string>>): Promise<Played> {
  const [first] = cells as readonly [Cell];
  // A log that cannot be had at first is had only while its build is about: it lasts for twice what that takes.
  const delays = first.phase === 'log' && first.times === 'five times' ? 800 : 5;
  const comment = cells.some(isOfComment);
  const rules = cells.map(ruleOf);
  const played = inPool(() => play({ story: storyOf(first), rules, inputs, delays, comment }));
  // A failure is told by the test that awaits it.
  played.catch(() => undefined);
  return played;
}

function rows(
  groups: readonly (readonly [string, readonly Cell[]])[],
  inputs: (cell: Cell) => Readonly<Record<string, string>>,
): readonly Row[] {
  return groups
    .filter(([name]) => CELLS.test(name))
    .map(([name, cells]) => ({ name, cells, played: start(cells, inputs(cells[0] as Cell)) }));
}

const alone = (cell: Cell) => [nameOf(cell), [cell]] as const;

/** Milliseconds. Long enough for what the machine needs beside: whatever else is asked for in a phase has an attempt. */
const SHORT = 15_000;

/**
 * The time of a phase whose fault ends with it; undefined where it ends otherwise: by its own words, after so many
 * replies that make no sense, after three requests whose effect cannot be known, or not at all.
 */
function shortOf({ fault, phase, times }: Cell): 'build-timeout' | 'deploy-timeout' | undefined {
  const isSent = phase === 'upload' || phase === 'deploy';
  // What was sent is looked for between its three sends, for longer than a row need take: another fault proves those.
  const isCounted =
    fault === '200 with an HTML page' ? !isSent : fault === '500' || fault === 'reset after the body';
  if (times !== 'for ever' || FINAL.has(fault) || isCounted) return undefined;
  if (/^(?:look-up|upload|status)$/.test(phase)) return 'build-timeout';
  return /^(?:deploy look-up|deploy|deploy status|replacing|teardown|teardown look-up)$/.test(phase)
    ? 'deploy-timeout'
    : undefined;
}

function shortened(cell: Cell): Readonly<Record<string, string>> {
  const input = shortOf(cell);
  // A preview has to become healthy within the time that its replacing is given.
  const seconds = (cell.phase === 'replacing' ? 2 * SHORT : SHORT) / 1000;
  return input === undefined ? {} : { [input]: `${seconds}s` };
}

/** One attempt of three has a third of it. */
const PATIENT = { 'build-timeout': '30s', 'deploy-timeout': '30s' };
const patience = (cell: Cell) => (apart(cell) === '' || isOfComment(cell) ? {} : PATIENT);

// Those that wait longest come first.
const never = [...NEVER_KNOWN, ...FOR_EVER, ...AT_ONCE].map(alone);
const stopped = rows(never, shortened);
const untold = rows(COMMENT_NEVER.map(alone), shortened);
const ridden = rows(
  [...together([...ONCE, ...COMMENT_ONCE, ...COMMENT_LOST]), ...FIVE_TIMES.map(alone)],
  patience,
);

describe('ridden out', () => {
  for (const { name, cells, played } of ridden) {
    test(name, async () => expectRiddenOut(cells, await played));
  }
});

function expectRiddenOut(cells: readonly Cell[], played: Played): void {
  const { run, emulator, forge, misbehaviours, olderId, cancelled } = played;
  const story = storyOf(cells[0] as Cell);
  const struck = misbehaviours.map((one) => one.struck);
  expect(struck.map((count, index) => Math.min(count, timesOf(cells[index])))).toEqual(
    cells.map((cell) => timesOf(cell)),
  );
  expectOneOfEach(emulator, story, olderId);
  expect(emulator.control.violations).toEqual([]);
  expect(run.post?.exitCode).toBe(0);
  if (forge) expectOneComment(forge, story);
  if (story === 'post' || story === 'cancelled') {
    expect(cancelled).toBe(true);
    // Main may have been killed before it could say so.
    expect(run.annotations.every(({ title }) => title === 'Cancelled')).toBe(true);
    expect(run.annotations.length).toBeLessThanOrEqual(1);
    return;
  }
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([]);
  const waits = run.main.stdout.split('\n').filter((line) => line.includes('trying again in'));
  expect(waits.length).toBeLessThanOrEqual(struck.reduce((sum, count) => sum + count, 0));
  if (story !== 'run') return;
  expectWholeLog(run);
  expect(printed(run, ROLLOUT_LOG)).toEqual(ROLLOUT_LOG);
}

/** What goes on for ever strikes at least once. */
function timesOf(cell: Cell | undefined): number {
  return cell === undefined || cell.times === 'for ever' ? 1 : TIMES[cell.times];
}

describe('not ridden out', () => {
  for (const { name, cells, played } of stopped) {
    test(name, async () => expectEnded(cells[0] as Cell, await played));
  }
});

function expectEnded(cell: Cell, { run, emulator, misbehaviours }: Played): void {
  expect(misbehaviours[0]?.struck).toBeGreaterThan(0);
  expect(misbehaviours[0]?.struck).toBeLessThanOrEqual(mostRequests(cell));
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
}

/**
 * How many requests a fault can strike within the time that its phase may be tried in, or until it is given up. Counts
 * prove a budget on any machine: a slower one has fewer.
 */
function mostRequests(cell: Cell): number {
  const { fault, phase } = cell;
  if (FINAL.has(fault)) return 1;
  const isPolled = phase === 'status' || phase === 'deploy status';
  if (shortOf(cell) === undefined) {
    if (phase === 'log' || phase === 'deploy log') return Number.POSITIVE_INFINITY;
    // Ten answers that make no sense, each asked for three times; afterwards the preview that runs still, and post.
    return isPolled ? 30 + 3 + 3 : 3;
  }
  // The build's cancel is watched for as long again; the rest is for further attempts at single polls.
  if (isPolled) return ((phase === 'status' ? 2 : 1) * SHORT) / 200 + 10;
  return attemptsWithin(phase === 'replacing' ? 2 * SHORT : SHORT);
}

describe('a comment that is not ridden out', () => {
  for (const { name, cells, played } of untold) {
    test(name, async () => {
      const [cell] = cells as readonly [Cell];
      const { run, emulator, forge, misbehaviours, olderId } = await played;
      expect(misbehaviours[0]?.struck).toBeGreaterThan(0);
      // Four attempts for each state that is to be told, for the last word and for post.
      expect(misbehaviours[0]?.struck).toBeLessThanOrEqual(4 * 6);
      expectOneOfEach(emulator, 'run', olderId);
      expect(run.exitCode).toBe(0);
      expect(run.post?.exitCode).toBe(0);
      expectUntold(run, cell.says ?? '');
      expect(forge?.comments(7).length).toBeLessThanOrEqual(1);
      expectWholeLog(run);
    });
  }
});
