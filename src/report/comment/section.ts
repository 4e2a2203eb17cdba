import { rowOf } from '../agent-row.ts';
import { timeline } from '../chart.ts';
import { type Fact, factsOf } from '../facts.ts';
import { failureBlocks } from '../failure/blocks.ts';
import { leftBlocks } from '../left-blocks.ts';
import { type Block, code, fence, folded, heading, renderWithin, table, text } from '../markdown.ts';
import type { RunResult } from '../result.ts';
import { resultSentence, STATES, shownState, subjectOf } from '../states.ts';
import { utcMinute } from '../units.ts';
import type { Section } from './marker.ts';

type SectionOptions = {
  /** Milliseconds since the epoch: when the section was written. */
  readonly now?: number;
  /** UTF-8 bytes; detail is left out until the section fits. Not below 1,000. */
  readonly maxBytes?: number;
};

/** Four of these fit in one comment of 60,000 characters at full length; with more, each gets less. */
const USUAL_BYTES = 14_000;

type Detail = {
  readonly lines: number;
  readonly facts: boolean;
  readonly chart: boolean;
  readonly nameLimit: number;
};

/** The reason stays longest: folded parts are left out before the log, and the log is cut from its beginning. */
const DETAILS: readonly Detail[] = [
  { lines: 40, facts: true, chart: true, nameLimit: 160 },
  { lines: 40, facts: true, chart: false, nameLimit: 160 },
  { lines: 40, facts: false, chart: false, nameLimit: 160 },
  { lines: 20, facts: false, chart: false, nameLimit: 120 },
  { lines: 8, facts: false, chart: false, nameLimit: 80 },
  { lines: 3, facts: false, chart: false, nameLimit: 60 },
  { lines: 0, facts: false, chart: false, nameLimit: 40 },
];
/** Log lines are seldom longer; longer ones make the excerpt shorter. */
const BYTES_A_LINE = 200;
/** So that several failures are visible without much scrolling. */
const OPEN_LINES = 12;

/**
 * One agent's or image's section: its row for the table, and below the table what needs a person (why it failed) in
 * full and everything else folded (docs/comment.md).
 * @param result without secrets
 */
export function sectionOf(result: RunResult, of: Pick<Section, 'key' | 'mark'>): Section {
  const now = of.mark.at;
  return {
    ...of,
    state: shownState(result),
    row: rowOf(result),
    body: renderSection(result, { now }),
    cut: false,
    within: (maxBytes) => renderSection(result, { now, maxBytes }),
  };
}

/** The section's text without its row, as Markdown without any marker. */
export function renderSection(result: RunResult, options: SectionOptions = {}): string {
  return renderWithin(DETAILS, options.maxBytes ?? USUAL_BYTES, (detail) => [
    ...attentionBlocks(result, detail),
    ...(detail.facts ? foldedFacts(result, detail, options.now) : []),
  ]);
}

/** The part that is visible without unfolding. */
function attentionBlocks(result: RunResult, { lines, nameLimit }: Detail): Block[] {
  const { icon } = STATES[shownState(result)];
  const blocks = [
    ...failureBlocks(result, {
      maxLines: lines,
      maxBytes: lines * BYTES_A_LINE,
      nameLimit,
      openLines: OPEN_LINES,
    }),
    ...leftBlocks(result.previewsLeft ?? [], nameLimit),
  ];
  return blocks.length === 0
    ? []
    : [heading(3, text(`${icon} `), code(subjectOf(result), nameLimit)), ...blocks];
}

function foldedFacts(result: RunResult, detail: Detail, now: number | undefined): Block[] {
  const when = now === undefined ? undefined : utcMinute(now);
  const facts = factsOf(result, detail);
  const rows: Fact[] = [...facts, ...(when === undefined ? [] : [['Updated', [text(when)]] as Fact])];
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const chart = detail.chart ? timeline(result) : undefined;
  const title = { icon: STATES[shownState(result)].icon, name: subjectOf(result), words: titleWords(result) };
  return folded(title, [
    table(
      [[text(first[0])], first[1]],
      rest.map(([name, value]) => [[text(name)], value]),
    ),
    ...(chart === undefined ? [] : [fence(chart.split('\n'), 'mermaid')]),
  ]);
}

function titleWords(result: RunResult): string {
  return resultSentence(result).toLowerCase();
}
