import { omitUndefined } from '../../omit-undefined.ts';
import type { AgentRow } from '../agent-row.ts';
import { countStates, headlineOf } from '../agent-row.ts';
import { agentTable, FULL_TABLE, type TableDetail } from '../agent-table.ts';
import { FOLD_END, foldOpening, render } from '../markdown.ts';
import { bytesOf, count } from '../units.ts';
import { type Entry, entriesOf, needsAttention } from './entries.ts';
import { COMMENT_MARKER, readSections, type Section, writeSection } from './marker.ts';
import { compareMarks, merge, type Sections } from './order.ts';
import { shrinkToShare } from './shrink.ts';

/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
export const COMMENT_LIMIT = 60_000;

const CUT_NOTE = 'Shortened: a comment has a limit. The job summary of each run has all of it.';

type Composed = {
  readonly body: string;
  /** The sections that are in it. */
  readonly shown: readonly Section[];
};

/** Whether the text is a comment of this action. Its author is checked elsewhere. */
export function isOurComment(text: string): boolean {
  return text.startsWith(COMMENT_MARKER);
}

/** The sections of a comment of ours. */
export function readComment(text: string): Sections {
  return merge(new Map(), readSections(text));
}

type Layout = TableDetail & {
  /** Rows keep only what the table shows, and reasons may be cut. */
  readonly bare: boolean;
};

const LAYOUTS: readonly Layout[] = [
  { ...FULL_TABLE, bare: false },
  { ...FULL_TABLE, equalOnce: true, bare: false },
];
const MINIMAL: Layout = { nameLimit: 40, equalOnce: true, links: false, bare: true };

/**
 * The comment with these sections: headline and table from their rows, then the failed ones, then all others folded.
 * The same sections always give the same text.
 */
export function composeComment(sections: Sections, limit: number = COMMENT_LIMIT): Composed {
  const all = entriesOf(sections.values());
  const whole = page(all, FULL_TABLE, 0);
  if (bytesOf(whole) <= limit) return { body: whole, shown: sectionsIn(all) };
  for (const layout of LAYOUTS) {
    const fitted = fitInto(all, layout, 0, limit);
    if (fitted !== undefined) return fitted;
  }
  return newestThatFit(all, limit);
}

function sectionsIn(entries: readonly Entry[]): Section[] {
  return entries.map(({ section }) => section);
}

/** The oldest sections are left out, as few as possible. */
function newestThatFit(all: readonly Entry[], limit: number): Composed {
  const byAge = all.toSorted(
    (a, b) => compareMarks(b.section.mark, a.section.mark) || (a.section.key < b.section.key ? -1 : 1),
  );
  const attempt = (most: number) => {
    const kept = new Set(byAge.slice(0, most));
    return fitInto(
      all.filter((entry) => kept.has(entry)),
      MINIMAL,
      all.length - kept.size,
      limit,
    );
  };
  let best = attempt(1) ?? { body: page([], MINIMAL, all.length), shown: [] };
  for (let fits = 1, over = all.length + 1; over - fits > 1; ) {
    const middle = Math.floor((fits + over) / 2);
    const tried = attempt(middle);
    if (tried === undefined) over = middle;
    else [fits, best] = [middle, tried];
  }
  return best;
}

/**
 * Failed sections get the space first, folded ones the rest. `undefined` where even the smallest version is too
 * large.
 */
function fitInto(
  entries: readonly Entry[],
  layout: Layout,
  leftOut: number,
  limit: number,
): Composed | undefined {
  const rows = layout.bare ? entries.map(minimalEntry) : entries;
  const empty = rows.map((entry) => ({ ...entry, section: { ...entry.section, body: '', cut: true } }));
  // Two line ends separate a body from its row.
  const available = limit - bytesOf(page(empty, layout, leftOut)) - 2 * rows.length - FOLD_ROOM;
  if (available < 0) return undefined;
  const urgent = rows.filter(needsAttention);
  const failed = shrinkToShare(sectionsIn(urgent), available, { bare: layout.bare });
  const left = available - sizeOf(failed);
  if (left < 0) return undefined;
  const others = shrinkToShare(sectionsIn(rows.filter((entry) => !needsAttention(entry))), left, {
    bare: true,
  });
  const byKey = new Map([...failed, ...others].map((section) => [section.key, section]));
  const fitted = rows.map((entry) => ({ ...entry, section: byKey.get(entry.section.key) ?? entry.section }));
  return { body: page(fitted, layout, leftOut), shown: sectionsIn(fitted) };
}

/** For the lines that open and end the fold around all folded sections. */
const FOLD_ROOM = 200;

function sizeOf(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + bytesOf(section.body), 0);
}

/** Without what the barest table does not show. */
function minimalEntry({ section, ...row }: Entry): Entry {
  const { state, agent, cloud, preview, left, built, seconds, unnamed, step } = row;
  const bare = omitUndefined<AgentRow>({
    state,
    agent,
    cloud,
    preview,
    left,
    built,
    seconds,
    unnamed,
    step,
  });
  const keyed = row.key === undefined ? bare : { ...bare, key: row.key };
  return {
    ...keyed,
    section: { ...section, ...(section.row === undefined ? {} : { row: bare }), cut: true },
  };
}

/** So many rows and the first failure are visible without scrolling; a few more rows are not folded. */
const MOST_ROWS = 10;
const ROWS_WITHOUT_FOLD = 15;
const FOLDS_WITHOUT_FOLD = 3;

function page(entries: readonly Entry[], detail: TableDetail, leftOut: number): string {
  const isLong = entries.length > ROWS_WITHOUT_FOLD;
  const shown = isLong ? entries.slice(0, MOST_ROWS) : entries;
  const more = entries.slice(shown.length);
  const others = entries.filter((entry) => !needsAttention(entry));
  const notes = [
    ...(entries.some(({ section }) => section.cut) ? [CUT_NOTE] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'further agent')} left out, the oldest ones.`] : []),
  ];
  return [
    COMMENT_MARKER,
    `## ${headlineOf(entries)}`,
    ...tableOf(shown, detail),
    ...entries.filter(needsAttention).map(({ section }) => writeSection(section)),
    ...(more.length === 0
      ? []
      : foldAround(`${more.length} more: ${countStates(more).words}`, tableOf(more, detail))),
    ...foldedSections(others),
    ...notes,
  ].join('\n\n');
}

function tableOf(entries: readonly Entry[], detail: TableDetail): string[] {
  return entries.length === 0 ? [] : [render(agentTable(entries, detail)).trim()];
}

function foldedSections(entries: readonly Entry[]): string[] {
  const written = entries.map(({ section }) => writeSection(section));
  const withBody = entries.filter(({ section }) => section.body.trim() !== '');
  const isPlain =
    withBody.length <= FOLDS_WITHOUT_FOLD && withBody.every(({ section }) => section.row !== undefined);
  return isPlain ? written : foldAround(`Details of ${count(withBody.length, 'agent')}`, written);
}

function foldAround(title: string, parts: readonly string[]): string[] {
  return [foldOpening(title), ...parts, FOLD_END];
}
