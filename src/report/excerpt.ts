import { logLine } from './text.ts';
import { bytesOf, count } from './units.ts';

export type ExcerptLimits = {
  readonly maxLines: number;
  /** UTF-8 bytes of all lines with their line ends. */
  readonly maxBytes: number;
};

/** A line longer than this many characters is cut, with a mark. */
const LONGEST_LINE = 500;
/** The end of a log says why it failed; its beginning says what was tried. */
const TAIL_SHARE = 3 / 4;

/**
 * The beginning and the end of a log in whole lines, made visible, with the count of what was left out between:
 * all of it where it fits. The mark comes on top of the limits. Only lines near the ends are looked at.
 */
export function excerpt(lines: readonly string[], limits: ExcerptLimits): string[] {
  const tailLines = Math.ceil(limits.maxLines * TAIL_SHARE);
  const everything = takeWithin(lines.length, limits.maxLines, limits.maxBytes, (index) => lines[index]);
  if (everything.length === lines.length) return everything;
  const tail = takeWithin(lines.length, tailLines, limits.maxBytes * TAIL_SHARE, (i) => lines.at(-1 - i));
  const head = takeWithin(
    lines.length - tail.length,
    limits.maxLines - tail.length,
    limits.maxBytes - weigh(tail),
    (index) => lines[index],
  );
  const leftOut = lines.length - head.length - tail.length;
  if (leftOut === 0) return [...head, ...tail.reverse()];
  return [...head, `… ${count(leftOut, 'line')} left out …`, ...tail.reverse()];
}

function takeWithin(
  available: number,
  maxLines: number,
  maxBytes: number,
  at: (index: number) => string | undefined,
): string[] {
  const taken: string[] = [];
  let bytes = 0;
  for (let index = 0; index < Math.min(available, maxLines); index += 1) {
    const line = logLine(at(index) ?? '', LONGEST_LINE);
    bytes += bytesOf(line) + 1;
    if (bytes > maxBytes) break;
    taken.push(line);
  }
  return taken;
}

function weigh(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + bytesOf(line) + 1, 0);
}
