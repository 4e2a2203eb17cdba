import { timeline } from '../chart.ts';
import { factsOf, STATES, subjectOf } from '../facts.ts';
import { failureBlocks } from '../failure-blocks.ts';
import {
  type Block,
  code,
  fence,
  folded,
  heading,
  link,
  paragraph,
  renderWithin,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import type { RunResult } from '../result.ts';
import { utcMinute } from '../units.ts';

export type SectionOptions = {
  /** Milliseconds since the epoch: when the section was written. */
  readonly now?: number;
  /** UTF-8 bytes; detail is left out until the section fits. Not below 1,000. */
  readonly maxBytes?: number;
};

/** Four of these fit in one comment of 60,000 characters at full length; more share it by asking for less. */
const USUAL_BYTES = 14_000;

type Detail = { readonly lines: number; readonly chart: boolean; readonly nameLimit: number };

const DETAILS: readonly (Detail | 'heading')[] = [
  { lines: 40, chart: true, nameLimit: 160 },
  { lines: 40, chart: false, nameLimit: 160 },
  { lines: 20, chart: false, nameLimit: 120 },
  { lines: 8, chart: false, nameLimit: 80 },
  { lines: 0, chart: false, nameLimit: 40 },
  'heading',
];
/** A line of a log is seldom longer; lines that are make the excerpt shorter. */
const BYTES_A_LINE = 200;

/** One agent's or image's section of the comment, as Markdown without any marker (docs/comment.md). */
export function renderSection(result: RunResult, options: SectionOptions = {}): string {
  return renderWithin(DETAILS, options.maxBytes ?? USUAL_BYTES, (detail) => [
    ...titleBlocks(result, detail === 'heading' ? 40 : detail.nameLimit),
    ...(detail === 'heading' ? [] : bodyBlocks(result, detail)),
    ...footBlocks(result, options.now),
  ]);
}

function titleBlocks(result: RunResult, nameLimit: number): Block[] {
  const { icon, word } = STATES[result.outcome];
  const on = text(` · ${word} · `);
  return [
    heading(
      3,
      text(`${icon} `),
      code(subjectOf(result), nameLimit),
      on,
      ...untrustedText(result.cloudTitle ?? result.cloud, 40),
    ),
  ];
}

function bodyBlocks(result: RunResult, detail: Detail): Block[] {
  const [first, ...rest] = factsOf(result, detail);
  const chart = detail.chart && isOver(result) ? timeline(result) : undefined;
  const limits = {
    maxLines: detail.lines,
    maxBytes: detail.lines * BYTES_A_LINE,
    nameLimit: detail.nameLimit,
  };
  return [
    ...(first
      ? [
          table(
            [[text(first[0])], first[1]],
            rest.map(([name, value]) => [[text(name)], value]),
          ),
        ]
      : []),
    ...failureBlocks(result, limits),
    ...(chart === undefined ? [] : folded('Timeline', [fence(chart.split('\n'), 'mermaid')])),
  ];
}

function isOver(result: RunResult): boolean {
  return result.outcome !== 'building' && result.outcome !== 'deploying';
}

function footBlocks(result: RunResult, now: number | undefined): Block[] {
  const when = now === undefined ? undefined : utcMinute(now);
  const parts = [
    ...(result.runUrl === undefined ? [] : [link('Run and full log', result.runUrl)]),
    ...(when === undefined ? [] : [text(`updated ${when}`)]),
  ];
  if (parts.length === 0) return [];
  return [paragraph(...parts.flatMap((part, index) => (index === 0 ? [part] : [text(' · '), part])))];
}
