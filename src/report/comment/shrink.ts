import { bytesOf } from '../units.ts';
import { withoutCharts, withoutFolded, withShortFences } from './fold.ts';
import type { Section } from './marker.ts';

/** Detail is left out in this order: charts, folded parts, the log from its beginning. */
const LEVELS: readonly ((body: string) => string)[] = [
  withoutCharts,
  withoutFolded,
  (body) => withShortFences(body, 8),
  (body) => withShortFences(body, 3),
  (body) => withShortFences(body, 0),
];
/** The last resort, which also cuts the reason. */
const MINIMAL: readonly ((body: string) => string)[] = [
  (body) => firstBlocks(withShortFences(body, 0), 2),
  (body) => clipLine(firstBlocks(withShortFences(body, 0), 1)),
  () => '',
];

/** Bytes below which rendering again is of no use. */
const LEAST_RENDERED = 1_000;

type ShrinkOptions = {
  /** Whether the reason may go as well. */
  readonly bare: boolean;
};

/** The section with a body of at most `most` bytes, or the smallest there is. */
function shrink(section: Section, most: number, { bare }: ShrinkOptions): Section {
  if (bytesOf(section.body) <= most) return section;
  const bodies = [...LEVELS, ...(bare ? MINIMAL : [])].map((level) => () => level(section.body));
  const { within } = section;
  if (within && most >= LEAST_RENDERED) bodies.unshift(() => within(Math.floor(most)));
  let smaller = section;
  for (const body of bodies) {
    smaller = { ...section, body: body(), cut: true };
    if (bytesOf(smaller.body) <= most) break;
  }
  return smaller;
}

/** Each section gets an equal share of `room` bytes; what one does not use, the others get. Keeps the order. */
export function shrinkToShare(
  sections: readonly Section[],
  room: number,
  options: ShrinkOptions,
): readonly Section[] {
  const bySize = sections.toSorted((a, b) => bytesOf(a.body) - bytesOf(b.body) || (a.key < b.key ? -1 : 1));
  const shrunk = new Map<string, Section>();
  let left = room;
  for (const [index, section] of bySize.entries()) {
    const smaller = shrink(section, Math.max(0, left / (bySize.length - index)), options);
    left -= bytesOf(smaller.body);
    shrunk.set(section.key, smaller);
  }
  return sections.map((section) => shrunk.get(section.key) ?? section);
}

function firstBlocks(body: string, most: number): string {
  return body.split('\n\n').slice(0, most).join('\n\n');
}

/** Rendered headings are short; a longer one is a person's edit and is replaced. */
function clipLine(line: string): string {
  return line.length <= 300 ? line : '### Cloud build';
}
