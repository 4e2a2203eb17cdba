/** Character classes of Go's regular expressions (https://pkg.go.dev/regexp/syntax). */
import { escapedChar, LARGEST, type Reader, take } from './go-regexp-escape.ts';

/** Code points, ascending and disjoint. */
type Ranges = readonly (readonly [low: number, high: number])[];

/** The rest of a bracket expression after its `[`. */
export function bracket(reader: Reader): string {
  let negated = '';
  if (reader.chars[reader.at] === '^') negated = take(reader);
  let items = '';
  for (let first = true; first || reader.chars[reader.at] !== ']'; first = false) {
    if (reader.at >= reader.chars.length) throw new SyntaxError('missing closing ]');
    items += posixClass(reader) ?? escapedClass(reader) ?? range(reader);
  }
  reader.at += 1;
  return `[${negated}${items}]`;
}

/** `[:alpha:]` and `[:^alpha:]` within brackets. */
function posixClass(reader: Reader): string | undefined {
  if (reader.chars[reader.at] !== '[' || reader.chars[reader.at + 1] !== ':') return undefined;
  const rest = reader.chars.slice(reader.at + 2).join('');
  const end = rest.indexOf(':]');
  if (end < 0) return undefined;
  const name = rest.slice(0, end);
  const ranges = POSIX.get(name.replace(/^\^/, ''));
  if (ranges === undefined) throw new SyntaxError(`invalid character class range [:${name}:]`);
  reader.at += 2 + Array.from(name).length + 2;
  return rangesOf(ranges, name.startsWith('^'));
}

function escapedClass(reader: Reader): string | undefined {
  if (reader.chars[reader.at] !== '\\') return undefined;
  reader.at += 1;
  const item = classItem(reader);
  if (item === undefined) reader.at -= 1;
  return item;
}

function range(reader: Reader): string {
  const low = classChar(reader);
  let high = low;
  const dash = reader.chars[reader.at] === '-';
  const after = reader.chars[reader.at + 1];
  if (dash && after !== undefined && after !== ']') {
    reader.at += 1;
    high = classChar(reader);
    if (high < low) throw new SyntaxError('invalid character class range');
  }
  return rangesOf([[low, high]], false);
}

function classChar(reader: Reader): number {
  if (reader.at >= reader.chars.length) throw new SyntaxError('missing closing ]');
  const char = take(reader);
  return char === '\\' ? escapedChar(reader) : (char.codePointAt(0) ?? 0);
}

/** The ranges or their complement, as the inside of a JavaScript class. */
function rangesOf(ranges: Ranges, negated: boolean): string {
  if (negated) return rangesOf(complement(ranges), false);
  return ranges.map(([low, high]) => `\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`).join('');
}

function complement(ranges: Ranges): Ranges {
  const gaps: [number, number][] = [];
  let from = 0;
  for (const [low, high] of ranges) {
    if (from < low) gaps.push([from, low - 1]);
    from = high + 1;
  }
  if (from <= LARGEST) gaps.push([from, LARGEST]);
  return gaps;
}

/** `\d`, `\W`, `\pL`, `\P{Greek}` and the like, after their backslash; undefined where it is another escape. */
export function classItem(reader: Reader): string | undefined {
  const char = reader.chars[reader.at];
  if (char === 'p' || char === 'P') return unicodeClass(reader);
  const ranges = char === undefined ? undefined : PERL.get(char.toLowerCase());
  if (char === undefined || ranges === undefined) return undefined;
  reader.at += 1;
  return rangesOf(ranges, char !== char.toLowerCase());
}

// ASCII only, unlike JavaScript's \s.
const PERL = new Map<string, Ranges>([
  ['d', [[0x30, 0x39]]],
  [
    's',
    [
      [0x09, 0x0a],
      [0x0c, 0x0d],
      [0x20, 0x20],
    ],
  ],
  [
    'w',
    [
      [0x30, 0x39],
      [0x41, 0x5a],
      [0x5f, 0x5f],
      [0x61, 0x7a],
    ],
  ],
]);

function unicodeClass(reader: Reader): string {
  const letter = take(reader);
  let name = take(reader);
  if (name === '{') {
    const close = reader.chars.indexOf('}', reader.at);
    if (close < 0) throw new SyntaxError('invalid character class range');
    name = reader.chars.slice(reader.at, close).join('');
    reader.at = close + 1;
  }
  const negated = (letter === 'P') !== name.startsWith('^');
  const bare = name.replace(/^\^/, '');
  const property = [bare === 'Any' ? bare : `gc=${bare}`, `Script=${bare}`].find(isProperty);
  if (property === undefined) throw new SyntaxError(`invalid character class range \\${letter}{${name}}`);
  return `\\${negated ? 'P' : 'p'}{${property}}`;
}

function isProperty(property: string): boolean {
  try {
    return new RegExp(`\\p{${property}}`, 'u') !== undefined;
  } catch {
    return false;
  }
}

const DIGIT: Ranges = [[0x30, 0x39]];
const LOWER: Ranges = [[0x61, 0x7a]];
const UPPER: Ranges = [[0x41, 0x5a]];

const POSIX = new Map<string, Ranges>([
  ['alnum', [...DIGIT, ...UPPER, ...LOWER]],
  ['alpha', [...UPPER, ...LOWER]],
  ['ascii', [[0, 0x7f]]],
  [
    'blank',
    [
      [0x09, 0x09],
      [0x20, 0x20],
    ],
  ],
  [
    'cntrl',
    [
      [0, 0x1f],
      [0x7f, 0x7f],
    ],
  ],
  ['digit', DIGIT],
  ['graph', [[0x21, 0x7e]]],
  ['lower', LOWER],
  ['print', [[0x20, 0x7e]]],
  [
    'punct',
    [
      [0x21, 0x2f],
      [0x3a, 0x40],
      [0x5b, 0x60],
      [0x7b, 0x7e],
    ],
  ],
  [
    'space',
    [
      [0x09, 0x0d],
      [0x20, 0x20],
    ],
  ],
  ['upper', UPPER],
  ['word', [...DIGIT, ...UPPER, [0x5f, 0x5f], ...LOWER]],
  ['xdigit', [...DIGIT, [0x41, 0x46], [0x61, 0x66]]],
]);
