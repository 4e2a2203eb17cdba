/**
 * Go's regular expression syntax, as far as an ignore pattern can reach it, as a JavaScript RegExp.
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some
 * characters of the pattern active in it (docs/context.md, rule 20). What they then mean, and which of
 * them are errors, is Go's decision: https://pkg.go.dev/regexp/syntax.
 */
import { bracket, classItem } from './go-regexp-class.ts';
import { escapedChar, type Reader, take } from './go-regexp-escape.ts';
import { linearMatch, type Term } from './linear-match.ts';

/** A count above this is an error in Go. */
const MOST_REPEATS = 1000;

/**
 * Steps that a backtracking engine may need for a text at worst: its length to the power of the repeats.
 * Below, it is several times faster than the linear one; above, one path can take it hours.
 */
const MOST_STEPS = 2_000_000;

/**
 * Whether the expression is found in a text.
 *
 * @throws SyntaxError in Go's words where Go would refuse the expression
 */
export function goRegexp(source: string): (text: string) => boolean {
  const branches = parse(source);
  const repeats = branches.flat().filter(({ least, most }) => least !== most).length;
  const written = branches.map((terms) => terms.map(writeTerm).join('')).join('|');
  const expression = new RegExp(written, 'u');
  let linear: ((text: string) => boolean) | undefined;
  return (text) => {
    if (text.length ** repeats <= MOST_STEPS) return expression.test(text);
    linear ??= linearMatch(branches);
    return linear(text);
  };
}

function writeTerm({ source, kind, least, most }: Term): string {
  const one = kind === 'char' ? source : `(?:${source})`;
  return least === 1 && most === 1
    ? one
    : `${one}{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
}

/** The alternatives, each a sequence. Groups are Docker's own only, so they do not nest. */
function parse(source: string): Term[][] {
  const reader: Reader = { chars: Array.from(source), at: 0 };
  let terms: Term[] = [];
  const branches = [terms];
  let isRepeated = false;
  while (reader.at < reader.chars.length) {
    const repeat = repetition(reader);
    const last = terms.pop();
    if (repeat !== undefined) {
      if (last === undefined) throw new SyntaxError('missing argument to repetition operator');
      if (isRepeated) throw new SyntaxError('invalid nested repetition operator');
      terms.push({ ...last, ...repeat });
      isRepeated = true;
      continue;
    }
    if (last !== undefined) terms.push(last);
    isRepeated = false;
    const char = take(reader);
    if (char === '|') {
      terms = [];
      branches.push(terms);
    } else {
      terms.push(...atoms(char, reader));
    }
  }
  return branches;
}

/** `*`, `?` or a valid `{n}`, `{n,}`, `{n,m}`; any other `{` is a literal one. */
function repetition(reader: Reader): Pick<Term, 'least' | 'most'> | undefined {
  const char = reader.chars[reader.at];
  if (char === '*' || char === '?') {
    reader.at += 1;
    return { least: 0, most: char === '?' ? 1 : Number.POSITIVE_INFINITY };
  }
  if (char !== '{') return undefined;
  const close = reader.chars.indexOf('}', reader.at);
  const text = close < 0 ? '' : reader.chars.slice(reader.at, close + 1).join('');
  const found = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}$/.exec(text);
  if (found === null) return undefined;
  const least = Number(found[1]);
  const limit = found[3] === undefined ? least : Number(found[3]);
  if (least > limit || limit > MOST_REPEATS) throw new SyntaxError(`invalid repeat count ${text}`);
  reader.at = close + 1;
  return { least, most: found[2] === ',' ? Number.POSITIVE_INFINITY : limit };
}

// After its parenthesis, the rest of the only group that Docker writes: any number of folders.
const FOLDERS = ['.', '*', '/', ')'];

function atoms(char: string, reader: Reader): Term[] {
  switch (char) {
    case '(':
      reader.at += FOLDERS.length;
      return [term('[^\\n]*/', 'folders')];
    case '^':
    case '$':
      return [term(char, 'assertion')];
    case '.':
      return [term('[^\\n]')];
    case '[':
      return [term(bracket(reader))];
    case '\\':
      return escaped(reader);
    default:
      return [term(literal(char))];
  }
}

function term(source: string, kind: Term['kind'] = 'char'): Term {
  return { source, kind, least: 1, most: 1 };
}

function literal(char: string): string {
  return /^[A-Za-z0-9/]$/.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What follows a backslash outside brackets. */
function escaped(reader: Reader): Term[] {
  const next = reader.chars[reader.at];
  if (next === 'Q') return quoted(reader);
  const assertion = next === undefined ? undefined : ASSERTIONS.get(next);
  if (assertion !== undefined) {
    reader.at += 1;
    return [term(assertion, 'assertion')];
  }
  const item = classItem(reader);
  if (item !== undefined) return [term(`[${item}]`)];
  return [term(`\\u{${escapedChar(reader).toString(16)}}`)];
}

const ASSERTIONS = new Map([
  ['A', '^'],
  ['z', '$'],
  ['b', '\\b'],
  ['B', '\\B'],
]);

/** `\Q…\E`: everything between is literal; without `\E`, everything to the end. */
function quoted(reader: Reader): Term[] {
  reader.at += 1;
  const written: Term[] = [];
  while (reader.at < reader.chars.length) {
    const char = take(reader);
    if (char === '\\' && reader.chars[reader.at] === 'E') {
      reader.at += 1;
      break;
    }
    written.push(term(literal(char)));
  }
  return written;
}
