import { type AgentRow, headlineOf, rowOf, sortRows } from '../agent-row.ts';
import { agentTable, FULL_TABLE, type TableDetail } from '../agent-table.ts';
import { timeline } from '../chart.ts';
import { factsOf } from '../facts.ts';
import { failureBlocks } from '../failure/blocks.ts';
import { leftBlocks } from '../left-blocks.ts';
import {
  type Block,
  code,
  fence,
  folded,
  heading,
  paragraph,
  renderWithin,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import type { RunResult } from '../result.ts';
import { resultSentence, STATES, shownState, subjectOf } from '../states.ts';
import { count } from '../units.ts';
import { SUMMARY_LIMIT } from '../write-summary.ts';

type Detail = {
  readonly lines: number;
  readonly facts: boolean;
  readonly charts: boolean;
  readonly nameLimit: number;
  /** Failures that are reported in full. */
  readonly failures: number;
  readonly table: TableDetail;
};

const ONCE: TableDetail = { ...FULL_TABLE, equalOnce: true };
const DETAILS: readonly Detail[] = [
  { lines: 40, facts: true, charts: true, nameLimit: 160, failures: 1_000, table: ONCE },
  { lines: 40, facts: true, charts: false, nameLimit: 160, failures: 1_000, table: ONCE },
  { lines: 20, facts: true, charts: false, nameLimit: 120, failures: 1_000, table: ONCE },
  { lines: 8, facts: false, charts: false, nameLimit: 80, failures: 1_000, table: ONCE },
  { lines: 0, facts: false, charts: false, nameLimit: 60, failures: 1_000, table: ONCE },
  { lines: 0, facts: false, charts: false, nameLimit: 40, failures: 100, table: { ...ONCE, links: false } },
];
const BYTES_A_LINE = 200;
const OPEN_LINES = 12;

/**
 * The job summary of a step that works on several agents: the comment's table, what failed in full, then a folded
 * block an agent. At most `maxBytes` of UTF-8.
 * @param results without secrets, one an agent
 */
export function renderAgentRuns(results: readonly RunResult[], maxBytes: number = SUMMARY_LIMIT): string {
  return renderWithin(DETAILS, maxBytes, (detail) => agentRunBlocks(results, detail));
}

function agentRunBlocks(results: readonly RunResult[], detail: Detail): Block[] {
  const sorted = sortRows(results.map((result) => ({ ...tableRow(result), result })));
  const urgent = sorted.map(({ result }) => result).filter(needsAttention);
  const more = urgent.length - detail.failures;
  return [
    heading(2, text(headlineOf(sorted))),
    ...agentTable(sorted, detail.table),
    ...urgent.slice(0, detail.failures).flatMap((result) => attentionBlocks(result, detail)),
    ...(more > 0 ? [paragraph(text(`${count(more, 'further failure')}: see the log.`))] : []),
    ...(detail.facts ? sorted.flatMap(({ result }) => foldedAgent(result, detail)) : []),
  ];
}

/** A teardown that deleted nothing has no preview. (In the comment the row is that of an earlier run's.) */
function tableRow(result: RunResult): AgentRow {
  const { preview, ...row } = rowOf(result);
  const isMissing = result.outcome === 'removed' && result.previewsDeleted?.length === 0;
  return preview === undefined || isMissing ? row : { ...row, preview };
}

function needsAttention({ outcome, previewsLeft = [] }: RunResult): boolean {
  return outcome === 'failed' || previewsLeft.length > 0;
}

function attentionBlocks(result: RunResult, { lines, nameLimit }: Detail): Block[] {
  const limits = { maxLines: lines, maxBytes: lines * BYTES_A_LINE, nameLimit, openLines: OPEN_LINES };
  return [
    heading(3, text(`${STATES[shownState(result)].icon} `), code(subjectOf(result), nameLimit)),
    ...failureBlocks(result, limits),
    ...leftBlocks(result.previewsLeft ?? [], nameLimit),
  ];
}

function foldedAgent(result: RunResult, detail: Detail): Block[] {
  const chart = detail.charts ? timeline(result) : undefined;
  const title = {
    icon: STATES[shownState(result)].icon,
    name: subjectOf(result),
    words: resultSentence(result).toLowerCase(),
  };
  return folded(title, [
    table(
      [[text('Cloud')], untrustedText(result.cloudTitle ?? result.cloud, detail.nameLimit)],
      factsOf(result, detail).map(([name, value]) => [[text(name)], value]),
    ),
    ...(chart === undefined ? [] : [fence(chart.split('\n'), 'mermaid')]),
  ]);
}
