import { carriesError, isProgress } from '../../log-line.ts';
import type { LogExcerpt } from '../result.ts';
import { logLine } from '../text.ts';
import { bytesOf, count } from '../units.ts';

export type ExcerptLimits = {
  readonly maxLines: number;
  /** UTF-8 bytes of all lines with their line ends. */
  readonly maxBytes: number;
};

/** A line longer than this many characters is cut, with a mark. */
const LONGEST_LINE = 500;
/** So many lines at either end are read, however long the log is. */
const LOOKED_AT = 5000;

/**
 * The lines of a log that best explain its end: whole, in order, with unseen characters shown, and with the number of
 * lines left out at each gap. The whole log where it fits. Half of the space is for the end of the log, a quarter for
 * earlier lines that report an error, a quarter for its beginning; unused space goes to the end. Progress lines come
 * last. The lines for gaps are not counted.
 */
export function excerpt(log: readonly string[] | LogExcerpt, limits: ExcerptLimits): string[] {
  const { lines, numbers, total = lines.length }: LogExcerpt = 'lines' in log ? log : { lines: log };
  const chosen = choose(lines, limits);
  const numberOf = (index: number) => numbers?.[index] ?? index + 1;
  const shown: string[] = [];
  let next = 1;
  const mark = (upTo: number) => {
    if (upTo > next) shown.push(`… ${count(upTo - next, 'line')} left out …`);
  };
  for (const [index, line] of chosen) {
    mark(numberOf(index));
    shown.push(line);
    next = numberOf(index) + 1;
  }
  mark(total + 1);
  return shown;
}

type Room = { lines: number; bytes: number };

/** The chosen lines by their index, in the log's order. */
function choose(
  lines: readonly string[],
  { maxLines, maxBytes }: ExcerptLimits,
): readonly (readonly [number, string])[] {
  const chosen = new Map<number, string>();
  const left: Room = { lines: maxLines, bytes: maxBytes };
  const take = (indices: Iterable<number>, wanted: (line: string) => boolean, share: number) => {
    const limits = { lines: Math.floor(maxLines * share), bytes: maxBytes * share };
    for (const index of indices) {
      const line = lines[index] ?? '';
      if (chosen.has(index) || !wanted(line)) continue;
      const text = logLine(line, LONGEST_LINE);
      if (!fits(limits, left, bytesOf(text) + 1)) break;
      chosen.set(index, text);
    }
  };
  const isTelling = (line: string) => !isProgress(line);
  const anything = () => true;
  if (lines.length <= maxLines) take(lines.keys(), anything, 1);
  if (chosen.size === lines.length) return [...chosen];
  chosen.clear();
  Object.assign(left, { lines: maxLines, bytes: maxBytes });
  take(backwards(lines), isTelling, 1 / 2);
  take(backwards(lines), (line) => isTelling(line) && carriesError(line), 1 / 4);
  take(lines.slice(0, LOOKED_AT).keys(), isTelling, 1 / 4);
  take(backwards(lines), isTelling, 1);
  take(backwards(lines), anything, 1);
  return [...chosen].sort(([a], [b]) => a - b);
}

/** Subtracts one line from both; `false` where either has not enough left. */
function fits(share: Room, left: Room, bytes: number): boolean {
  const hasRoom = Math.min(share.lines, left.lines) >= 1 && Math.min(share.bytes, left.bytes) >= bytes;
  if (!hasRoom) return false;
  for (const room of [share, left]) {
    room.lines -= 1;
    room.bytes -= bytes;
  }
  return true;
}

function* backwards(lines: readonly string[]): Generator<number> {
  const first = Math.max(0, lines.length - LOOKED_AT);
  for (let index = lines.length - 1; index >= first; index -= 1) yield index;
}
