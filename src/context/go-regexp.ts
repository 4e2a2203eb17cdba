/**
 * Go's regular expression syntax, as far as an ignore pattern can reach it, as a JavaScript RegExp.
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some
 * characters of the pattern active in it (docs/context.md, rule 20). What they then mean, and which of
 * them are errors, is Go's decision: https://pkg.go.dev/regexp/syntax.
 */
import { bracket, classItem } from './go-regexp-class.ts';
import { escapedChar, type Reader, take } from './go-regexp-escape.ts';

/** A count above this is an error in Go. */
const MOST_REPEATS = 1000;

/** @throws SyntaxError in Go's words where Go would refuse the expression. */
export function goRegexp(source: string): RegExp {
  const reader: Reader = { chars: Array.from(source), at: 0 };
  let written = '';
  let last: 'nothing' | 'atom' | 'repeated' = 'nothing';
  while (reader.at < reader.chars.length) {
    const repeat = repetition(reader);
    if (repeat !== undefined) {
      if (last === 'nothing') throw new SyntaxError(`missing argument to repetition operator ${repeat}`);
      if (last === 'repeated') throw new SyntaxError(`invalid nested repetition operator ${repeat}`);
      written += repeat;
      last = 'repeated';
      continue;
    }
    const char = take(reader);
    written += atom(char, reader);
    last = char === '|' || char === '(' ? 'nothing' : 'atom';
  }
  return new RegExp(written, 'u');
}

/** `*`, `?` or a valid `{n}`, `{n,}`, `{n,m}`; any other `{` is a literal one. */
function repetition(reader: Reader): string | undefined {
  const char = reader.chars[reader.at];
  if (char === '*' || char === '?') return take(reader);
  if (char !== '{') return undefined;
  const close = reader.chars.indexOf('}', reader.at);
  const text = close < 0 ? '' : reader.chars.slice(reader.at, close + 1).join('');
  const found = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}$/.exec(text);
  if (found === null) return undefined;
  const least = Number(found[1]);
  const most = found[3] === undefined ? least : Number(found[3]);
  if (least > most || most > MOST_REPEATS) throw new SyntaxError(`invalid repeat count ${text}`);
  reader.at = close + 1;
  return text;
}

function atom(char: string, reader: Reader): string {
  switch (char) {
    case '|':
    case ')':
      return char;
    case '(':
      return '(?:';
    case '^':
    case '$':
      return `(?:${char})`;
    case '.':
      return '[^\\n]';
    case '[':
      return bracket(reader);
    case '\\':
      return escaped(reader);
    default:
      return literal(char);
  }
}

function literal(char: string): string {
  return /^[A-Za-z0-9/]$/.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What follows a backslash outside brackets. */
function escaped(reader: Reader): string {
  const next = reader.chars[reader.at];
  if (next === 'Q') return quoted(reader);
  const assertion = next === undefined ? undefined : ASSERTIONS.get(next);
  if (assertion !== undefined) {
    reader.at += 1;
    return assertion;
  }
  const item = classItem(reader);
  if (item !== undefined) return `[${item}]`;
  return `\\u{${escapedChar(reader).toString(16)}}`;
}

const ASSERTIONS = new Map([
  ['A', '(?:^)'],
  ['z', '(?:$)'],
  ['b', '(?:\\b)'],
  ['B', '(?:\\B)'],
]);

/** `\Q…\E`: everything between is literal; without `\E`, everything to the end. */
function quoted(reader: Reader): string {
  reader.at += 1;
  let written = '';
  while (reader.at < reader.chars.length) {
    const char = take(reader);
    if (char === '\\' && reader.chars[reader.at] === 'E') {
      reader.at += 1;
      break;
    }
    written += literal(char);
  }
  return written;
}
