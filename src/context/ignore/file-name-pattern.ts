/** Patterns of a project file, as Python's `fnmatch` reads them, which Pipecat Cloud's own packer uses. */
import type { IgnorePattern } from './pattern.ts';

/**
 * A pattern that is tested on each name of a path and on the whole path, where `*` and `?` take slashes as well
 * (pipecatcloud 1.4.0, `_should_exclude`). It has no exceptions: `!` is a character.
 */
export function fileNamePattern({
  text,
  line,
}: {
  readonly text: string;
  readonly line: number;
}): IgnorePattern {
  const parts = partsOf(text);
  // The content of a matched folder is left out with it, so only the last name of a path has to be tested.
  const matches = (path: string) => fits(parts, path.slice(path.lastIndexOf('/') + 1)) || fits(parts, path);
  return { text, line, pattern: text, negated: false, matches, reach: undefined, quirk: undefined };
}

/** One part of a pattern: any characters, or a test of one. */
type Part = 'any' | ((character: string) => boolean);

function partsOf(pattern: string): readonly Part[] {
  const characters = Array.from(pattern);
  const parts: Part[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const end = character === '[' ? endOfClass(characters, at) : -1;
    if (character === '*') parts.push('any');
    else if (character === '?') parts.push(() => true);
    else if (end > 0) {
      parts.push(classOf(characters.slice(at + 1, end)));
      at = end;
    } else parts.push((one) => one === character);
  }
  return parts;
}

/** The index of the `]` that ends the class, which may itself begin with one; -1: the bracket is a character. */
function endOfClass(characters: readonly string[], start: number): number {
  let from = start + 1;
  if (characters[from] === '!') from += 1;
  if (characters[from] === ']') from += 1;
  return characters.indexOf(']', from);
}

function classOf(members: readonly string[]): Part {
  const isNegated = members[0] === '!';
  const set = isNegated ? members.slice(1) : members;
  const has = (one: string) => {
    for (let at = 0; at < set.length; at += 1) {
      const isRange = set[at + 1] === '-' && set[at + 2] !== undefined;
      const [low = '', high = ''] = [set[at], isRange ? set[at + 2] : set[at]];
      if (low <= one && one <= high) return true;
      if (isRange) at += 2;
    }
    return false;
  };
  return (one) => has(one) !== isNegated;
}

/** Backtracks only to the last `any`, so that the time is at most the pattern's length times the text's. */
function fits(parts: readonly Part[], text: string): boolean {
  const characters = Array.from(text);
  let part = 0;
  let at = 0;
  let retry: { readonly part: number; at: number } | undefined;
  while (at < characters.length) {
    const test = parts[part];
    if (test === 'any') {
      retry = { part, at };
      part += 1;
    } else if (test?.(characters[at] ?? '')) {
      part += 1;
      at += 1;
    } else if (retry) {
      retry.at += 1;
      part = retry.part + 1;
      at = retry.at;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === 'any');
}
