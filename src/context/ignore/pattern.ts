/** From an ignore line to a test on paths (docs/context.md, rules 16 to 21). */
import { UserError } from '../../errors.ts';
import { bytesOf, hasLoneBytes, withReplacements } from './encoding.ts';
import type { IgnoreLine } from './file.ts';
import type { GoRegexp } from './go-regexp.ts';

/** A compiled line of an ignore file. */
export type IgnorePattern = IgnoreLine & {
  /** Whether the pattern matches exactly this path; the caller handles parent folders. */
  readonly matches: (path: string) => boolean;
  /**
   * Where an exception can include something again: at or below this path, which ends with a slash. Undefined: a
   * wildcard, so anywhere (moby's and fsutil's rule; docs/context.md, rule 25).
   */
  readonly reach: string | undefined;
  /** The character whose meaning the author may not expect (docs/context.md, rule 20). */
  readonly quirk: string | undefined;
};

/** Whether `compilePattern` needs Go's regular expressions for this pattern. */
export function needsGoRegexp(pattern: string): boolean {
  const { form, native } = expressionOf(pattern);
  return form === 'regexp' && native === undefined;
}

/**
 * @param file for errors: relative to the workspace
 * @param regexp not needed where `needsGoRegexp` is false
 * @throws UserError with file and line for a pattern that Docker refuses when it reads or first uses it
 */
export function compilePattern(line: IgnoreLine, file: string, regexp?: GoRegexp): IgnorePattern {
  try {
    checkGlob(line.pattern);
    const { matches, quirk } = compile(line.pattern, regexp);
    return { ...line, matches, reach: reachOf(line.pattern), quirk };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'invalid pattern';
    throw new UserError(`${file}:${line.line}: Docker cannot read the pattern "${line.text}": ${reason}.`, {
      hint: 'Put a backslash before a character that is meant as itself.',
      place: { file, line: line.line },
      cause: error,
    });
  }
}

function reachOf(pattern: string): string | undefined {
  const prefix = pattern.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
  return /[*[\]?^\\]/.test(prefix) ? undefined : `${prefix}/`;
}

/**
 * Docker first calls Go's `filepath.Match` with the pattern and ".", only for its errors. That function reads the
 * pattern up to the next `*`, and one part more if the first matches the dot.
 */
function checkGlob(pattern: string): void {
  const [first, rest] = untilStar(pattern);
  if (isDot(first)) isDot(untilStar(rest)[0]);
}

/** Without leading stars; a star in brackets is a character. */
function untilStar(pattern: string): [part: string, rest: string] {
  const bare = pattern.replace(/^\*+/, '');
  const part = /^(?:\\.|\\$|\[(?:\\.|\\$|[^\]\\])*(?:\]|$)|[^*\\[])*/s.exec(bare)?.[0] ?? '';
  return [part, bare.slice(part.length)];
}

/** Whether a part without stars matches "."; reads the whole part to find its errors. */
function isDot(part: string): boolean {
  const chars = Array.from(part);
  let length = 0;
  let dot = false;
  for (let at = 0; at < chars.length; length += 1) {
    if (chars[at] === '[') {
      [at, dot] = classWithDot(chars, at + 1);
    } else {
      if (chars[at] === '\\') at += 1;
      if (at === chars.length) throw new SyntaxError('it ends in a backslash');
      dot = chars[at] === '.' || (chars[at] === '?' && chars[at - 1] !== '\\');
      at += 1;
    }
  }
  return dot && length === 1;
}

/** `from` is the index after `[`; returns the index after its `]`, and whether the class has a dot. */
function classWithDot(chars: readonly string[], from: number): [end: number, dot: boolean] {
  const negated = chars[from] === '^';
  let at = negated ? from + 1 : from;
  let found = false;
  for (let members = 0; members === 0 || chars[at] !== ']'; members += 1) {
    at = endOfMember(chars, at);
    const low = chars[at - 1] ?? '';
    if (chars[at] === '-') at = endOfMember(chars, at + 1);
    found ||= low <= '.' && '.' <= (chars[at - 1] ?? '');
  }
  return [at + 1, found !== negated];
}

function endOfMember(chars: readonly string[], from: number): number {
  const char = chars[from];
  if (char === '-' || char === ']') throw new SyntaxError(`"${char}" stands where "[" needs a character`);
  const end = char === '\\' ? from + 2 : from + 1;
  if (end >= chars.length) throw new SyntaxError('a "[" is not closed');
  if (hasLoneBytes(chars[end - 1] ?? '')) throw new SyntaxError('"[" holds bytes that are no UTF-8');
  return end;
}

