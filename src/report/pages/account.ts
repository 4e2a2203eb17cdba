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
import { SUMMARY_LIMIT } from '../summary.ts';
import { count, duration, short, utcMinute } from '../units.ts';
import type { Account, AccountBuild, LivePreview, UndeployedSummary } from './account-figures.ts';

const ROWS = [1000, 300, 100, 20, 0];

/** The job summary of `mode: report`: how the account's builds fare, what is not deployed, what runs and until when. */
export function renderAccount(account: Account): string {
  return renderWithin(ROWS, SUMMARY_LIMIT, (rows) => accountBlocks(account, rows));
}

function accountBlocks(account: Account, rows: number): Block[] {
  const { cloud, only, builds, undeployed, previews, at, notes } = account;
  const of = only === undefined ? [] : [text(' · '), code(only, 80)];
  return [
    heading(2, text('Builds on '), ...untrustedText(cloud, 80), ...of),
    paragraph(...headline(account)),
    ...chartBlocks(builds),
    ...section('Recent builds', builds, rows, (shown) => buildTable(shown, at)),
    ...section('Live previews', previews ?? [], rows, (shown) => previewTable(shown, at)),
    ...section('Built, but never deployed', undeployed ?? [], rows, (shown) => undeployedTable(shown, at)),
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

/** Never rounded up to 100 or down to 0: one failure in a thousand is one. */
function percent(rate: number): string {
  const whole = Math.round(rate * 100);
  if (whole === 100 && rate < 1) return 'over 99%';
  return whole === 0 && rate > 0 ? 'under 1%' : `${whole}%`;
}

/** Successful builds only, oldest first: what a failed one took says where it failed. */
function chartBlocks(builds: readonly AccountBuild[]): Block[] {
  const values = builds
    .filter(({ status }) => status === 'succeeded')
    .flatMap(({ tag, id, seconds }) =>
      seconds === undefined ? [] : [{ label: (tag ?? id).slice(0, 7), seconds }],
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
  tableOf: (shown: readonly T[]) => Block,
): Block[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, rows);
  const more = items.length - shown.length;
  return [
    heading(3, text(title)),
    ...(shown.length === 0 ? [] : [tableOf(shown)]),
    ...(more === 0 ? [] : [paragraph(text(`${more.toLocaleString('en-US')} more are not shown.`))]),
  ];
}

const STATUS_WORDS: Readonly<Record<AccountBuild['status'], string>> = {
  queued: '⏳ queued',
  running: '⏳ running',
  succeeded: '✅ succeeded',
  failed: '❌ failed',
  cancelled: '⏹ cancelled',
  'timed-out': '❌ timed out',
  errored: '❌ error of the cloud',
  unknown: '❔ unknown',
};

function buildTable(builds: readonly AccountBuild[], at: number): Block {
  return table(
    ['Agent or image', 'Tag', 'Commit', 'Status', 'Took', 'When'].map((title) => [text(title)]),
    builds.map(({ name, tag, commit, status, seconds, createdAt }) => [
      known(name),
      known(tag),
      known(commit === undefined ? undefined : short(commit)),
      [text(STATUS_WORDS[status])],
      [text(seconds === undefined ? '–' : duration(seconds * 1000))],
      [text(ago(createdAt, at))],
    ]),
  );
}

function previewTable(previews: readonly LivePreview[], at: number): Block {
  return table(
    ['Agent', 'Label', 'Status', 'Expires', 'Left'].map((title) => [text(title)]),
    previews.map(({ agent, label, status, expiresAt, byTtl }) => [
      known(agent),
      known(label),
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
      known(agent),
      [text(builds.toLocaleString('en-US'))],
      known(latest.tag ?? latest.id),
      [text(STATUS_WORDS[latest.status])],
      [text(ago(latest.createdAt, at))],
    ]),
  );
}

function known(value: string | undefined): Inline[] {
  return [value === undefined ? text('–') : code(value, 60)];
}

const DAY_MS = 86_400_000;

/** `3h 5m ago`, and from two days on the date. */
function ago(time: string | undefined, at: number): string {
  const ms = at - Date.parse(time ?? '');
  if (Number.isNaN(ms)) return '–';
  if (ms >= 2 * DAY_MS) return utcMinute(time ?? '') ?? '–';
  return ms < 1000 ? 'now' : `${duration(ms)} ago`;
}

function timeLeft(expiresAt: string | undefined, at: number): string {
  const ms = Date.parse(expiresAt ?? '') - at;
  if (Number.isNaN(ms)) return '–';
  if (ms <= 0) return 'expired';
  return ms >= 2 * DAY_MS ? count(Math.floor(ms / DAY_MS), 'day') : duration(ms);
}
