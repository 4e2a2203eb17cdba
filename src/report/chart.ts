import type { BuildStep, Phase, RunResult } from './result.ts';
import { isWorking } from './states.ts';
import { oneLine } from './text.ts';
import { count, duration } from './units.ts';

/** Charts as Mermaid text, which both forges render in a `mermaid` fence of at most 50,000 characters. */

/** More bars are not readable; the longest steps are kept, in their order. */
const MOST_STEPS = 30;
const MOST_PHASES = 50;
const LONGEST_NAME = 60;
/** A day in winter, so that daylight saving time shifts no bar. Bars are relative to the run's start. */
const ORIGIN = Date.UTC(2000, 0, 1);
const HOUR_MS = 3_600_000;
const LONGEST_RUN_MS = 30 * 24 * HOUR_MS;

type Bar = {
  readonly name: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly state: Phase['state'];
};

/** A shorter run needs no chart: its bars would look alike. */
const LEAST_MS = 10_000;
const LEAST_PHASES = 2;

type TimelineOptions = {
  /** Bars for the steps of the Dockerfile as well, where no table has them already. */
  readonly withSteps?: boolean;
};

/**
 * The run's phases and Dockerfile steps over time; `undefined` where it is of no use: while the run goes on, for a
 * short run, for a single phase.
 */
export function timeline(
  result: Pick<RunResult, 'outcome' | 'phases' | 'build'>,
  { withSteps = true }: TimelineOptions = {},
): string | undefined {
  const phases = result.phases
    .filter((phase) => Number.isFinite(phase.startedAt + phase.endedAt))
    .slice(0, MOST_PHASES);
  if (isWorking(result.outcome) || phases.length < LEAST_PHASES) return undefined;
  const steps = stepBars(withSteps ? (result.build?.steps ?? []) : [], phases);
  const start = Math.min(...[...phases, ...steps.bars].map((bar) => bar.startedAt));
  const end = Math.max(...[...phases, ...steps.bars].map((bar) => bar.endedAt));
  if (end - start < LEAST_MS) return undefined;
  const stepTitle = steps.leftOut > 0 ? `Steps (${count(steps.leftOut, 'short one')} left out)` : 'Steps';
  const lines = [
    'gantt',
    '  dateFormat YYYY-MM-DDTHH:mm:ss.SSS',
    `  axisFormat ${end - start >= HOUR_MS ? '%H:%M:%S' : '%M:%S'}`,
    `  tickInterval ${tickOf(end - start)}`,
    '  todayMarker off',
    '  section Run',
    ...phases.map((bar, index) => taskLine(bar, `p${index}`, start)),
    ...(steps.bars.length > 0 ? [`  section ${stepTitle}`] : []),
    ...steps.bars.map((bar, index) => taskLine(bar, `s${index}`, start)),
  ];
  return lines.join('\n');
}

/** Milliseconds and Mermaid's words: labels of whole seconds never repeat. */
const TICKS = [
  [2_000, '2second'],
  [5_000, '5second'],
  [10_000, '10second'],
  [30_000, '30second'],
  [60_000, '1minute'],
  [120_000, '2minute'],
  [300_000, '5minute'],
  [600_000, '10minute'],
  [1_800_000, '30minute'],
  [3_600_000, '1hour'],
  [6 * 3_600_000, '6hour'],
] as const;
/** More labels would overlap on a narrow page. */
const MOST_TICKS = 6;

function tickOf(ms: number): string {
  return TICKS.find(([tick]) => ms / tick <= MOST_TICKS)?.[1] ?? '1day';
}

/** Steps without a start time are placed one after the other, inside the build phase as far as possible. */
function stepBars(steps: readonly BuildStep[], phases: readonly Phase[]): { bars: Bar[]; leftOut: number } {
  const build = phases.find((phase) => phase.name.startsWith('Build')) ?? phases[0];
  if (!build) return { bars: [], leftOut: 0 };
  let cursor = build.startedAt;
  const bars = steps.flatMap((step): Bar[] => {
    const ms = (step.seconds ?? Number.NaN) * 1000;
    if (!(ms >= 0 && ms < LONGEST_RUN_MS) || step.state === 'cached') return [];
    const startedAt = step.startedAt ?? Math.max(build.startedAt, Math.min(cursor, build.endedAt - ms));
    cursor = startedAt + ms;
    const state = step.state === 'failed' || step.state === 'cancelled' ? step.state : 'done';
    return [{ name: step.name, startedAt, endedAt: cursor, state }];
  });
  const longest = new Set(bars.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_STEPS));
  return { bars: bars.filter((bar) => longest.has(bar)), leftOut: bars.length - longest.size };
}

