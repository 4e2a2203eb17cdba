import { factsOf } from '../facts.ts';
import { failureBlocks } from '../failure-blocks.ts';
import {
  type Block,
  code,
  folded,
  heading,
  type Inline,
  link,
  paragraph,
  renderWithin,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import type { RunResult } from '../result.ts';
import { resultSentence, STATES } from '../states.ts';
import { SUMMARY_LIMIT } from '../summary.ts';
import { oneLine } from '../text.ts';
import { count } from '../units.ts';

export type AgentsFacts = {
  readonly results: readonly RunResult[];
  /** Agents that did not change. */
  readonly unchanged: number;
  /** What they were compared with, or why all were taken. */
  readonly base?: string;
  readonly notice?: string;
  readonly commentUrl?: string;
};

/** How much is shown: log lines of a failure, and whose block is there besides the table's row. */
type Detail = {
  readonly lines: number;
  readonly blocks: 'all' | 'failed' | 'none';
  readonly rows: number;
  readonly nameLimit: number;
};

const DETAILS: readonly Detail[] = [
  { lines: 60, blocks: 'all', rows: 5_000, nameLimit: 200 },
  { lines: 20, blocks: 'all', rows: 5_000, nameLimit: 120 },
  { lines: 20, blocks: 'failed', rows: 5_000, nameLimit: 120 },
  { lines: 5, blocks: 'failed', rows: 5_000, nameLimit: 80 },
  { lines: 0, blocks: 'failed', rows: 5_000, nameLimit: 60 },
  { lines: 0, blocks: 'none', rows: 2_000, nameLimit: 40 },
  { lines: 0, blocks: 'none', rows: 200, nameLimit: 40 },
];
const BYTES_A_LINE = 300;

/** The job summary of a run of many agents: one table, then a folded block an agent; at most `maxBytes` of UTF-8. */
export function renderAgents(facts: AgentsFacts, maxBytes: number = SUMMARY_LIMIT): string {
  const results = facts.results.toSorted(compareResults);
  return renderWithin(DETAILS, maxBytes, (detail) => [
    heading(2, text(headline(facts))),
    ...(facts.notice === undefined ? [] : [paragraph(...untrustedText(facts.notice))]),
    ...tableBlocks(results, detail),
    ...results.flatMap((result) => agentBlocks(result, detail)),
    ...footBlocks(facts),
  ]);
}

const ORDER: readonly RunResult['outcome'][] = ['failed', 'cancelled', 'building', 'deploying', 'succeeded'];

/** Failed first, then cancelled, then those that are ready; within these by name. */
function compareResults(one: RunResult, other: RunResult): number {
  const rank = ({ outcome }: RunResult) => {
    const at = ORDER.indexOf(outcome);
    return at < 0 ? ORDER.length : at;
  };
  return rank(one) - rank(other) || ((one.agent ?? '') < (other.agent ?? '') ? -1 : 1);
}

function headline({ results, unchanged }: AgentsFacts): string {
  if (results.length === 0) return `Nothing to build: none of ${count(unchanged, 'agent')} changed`;
  const counts = new Map<RunResult['outcome'], number>();
  for (const { outcome } of results.toSorted(compareResults))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const [worst] = counts.keys();
  const icon = worst === undefined ? '' : `${STATES[worst].icon} `;
  return `${icon}Cloud builds: ${[...counts].map(([outcome, number]) => `${number} ${STATES[outcome].word}`).join(', ')}`;
}

function tableBlocks(results: readonly RunResult[], { rows, nameLimit }: Detail): Block[] {
  if (results.length === 0) return [];
  const shown = results.slice(0, rows);
  const left = results.length - shown.length;
  return [
    table(
      [[text('State')], [text('Agent')], [text('Cloud')], [text('Result')]],
      shown.map((result): Inline[][] => [
        [text(`${STATES[result.outcome].icon} ${STATES[result.outcome].word}`)],
        [code(result.agent ?? 'agent', nameLimit)],
        untrustedText(result.cloudTitle ?? result.cloud, 40),
        untrustedText(wordsOf(result), nameLimit * 2),
      ]),
    ),
    ...(left === 0 ? [] : [paragraph(text(`${count(left, 'further agent')}.`))]),
  ];
}

function wordsOf(result: RunResult): string {
  return result.outcome === 'failed' && result.failure !== undefined
    ? oneLine(result.failure.message, 300)
    : resultSentence(result);
}

function agentBlocks(result: RunResult, { blocks, lines, nameLimit }: Detail): Block[] {
  if (blocks === 'none' || (blocks === 'failed' && result.outcome !== 'failed')) return [];
  const [, ...facts] = factsOf(result, { nameLimit });
  const limits = { maxLines: lines, maxBytes: lines * BYTES_A_LINE, nameLimit };
  const failure = result.outcome === 'failed' ? failureBlocks(result, limits) : [];
  if (facts.length === 0 && failure.length === 0) return [];
  return folded(`${STATES[result.outcome].word} · ${result.agent ?? 'agent'}`, [
    ...failure,
    ...(facts.length === 0
      ? []
      : [
          table(
            [[text('Agent')], [code(result.agent ?? 'agent', nameLimit)]],
            facts.map(([name, value]) => [[text(name)], value]),
          ),
        ]),
  ]);
}

function footBlocks({ unchanged, base, results, commentUrl }: AgentsFacts): Block[] {
  const parts: Inline[][] = [
    ...(base === undefined ? [] : [[text('Compared with '), code(base), text('.')]]),
    ...(unchanged === 0 || results.length === 0
      ? []
      : [[text(`${count(unchanged, 'agent')} ${unchanged === 1 ? 'is' : 'are'} unchanged.`)]]),
    ...(commentUrl === undefined ? [] : [[link('Comment', commentUrl)]]),
  ];
  if (parts.length === 0) return [];
  return [paragraph(...parts.flatMap((part, at) => (at === 0 ? part : [text(' '), ...part])))];
}
