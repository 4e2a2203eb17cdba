/** Reading an ignore file: which one, and its lines as patterns (docs/context.md, rules 1, 2 and 9 to 13). */
import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import { type PathRules, withSlashes } from '../../path-inside.ts';
import { bytesOf, decode } from './encoding.ts';

/** One pattern as read, before it is compiled. */
export type IgnoreLine = {
  /** As its author wrote it, trimmed. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Cleaned; without `!`. */
  readonly pattern: string;
  /** Began with `!`: includes again what earlier patterns exclude. */
  readonly negated: boolean;
};

/** Docker's reader fails at a line that fills its buffer of 64 KiB. */
const LONGEST_LINE = 64 * 1024 - 1;

/**
 * @param content read as UTF-8, as Docker does, in any encoding
 * @param file for errors: relative to the workspace
 * @param rules of the platform: on Windows `\` separates names in patterns, as for Docker there
 * @throws UserError with file and line for a line that Docker refuses
 */
export function parseIgnoreFile(content: Uint8Array | string, file: string, rules?: PathRules): IgnoreLine[] {
  const lines: IgnoreLine[] = [];
  // Lines of a very long file repeat.
  const known = new Map<string, ReturnType<typeof parseLine>>();
  const parsed = (raw: string) => {
    if (!known.has(raw)) known.set(raw, parseLine(raw, rules));
    return known.get(raw);
  };
  decode(content)
    .split('\n')
    .forEach((raw, index) => {
      const line = index + 1;
      if (raw.length * 3 > LONGEST_LINE && bytesOf(raw).length > LONGEST_LINE) {
        throw new UserError(`${file}:${line}: the line is longer than 64 KiB, which Docker refuses too.`, {
          place: { file, line },
        });
      }
      const read = parsed(index === 0 ? raw.replace(/^\uFEFF/, '') : raw);
      if (read === undefined) return;
      if (read.pattern === '') {
        throw new UserError(
          `${file}:${line}: "${trim(raw)}" brings back nothing: a pattern must follow the "!".`,
          {
            place: { file, line },
          },
        );
      }
      lines.push({ ...read, line });
    });
  return lines;
}

/** An empty pattern means Docker's error "illegal exclusion pattern". */
function parseLine(raw: string, rules?: PathRules): Omit<IgnoreLine, 'line'> | undefined {
  if (raw.startsWith('#')) return undefined;
  const text = trim(raw);
  if (text === '') return undefined;
  const bang = text.startsWith('!');
  const rest = withSlashes(bang ? trim(text.slice(1)) : text, rules);
  const anchored = rest === '' ? '' : clean(rest);
  const relative = anchored.length > 1 && anchored.startsWith('/') ? anchored.slice(1) : anchored;

  // The matcher trims, cleans and looks for "!" a second time, so `/!x` includes x again.
  const again = trim(bang ? `!${relative}` : relative);
  if (again === '') return undefined;
  const pattern = clean(again);
  const negated = pattern.startsWith('!');
  return { text, pattern: negated ? pattern.slice(1) : pattern, negated };
}

/** Go's notion of white space: Unicode's, where JavaScript's `trim` adds U+FEFF and lacks U+0085. */
function trim(text: string): string {
  // Not by one regular expression: it would search the end of the line at each blank.
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isSpace(unit = ''): boolean {
  // The most frequent case.
  if (unit > ' ' && unit < '\u007F') return false;
  return /\p{White_Space}/u.test(unit);
}

/** The shortest equal path, as Go's `path.Clean`: no doubled, trailing or `.` parts, `a/..` collapsed. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