type Compiled = Pick<IgnorePattern, 'matches' | 'quirk'>;

/** The cheapest of five tests. Only the last one has quirks: in the others each character means itself. */
function compile(pattern: string, regexp: GoRegexp | undefined): Compiled {
  const { source, form, active, native } = expressionOf(pattern);
  switch (form) {
    case 'exact':
      return { matches: (path) => path === pattern, quirk: undefined };
    case 'prefix':
      return { matches: prefixTest(pattern.slice(0, -2)), quirk: undefined };
    case 'suffix':
      return { matches: suffixTest(pattern), quirk: undefined };
    case 'regexp': {
      if (native !== undefined) return { matches: (path) => native.test(path), quirk: undefined };
      if (regexp === undefined) throw new Error(`"${pattern}" needs Go's regular expressions`);
      return { matches: regexp(source), quirk: active };
    }
  }
}

function prefixTest(prefix: string): Compiled['matches'] {
  if (!hasLoneBytes(prefix)) return (path) => path.startsWith(prefix);
  const bytes = bytesOf(prefix);
  return (path) => bytesOf(path).startsWith(bytes);
}

function suffixTest(pattern: string): Compiled['matches'] {
  // Docker cuts two bytes off this pattern, but the mark has three: no path ends with the rest.
  if (pattern.startsWith(MARK)) return () => false;
  const suffix = pattern.slice(2);
  const whole = suffix.startsWith('/') ? suffix.slice(1) : suffix;
  if (!hasLoneBytes(suffix)) return (path) => path.endsWith(suffix) || path === whole;
  const bytes = bytesOf(suffix);
  return (path) => bytesOf(path).endsWith(bytes);
}

/** A byte order mark: Go drops it at the start of an expression, and Docker keeps it where it uses no expression. */
const MARK = '\uFEFF';

type Expression = {
  readonly source: string;
  readonly form: 'exact' | 'prefix' | 'suffix' | 'regexp';
  /** The first character that Docker leaves active in the expression, if any. */
  readonly active: string | undefined;
  /** The same expression for JavaScript's engine, if it has the same meaning and is fast there. */
  readonly native: RegExp | undefined;
};

/**
 * Repeats that are allowed in a backtracking engine: in the worst case its steps are the path's length to the power
 * of their number.
 */
const MOST_REPEATS = 2;

/** The Go expression that Docker writes for a pattern, and whether it needs one at all. */
function expressionOf(pattern: string): Expression {
  const chars = Array.from(withReplacements(pattern));
  if (chars[0] === MARK) chars.shift();
  let source = '^';
  let form: Expression['form'] = 'exact';
  let active: string | undefined;
  let inClass = false;
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    const next = chars[at + 1];
    if (char === '*' && next === '*') {
      const first = at === 0;
      at += chars[at + 2] === '/' ? 2 : 1;
      const final = at + 1 === chars.length;
      source += final ? '.*' : '(.*/)?';
      form = first ? 'suffix' : final && form === 'exact' ? 'prefix' : 'regexp';
    } else if ('*?[]\\'.includes(char)) {
      if (char === '\\') at += 1;
      if (char === '\\' && /^[A-Za-z0-9]$/.test(next ?? '')) active ??= `\\${next}`;
      inClass = char === '[' || (inClass && char !== ']');
      source += SINGLE.get(char) ?? (char === '\\' ? `\\${next ?? ''}` : char);
      form = 'regexp';
    } else {
      if (!inClass && '|{}^'.includes(char)) active ??= char;
      source += '.+()$'.includes(char) ? `\\${char}` : char;
    }
  }
  return { source: `${source}$`, form, active, native: nativeOf(pattern, `${source}$`) };
}

/** Without these characters, only the dot differs between Go and JavaScript. */
function nativeOf(pattern: string, source: string): RegExp | undefined {
  if (/[[\]\\|{}^]/.test(pattern)) return undefined;
  if ((pattern.match(/\*+/g) ?? []).length > MOST_REPEATS) return undefined;
  return new RegExp(source.replace(/(?<!\\)\.\*/g, '[^\\n]*').replace(/(?<!\\)\(/g, '(?:'), 'u');
}

const SINGLE = new Map([
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);
