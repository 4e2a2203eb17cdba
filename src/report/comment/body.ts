import { bytesOf, count } from '../units.ts';
import { COMMENT_MARKER, readSections, type Section, writeSection } from './marker.ts';
import { compareMarks, merge, type Sections } from './order.ts';

/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
export const COMMENT_LIMIT = 60_000;

const TITLE = '## ☁️ Cloud builds';
const CUT_NOTE =
  'Some sections are shortened: a comment has a limit. The job summary of each run has all of it.';

export type Composed = {
  readonly body: string;
  /** The sections that are in it. */
  readonly shown: readonly Section[];
};

/** Whether the text is a comment of this action; whose it is, its author says. */
export function isOurComment(text: string): boolean {
  return text.startsWith(COMMENT_MARKER);
}

/** The sections of a comment of ours. */
export function readComment(text: string): Sections {
  return merge(new Map(), readSections(text));
}

/** The comment with these sections, by key. The same sections give the same text, whoever composes it. */
export function composeComment(sections: Sections, limit: number = COMMENT_LIMIT): Composed {
  const all = [...sections.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const whole = page(all, 0);
  if (bytesOf(whole) <= limit) return { body: whole, shown: all };
  const shown = fitting(all, limit);
  return { body: page(shown, all.length - shown.length), shown };
}

function page(sections: readonly Section[], leftOut: number): string {
  const notes = [
    ...(sections.some(({ cut }) => cut) ? [CUT_NOTE] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'further section')} left out, the oldest ones.`] : []),
  ];
  return [COMMENT_MARKER, TITLE, ...sections.map(writeSection), ...notes].join('\n\n');
}

/** Each gets an equal share; what one does not use, the others get. */
function fitting(all: readonly Section[], limit: number): Section[] {
  const room = limit - bytesOf(page([], 0)) - bytesOf(CUT_NOTE) - 100;
  for (let kept = newest(all, all.length); ; kept = newest(kept, Math.floor(kept.length * 0.95))) {
    const shrunk = shrinkToShare(kept, room);
    if (kept.length <= 1 || sizeOf(shrunk) <= room) return shrunk;
  }
}

function newest(sections: readonly Section[], most: number): Section[] {
  if (sections.length <= most) return [...sections];
  const byAge = sections.toSorted((a, b) => compareMarks(b.mark, a.mark) || (a.key < b.key ? -1 : 1));
  const kept = new Set(byAge.slice(0, most));
  return sections.filter((section) => kept.has(section));
}

function shrinkToShare(sections: readonly Section[], room: number): Section[] {
  const bySize = sections.toSorted((a, b) => written(a) - written(b));
  const shrunk = new Map<string, Section>();
  let left = room;
  for (const [index, section] of bySize.entries()) {
    const share = left / (bySize.length - index);
    const smaller = shrink(section, share);
    left -= written(smaller);
    shrunk.set(section.key, smaller);
  }
  return sections.map((section) => shrunk.get(section.key) ?? section);
}

function sizeOf(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + written(section), 0);
}

/** Bytes with markers and the blank line between sections. */
function written(section: Section): number {
  return bytesOf(writeSection(section)) + 2;
}

/** Detail goes from the least to the most wanted: what is folded, logs, all but heading and link, the link. */
const LEVELS: readonly ((body: string) => string)[] = [
  (body) => without(body, ['folded']),
  (body) => without(body, ['folded', 'fenced']),
  headingAndLink,
  (body) => clipLine(body.split('\n', 1)[0] ?? ''),
];

/** Less than this is no room for a rendering of its own. */
const LEAST_RENDERED = 1_000;

function shrink(section: Section, most: number): Section {
  if (written(section) <= most) return section;
  const room = most - (written(section) - bytesOf(section.body));
  const bodies = LEVELS.map((level) => () => level(section.body));
  const { within } = section;
  if (within && room >= LEAST_RENDERED) bodies.unshift(() => within(room));
  let smaller = section;
  for (const body of bodies) {
    smaller = { ...section, body: body(), cut: true };
    if (written(smaller) <= most) break;
  }
  return smaller;
}

type Part = 'folded' | 'fenced';

/** Line by line, because what looks like HTML inside a fence is text, and a fence must go with its end. */
function without(body: string, parts: readonly Part[]): string {
  const kept: string[] = [];
  let fence: string | undefined;
  let depth = 0;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && line.startsWith('<details>')) depth += 1;
    const isFenced = fence !== undefined || mark !== undefined;
    const goes = (depth > 0 && parts.includes('folded')) || (isFenced && parts.includes('fenced'));
    if (!goes) kept.push(line);
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    if (fence === undefined && line.startsWith('</details>')) depth = Math.max(0, depth - 1);
  }
  return kept.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** The last paragraph of a section links to its run. */
function headingAndLink(body: string): string {
  const heading = clipLine(body.split('\n', 1)[0] ?? '');
  const last = without(body, ['folded', 'fenced']).trim().split('\n').at(-1) ?? '';
  return last.startsWith('[') && bytesOf(last) <= 700 ? `${heading}\n\n${last}` : heading;
}

/** Rendered headings are short; one that is not (a person's edit) says nothing that a cut could not break. */
function clipLine(line: string): string {
  return line.length <= 300 ? line : '### Cloud build';
}