function lengthOf(bar: Bar): number {
  return bar.endedAt - bar.startedAt;
}

const TAGS = { done: 'done', failed: 'crit', cancelled: 'active' } as const;

/** A bar without length is not drawn: each gets at least a millisecond. */
function taskLine(bar: Bar, id: string, start: number): string {
  const from = bar.startedAt - start;
  const to = Math.max(bar.endedAt - start, from + 1);
  const name = `${plainName(bar.name, LONGEST_NAME)} · ${duration(lengthOf(bar))}`;
  return `  ${name} :${TAGS[bar.state]}, ${id}, ${clockTime(from)}, ${clockTime(to)}`;
}

function clockTime(sinceStart: number): string {
  return new Date(ORIGIN + Math.round(Math.min(sinceStart, LONGEST_RUN_MS))).toISOString().slice(0, -1);
}

/** Characters that Mermaid reads as syntax, and their replacements in a name. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ':': '∶',
  ';': ',',
  '#': '＃',
  '%': '％',
  '"': "'",
  '`': "'",
  '<': '‹',
  '>': '›',
  '\\': '∖',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '&': '+',
};
/** Words that begin a statement at the start of a line in a Mermaid chart. */
const STATEMENT =
  /^(?:acc|axis|bar|call|click|date|exclude|gantt|href|include|inclusive|line|section|tick|title|today|top|vert|week|x-|xy|y-|\d{4}-|-)/i;

/** Text from outside as a name in a chart: one line without special characters. */
function plainName(name: string, limit: number): string {
  const plain = oneLine(name, limit)
    .replace(/[:;#%"`<>\\[\]{}&]/g, (sign) => LOOKALIKES[sign] ?? ' ')
    .replace(/\${2,}/g, '$')
    .trim();
  if (plain === '') return '?';
  return STATEMENT.test(plain) ? `· ${plain}` : plain;
}

type DurationValue = { readonly label: string; readonly seconds: number };

/** More bars leave no space for their numbers on a narrow page; the last ones are kept. */
const MOST_COLUMNS = 20;
const BAR_WIDTH = 30;

/**
 * Durations in their order, as a Mermaid chart and as lines of text for renderers without Mermaid. Bars have numbers,
 * because names would overlap; the lines explain the numbers.
 */
export function durationChart(
  values: readonly DurationValue[],
): { readonly mermaid: string; readonly lines: readonly string[] } | undefined {
  const shown = values
    .filter((value) => Number.isFinite(value.seconds) && value.seconds >= 0)
    .slice(-MOST_COLUMNS);
  if (shown.length === 0) return undefined;
  const most = Math.max(...shown.map((value) => value.seconds), 1);
  const inMinutes = most >= 600;
  const scaled = (seconds: number) => Number((inMinutes ? seconds / 60 : seconds).toFixed(2));
  const labels = shown.map(({ label }, index) => `${String(index + 1).padStart(2)} ${oneLine(label, 16)}`);
  const width = Math.max(...labels.map((label) => label.length));
  return {
    mermaid: [
      'xychart-beta',
      `  x-axis "build, oldest first" [${shown.map((_, index) => `"${index + 1}"`).join(', ')}]`,
      `  y-axis "${inMinutes ? 'minutes' : 'seconds'}" 0 --> ${Math.ceil(scaled(most))}`,
      `  bar [${shown.map((value) => scaled(value.seconds)).join(', ')}]`,
    ].join('\n'),
    lines: shown.map((value, index) => {
      const bar = '█'.repeat(Math.max(1, Math.round((value.seconds / most) * BAR_WIDTH)));
      return `${(labels[index] ?? '').padEnd(width)} ${bar.padEnd(BAR_WIDTH)} ${duration(value.seconds * 1000)}`;
    }),
  };
}
