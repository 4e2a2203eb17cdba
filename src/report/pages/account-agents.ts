import { type Block, code, heading, type Inline, text } from '../markdown.ts';
import { duration } from '../units.ts';
import { type AccountBuild, type Statistics, statisticsOf } from './account-figures.ts';
import { type Column, columnTable } from './column-table.ts';
import { ago, percent, STATUS_WORDS } from './words.ts';

/** The builds of one agent or image, newest first. */
type Group = {
  readonly name: string;
  readonly builds: readonly AccountBuild[];
  readonly statistics: Statistics;
};

/** Builds by agent, else by image; builds with neither are in no group. In the order of their newest builds. */
export function groupsOf(builds: readonly AccountBuild[]): Group[] {
  const byName = new Map<string, AccountBuild[]>();
  for (const build of builds) {
    if (build.name === undefined) continue;
    const known = byName.get(build.name);
    if (known) known.push(build);
    else byName.set(build.name, [build]);
  }
  return [...byName].map(([name, own]) => ({ name, builds: own, statistics: statisticsOf(own) }));
}

/** One row per agent, if there are several: first those with a failed last build, then by name. */
export function agentBlocks(builds: readonly AccountBuild[], at: number, most: number): Block[] {
  const groups = groupsOf(builds);
  if (groups.length < 2) return [];
  const sorted = groups.toSorted(
    (a, b) => Number(isBroken(b)) - Number(isBroken(a)) || (a.name < b.name ? -1 : 1),
  );
  const shown = sorted.slice(0, Math.max(1, most));
  return [heading(3, text('Agents')), ...columnTable(columnsAt(at), shown)];
}

function isBroken({ builds }: Group): boolean {
  const last = builds.find(({ status }) => status !== 'queued' && status !== 'running');
  return (
    last !== undefined &&
    (last.status === 'failed' || last.status === 'timed-out' || last.status === 'errored')
  );
}

function columnsAt(at: number): readonly Column<Group>[] {
  const seconds = (value: number | undefined): Inline[] =>
    value === undefined ? [] : [text(duration(value * 1000))];
  return [
    { title: 'Agent', cell: ({ name }) => [code(name, 60)], stays: true },
    { title: 'Builds', cell: ({ builds }) => [text(builds.length.toLocaleString('en-US'))], stays: true },
    {
      title: 'Succeeded',
      cell: ({ statistics: { successRate } }) =>
        successRate === undefined ? [] : [text(percent(successRate))],
      stays: true,
    },
    { title: 'Median', cell: ({ statistics }) => seconds(statistics.medianSeconds), stays: true },
    { title: '95th percentile', cell: ({ statistics }) => seconds(statistics.p95Seconds), stays: true },
    { title: 'Last build', cell: ({ builds }) => lastBuild(builds, at), stays: true },
    { title: 'Trend', cell: ({ builds }) => trendOf(builds) },
  ];
}

function lastBuild([last]: readonly AccountBuild[], at: number): Inline[] {
  return last === undefined ? [] : [text(`${STATUS_WORDS[last.status]}, ${ago(last.createdAt, at)}`)];
}

const BARS = '▁▂▃▄▅▆▇█';
/** More bars are not readable. */
const MOST_BARS = 20;

/** Oldest first: the duration of each successful build relative to the longest, `×` for a failed one. */
function trendOf(builds: readonly AccountBuild[]): Inline[] {
  const last = builds
    .filter(({ status, seconds }) => status !== 'succeeded' || seconds !== undefined)
    .filter(({ status }) => status !== 'queued' && status !== 'running' && status !== 'unknown')
    .slice(0, MOST_BARS)
    .toReversed();
  const longest = Math.max(
    ...last.map(({ status, seconds = 0 }) => (status === 'succeeded' ? seconds : 0)),
    1,
  );
  const bars = last.map(({ status, seconds = 0 }) =>
    status === 'succeeded'
      ? BARS[Math.min(BARS.length - 1, Math.floor((seconds / longest) * BARS.length))]
      : '×',
  );
  return bars.length < 2 ? [] : [code(bars.join(''), MOST_BARS)];
}
