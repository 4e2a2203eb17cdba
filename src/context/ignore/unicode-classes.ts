/**
 * The names of Unicode classes as Go reads them since 1.25 (regexp/syntax, `unicodeTable`): case, blanks, `_` and `-`
 * are ignored, and a category also has a long name. re2js 2.10 only knows the exact short names.
 */

/** A quoted part, which has no classes; a class with its name; any other escape. */
const ESCAPE = /\\Q.*?(?:\\E|$)|\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))|\\./gsu;

/**
 * @param check throws where a class does not exist
 * @returns the expression, with class names that re2js knows
 * @throws SyntaxError as Go says it, with the class as its author wrote it
 */
export function readUnicodeClasses(source: string, check: (source: string) => unknown): string {
  return source.replace(ESCAPE, (written, letter, negation = '', braced, single) => {
    if (letter === undefined) return written;
    const name = canonical(braced ?? single);
    const read = `\\${letter}{${negation}${CATEGORIES.get(name) ?? name}}`;
    try {
      check(read);
    } catch (cause) {
      throw new SyntaxError(`invalid character class range: \`${written}\``, { cause });
    }
    return read;
  });
}

/** As in Go, which finds no script with two words in its name: it looks for `Olditalic`, but the name is `Old_Italic`. */
function canonical(name: string): string {
  const [first = '', ...rest] = name.replace(/[ _-]/g, '');
  return first.replace(/[a-z]/, upper) + rest.join('').replace(/[A-Z]/g, lower);
}

const upper = (letter: string) => letter.toUpperCase();
const lower = (letter: string) => letter.toLowerCase();

/** Long names of categories (https://www.unicode.org/reports/tr44/, General_Category Values) → the short ones. */
const CATEGORIES = new Map(
  `LC Cased_Letter, Pe Close_Punctuation, M Combining_Mark, Pc Connector_Punctuation, Cc Control, Cc cntrl,
  Sc Currency_Symbol, Pd Dash_Punctuation, Nd Decimal_Number, Nd digit, Me Enclosing_Mark, Pf Final_Punctuation, Cf Format,
  Pi Initial_Punctuation, L Letter, Nl Letter_Number, Zl Line_Separator, Ll Lowercase_Letter, M Mark, Sm Math_Symbol,
  Lm Modifier_Letter, Sk Modifier_Symbol, Mn Nonspacing_Mark, N Number, Ps Open_Punctuation, C Other, Lo Other_Letter,
  No Other_Number, Po Other_Punctuation, So Other_Symbol, Zp Paragraph_Separator, Co Private_Use, P Punctuation, P punct,
  Z Separator, Zs Space_Separator, Mc Spacing_Mark, Cs Surrogate, S Symbol, Lt Titlecase_Letter, Cn Unassigned,
  Lu Uppercase_Letter, LC LC`
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', long = ''] = pair.trim().split(' ');
      return [canonical(long), short];
    }),
);
