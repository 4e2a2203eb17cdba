import { timeline } from './chart.ts';
import { factsOf } from './facts.ts';
import { failureBlocks } from './failure/blocks.ts';
import { leftBlocks } from './left-blocks.ts';
import {
  type Block,
  code,
  fence,
  heading,
  type Inline,
  link,
  paragraph,
  render,
  renderWithin,
  strong,
  table,
  text,
  untrustedText,
} from './markdown.ts';
import { rebuiltBlocks } from './rebuilt.ts';
import type { BuildStep, RunResult } from './result.ts';
import { resultSentence, STATES, shownState, subjectOf } from './states.ts';
import { count, duration } from './units.ts';
import { SUMMARY_LIMIT, writeSummary } from './write-summary.ts';

/** In the same chunk as the summary: a failed run needs both, faulty inputs neither. */
export { annotationOf } from './failure/annotation.ts';

type Detail = {
  readonly lines: number;
  readonly steps: number;
  readonly chart: boolean;
  readonly nameLimit: number;
};

const DETAILS: readonly Detail[] = [
  { lines: 60, steps: 200, chart: true, nameLimit: 300 },
  { lines: 40, steps: 50, chart: true, nameLimit: 160 },
  { lines: 20, steps: 20, chart: false, nameLimit: 120 },
  { lines: 5, steps: 5, chart: false, nameLimit: 80 },
  { lines: 0, steps: 0, chart: false, nameLimit: 40 },
];
const BYTES_A_LINE = 300;
/** Last lines of a failing step's log; those before are folded. */
const OPEN_LINES = 20;

/** The job summary of one run, as Markdown that GitHub and Gitea render alike; at most `maxBytes` of UTF-8. */
export function renderSummary(result: RunResult, maxBytes: number = SUMMARY_LIMIT): string {
  return renderWithin(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}

/** Adds to a summary what became known after the step; never throws. @param remarks without secrets */
export async function addRemarks(path: string | undefined, remarks: readonly string[]): Promise<void> {
  await writeSummary(path, render(remarks.map((remark) => paragraph(text('⚠️ '), ...untrustedText(remark)))));
}

function summaryBlocks(result: RunResult, detail: Detail): Block[] {
  const { icon } = STATES[shownState(result)];
  const facts = factsOf(result, detail);
  const chart = detail.chart ? timeline(result, { withSteps: false }) : undefined;
  const limits = {
    maxLines: detail.lines,
    maxBytes: detail.lines * BYTES_A_LINE,
    nameLimit: detail.nameLimit,
    openLines: OPEN_LINES,
  };
  const cloud = untrustedText(result.cloudTitle ?? result.cloud, detail.nameLimit);
  return [
    heading(
      2,
      text(`${icon} `),
      code(subjectOf(result), detail.nameLimit),
      text(` · ${resultSentence(result)}`),
    ),
    ...failureBlocks(result, limits),
    ...leftBlocks(result.previewsLeft ?? [], detail.nameLimit),
    table(
      [[text('Cloud')], cloud],
      facts.map(([name, value]) => [[text(name)], value]),
    ),
    ...rebuiltBlocks(result.rebuilt),
    ...stepBlocks(result.build?.steps ?? [], detail),
    ...(chart === undefined ? [] : [heading(3, text('Timeline')), fence(chart.split('\n'), 'mermaid')]),
    ...(result.commentTrouble === undefined
      ? []
      : [paragraph(text('⚠️ '), ...untrustedText(result.commentTrouble))]),
    ...linkBlocks(result),
  ];
}

function stepBlocks(steps: readonly BuildStep[], detail: Detail): Block[] {
  if (steps.length === 0 || detail.steps === 0) return [];
  const shown = steps.slice(0, detail.steps);
  const leftOut = steps.length - shown.length;
  const slowest = Math.max(...shown.map((step) => step.seconds ?? 0));
  return [
    heading(3, text('Dockerfile steps')),
    table(
      [[text('Step')], [text('Time')]],
      shown.map((step) => [[code(step.name, Math.min(detail.nameLimit, 160))], stepTime(step, slowest)]),
    ),
    ...(leftOut > 0 ? [paragraph(text(`${count(leftOut, 'further step')} left out.`))] : []),
  ];
}

/** The slowest step is bold: most time can be saved there. */
function stepTime(step: BuildStep, slowest: number): Inline[] {
  const time = step.seconds === undefined ? '' : duration(step.seconds * 1000);
  switch (step.state) {
    case 'cached':
      return [text('cached')];
    case 'failed':
      return [strong(text(`❌ failed${time && ` after ${time}`}`))];
    case 'cancelled':
      return [text(`cancelled${time && ` after ${time}`}`)];
    case 'running':
      return [text(time ? `${time}, not finished` : 'not finished')];
    case 'done':
      return [step.seconds === slowest && slowest >= 1 ? strong(text(time)) : text(time || '–')];
  }
}

function linkBlocks({ runUrl, commentUrl }: RunResult): Block[] {
  const links = [
    ...(runUrl === undefined ? [] : [link('Run', runUrl)]),
    ...(commentUrl === undefined ? [] : [link('Comment', commentUrl)]),
  ];
  if (links.length === 0) return [];
  return [paragraph(...links.flatMap((node, index) => (index === 0 ? [node] : [text(' · '), node])))];
}
