/**
 * Docker's ignore rules (docs/context.md, rules 14, 15, 22 and 25).
 *
 * The verdict on a path is that of a walk from the root: each folder remembers which patterns matched it,
 * and hands this to what lies in it. Asking about a path alone gives other answers in rare cases.
 */
import { UserError } from '../../errors.ts';
import { type IgnoreLine, parseIgnoreFile } from './file.ts';
import { loadGoRegexp } from './go-regexp.ts';
import { compilePattern, type IgnorePattern, needsGoRegexp } from './pattern.ts';

/** The patterns of one ignore file, in its order. */
export type IgnoreRules = {
  readonly patterns: readonly IgnorePattern[];
  /** An exception with a wildcard can match anywhere, so no excluded folder may be skipped. */
  readonly prunes: boolean;
};

/** Which patterns matched a folder: 1 at their index. The root's is all zeros. */
export type Matched = Uint8Array;

/** Different patterns that are Go's regular expressions: each is compiled, and asked about most files, one by one. */
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
 * @param parent what matched the folder it lies in
 * @param own where `path` is a folder: receives what its entries need, all zeros before
 */
export function excludedBy(rules: IgnoreRules, path: string, parent: Matched, own?: Matched): number {
  let excluding = -1;
  for (let index = 0; index < rules.patterns.length; index += 1) {
    const pattern = rules.patterns[index] as IgnorePattern;
    if (parent[index] !== 1) {
      // Not asked means not matched, for what lies below as well.
      if (pattern.negated !== excluding >= 0) continue;
      if (!pattern.matches(path)) continue;
    }
    if (own !== undefined) own[index] = 1;
    excluding = pattern.negated ? -1 : index;
  }
  return excluding;
}

/** Whether nothing below this excluded folder can be brought back, so that it need not be read. */
export function canPrune(rules: IgnoreRules, folder: string): boolean {
  if (!rules.prunes) return false;
  const below = `${folder}/`;
  return !rules.patterns.some(({ negated, reach }) => negated && reach?.startsWith(below));
}
