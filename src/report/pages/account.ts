import { durationChart } from '../chart.ts';
import {
  type Block,
  code,
  fence,
  folded,
  heading,
  type Inline,
  paragraph,
  renderWithin,
  strong,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import { count, duration, short, size, utcMinute } from '../units.ts';
import { SUMMARY_LIMIT } from '../write-summary.ts';
import { agentBlocks, groupsOf } from './account-agents.ts';
import type { Account, AccountBuild, LivePreview, UndeployedSummary } from './account-figures.ts';
import { type Column, columnTable } from './column-table.ts';
import { ago, percent, STATUS_WORDS, timeLeft } from './words.ts';

const ROWS = [1000, 300, 100, 20, 0];

/** The job summary of `mode: report`: the account's builds, undeployed agents, live previews with their expiry. */
export function renderAccount(account: Account): string {
  return renderWithin(ROWS, SUMMARY_LIMIT, (rows) => accountBlocks(account, rows));
}

function accountBlocks(account: Account, rows: number): Block[] {
  const { cloud, only, builds, undeployed, previews, at, notes } = account;
  const of = only === undefined ? [] : [text(' · '), code(only, 80)];
  return [
    heading(2, text('Builds on '), ...untrustedText(cloud, 80), ...of),
    paragraph(...headline(account)),
    ...agentBlocks(builds, at, rows),
    ...chartBlocks(builds),
    ...section('Recent builds', builds, rows, (shown) => buildBlocks(shown, at)),
    ...section('Live previews', previews ?? [], rows, (shown) => [previewTable(shown, at)]),
    ...section('Built, but never deployed', undeployed ?? [], rows, (shown) => [undeployedTable(shown, at)]),
    ...notes.map((note) => paragraph(...untrustedText(note))),
    paragraph(text(`As of ${utcMinute(at) ?? 'now'}.`)),
  ];
}

function headline({ builds, statistics }: Account): Inline[] {
  const { judged, successRate, medianSeconds, p95Seconds } = statistics;
  if (builds.length === 0) return [text('There are no builds to show.')];
  const parts: Inline[][] = [[strong(text(count(builds.length, 'build')))]];
  if (successRate !== undefined) {
    const ended = judged === builds.length ? '' : ` of the ${judged.toLocaleString('en-US')} that ended`;
    parts.push([strong(text(percent(successRate))), text(` succeeded${ended}`)]);
  }
  if (medianSeconds !== undefined)
    parts.push([text('median '), strong(text(duration(medianSeconds * 1000)))]);
  if (p95Seconds !== undefined)
    parts.push([text('95th percentile '), strong(text(duration(p95Seconds * 1000)))]);
  return parts.flatMap((part, index) => (index === 0 ? part : [text(' · '), ...part]));
}

/**
 * Successful builds only, oldest first, and of one agent only: durations of failed builds or of several agents cannot
 * be compared.
 */
function chartBlocks(builds: readonly AccountBuild[]): Block[] {
  if (groupsOf(builds).length > 1) return [];
  const values = builds
    .filter(({ status }) => status === 'succeeded')
    .flatMap(({ tag, id, seconds }) =>
      seconds === undefined ? [] : [{ label: (tag ?? id).slice(0, 12), seconds }],
    )
    .toReversed();
  const chart = values.length < 2 ? undefined : durationChart(values);
  if (!chart) return [];
  return [
    heading(3, text('Duration of successful builds')),
    fence(chart.mermaid.split('\n'), 'mermaid'),
    ...folded('The same as text', [fence(chart.lines)]),
  ];
}

function section<T>(
  title: string,
  items: readonly T[],
  rows: number,
  blocksOf: (shown: readonly T[]) => readonly Block[],
): Block[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, rows);
  const more = items.length - shown.length;
  return [
    heading(3, text(title)),
    ...(shown.length === 0 ? [] : blocksOf(shown)),
    ...(more === 0 ? [] : [paragraph(text(`${more.toLocaleString('en-US')} more are not shown.`))]),
  ];
}

/** The columns depend on what the cloud knows of its builds. */
function buildBlocks(builds: readonly AccountBuild[], at: number): Block[] {
  const isTagged = builds.some(({ tag }) => tag !== undefined);
  const columns: readonly Column<AccountBuild>[] = [
    { title: 'Agent or image', cell: ({ name }) => known(name) },
    isTagged
      ? { title: 'Tag', cell: ({ tag }) => known(tag) }
      : { title: 'Build', cell: ({ id }) => known(id) },
    { title: 'Commit', cell: ({ commit }) => known(commit && short(commit)) },
    { title: 'Context', cell: ({ contextHash }) => known(contextHash && short(contextHash)) },
    { title: 'Dockerfile', cell: ({ dockerfile }) => known(dockerfile) },
    { title: 'Region', cell: ({ region }) => known(region) },
    { title: 'Image', cell: ({ imageBytes }) => (imageBytes === undefined ? [] : [text(size(imageBytes))]) },
    { title: 'Status', cell: ({ status }) => [text(STATUS_WORDS[status])], stays: true },
    {
      title: 'Took',
      cell: ({ seconds }) => (seconds === undefined ? [] : [text(duration(seconds * 1000))]),
      stays: true,
    },
    { title: 'When', cell: ({ createdAt }) => [text(ago(createdAt, at))], stays: true },
  ];
  return columnTable(columns, builds);
}

function previewTable(previews: readonly LivePreview[], at: number): Block {
  return table(
    ['Agent', 'Label', 'Status', 'Expires', 'Left'].map((title) => [text(title)]),
    previews.map(({ agent, label, status, expiresAt, byTtl }) => [
      knownOrDash(agent),
      knownOrDash(label),
      untrustedText(status, 40),
      [text(`${utcMinute(expiresAt ?? '') ?? '–'}${byTtl ? ' by preview-ttl' : ''}`)],
      [text(timeLeft(expiresAt, at))],
    ]),
  );
}

function undeployedTable(agents: readonly UndeployedSummary[], at: number): Block {
  return table(
    ['Agent', 'Builds', 'Latest', 'Status', 'When'].map((title) => [text(title)]),
    agents.map(({ agent, builds, latest }) => [
      knownOrDash(agent),
      [text(builds.toLocaleString('en-US'))],
      knownOrDash(latest.tag ?? latest.id),
      [text(STATUS_WORDS[latest.status])],
      [text(ago(latest.createdAt, at))],
    ]),
  );
}

function known(value: string | undefined): Inline[] {
  return value === undefined ? [] : [code(value, 60)];
}

function knownOrDash(value: string | undefined): Inline[] {
  return value === undefined ? [text('–')] : known(value);
}
