/**
 * Docker's ignore rules (docs/context.md, rules 14, 15, 22 and 25).
 *
 * A path is judged by a walk from the root: each folder passes on which patterns matched it to its entries. Judging a
 * path alone gives other answers in rare cases.
 */
import { UserError } from '../../errors.ts';
import { type IgnoreLine, parseIgnoreFile } from './file.ts';
import { loadGoRegexp } from './go-regexp.ts';
import { compilePattern, type IgnorePattern, needsGoRegexp } from './pattern.ts';

/** The patterns of one ignore file, in its order. */
export type IgnoreRules = {
  readonly patterns: readonly IgnorePattern[];
  /** Whether excluded folders may be skipped; false if an exception has a wildcard, which can match anywhere. */
  readonly prunes: boolean;
};

/** Which patterns matched a folder: 1 at their index. The root's is all zeros. */
export type Matched = Uint8Array;

/** The limit for different patterns that need Go's regular expressions: each is compiled and tested on most files. */
const MOST_EXPRESSIONS = 2_000;

function tooMany(file: string, line = 1): UserError {
  return new UserError(
    `${file}:${line}: the ignore file has more than ${MOST_EXPRESSIONS} different patterns with several wildcards, classes or escapes.`,
    {
      hint: 'Use fewer patterns that cover more, or plain names of files and folders.',
      place: { file, line },
    },
  );
}

/**
 * Loads Go's regular expressions where a pattern needs them.
 *
 * @param content the file's bytes
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line
 */
export async function readIgnoreRules(content: Uint8Array | string, file: string): Promise<IgnoreRules> {
  const lines = parseIgnoreFile(content, file);
  const needing = new Map<string, number>();
  for (const { pattern, line } of lines) {
    if (!needing.has(pattern) && needsGoRegexp(pattern)) needing.set(pattern, line);
  }
  if (needing.size > MOST_EXPRESSIONS) throw tooMany(file, [...needing.values()][MOST_EXPRESSIONS]);
  const regexp = needing.size > 0 ? await loadGoRegexp() : undefined;
  // A file of half a million lines repeats itself.
  const compiled = new Map<string, IgnorePattern>();
  const compileOnce = (line: IgnoreLine): IgnorePattern => {
    const known = compiled.get(line.pattern);
    if (known !== undefined) return { ...known, ...line };
    const pattern = compilePattern(line, file, regexp);
    compiled.set(line.pattern, pattern);
    return pattern;
  };
  return ignoreRules(lines.map(compileOnce));
}

export function ignoreRules(patterns: readonly IgnorePattern[]): IgnoreRules {
  return { patterns, prunes: patterns.every(({ negated, reach }) => !negated || reach !== undefined) };
}

/**
 * The index of the pattern that excludes `path`, or -1 where it is kept.
 *
 * @param parent the patterns that matched its parent folder
 * @param own if `path` is a folder: receives its matched patterns, all zeros before
 */
export function excludedBy(rules: IgnoreRules, path: string, parent: Matched, own?: Matched): number {
  let excluding = -1;
  for (let index = 0; index < rules.patterns.length; index += 1) {
    const pattern = rules.patterns[index] as IgnorePattern;
    if (parent[index] !== 1) {
      // A pattern that is not tested counts as not matched, also for the entries below.
      if (pattern.negated !== excluding >= 0) continue;
      if (!pattern.matches(path)) continue;
    }
    if (own !== undefined) own[index] = 1;
    excluding = pattern.negated ? -1 : index;
  }
  return excluding;
}

/** Whether nothing below this excluded folder can be included again, so that it need not be read. */
export function canPrune(rules: IgnoreRules, folder: string): boolean {
  if (!rules.prunes) return false;
  const below = `${folder}/`;
  return !rules.patterns.some(({ negated, reach }) => negated && reach?.startsWith(below));
}
