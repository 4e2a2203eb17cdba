/** Escapes that stand for one character in Go's regular expressions (https://pkg.go.dev/regexp/syntax). */

/** The expression's code points and how far they are read. */
export type Reader = { readonly chars: readonly string[]; at: number };

export const LARGEST = 0x10ffff;

export function take(reader: Reader): string {
  const char = reader.chars[reader.at] ?? '';
  reader.at += 1;
  return char;
}

/** The code point of an escape that stands for one character, after its backslash. */
export function escapedChar(reader: Reader): number {
  const char = take(reader);
  const code = char.codePointAt(0) ?? LARGEST;
  if (code <= 0x7f && !/[A-Za-z0-9]/.test(char)) return code;
  const control = CONTROL.get(char);
  if (control !== undefined) return control;
  if (char === 'x') return hex(reader);
  // A single digit other than 0 would be a back reference, which Go does not know.
  const octal = /^(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(
    char + reader.chars.slice(reader.at, reader.at + 2).join(''),
  );
  if (octal === null) throw new SyntaxError(`invalid escape sequence \\${char}`);
  reader.at += octal[0].length - 1;
  return Number.parseInt(octal[0], 8);
}

const CONTROL = new Map([
  ['a', 0x07],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);

function hex(reader: Reader): number {
  const rest = reader.chars.slice(reader.at).join('');
  const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(rest);
  const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
  if (found === null || !(code <= LARGEST)) throw new SyntaxError('invalid escape sequence \\x');
  reader.at += found[0].length;
  return code;
}
