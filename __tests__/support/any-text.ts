import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Every code point but halves of surrogate pairs; small ones come more often. */
const CODE_POINT = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(
  (nth) => String.fromCodePoint(nth < SURROGATES.first ? nth : nth + SURROGATES.count),
  (character) => {
    const point = typeof character === 'string' ? (character.codePointAt(0) ?? 0) : Number.NaN;
    return point < SURROGATES.first ? point : point - SURROGATES.count;
  },
);

/**
 * Any well-formed text. Like fast-check's `unit: 'binary'`, which makes a table of all code points first: a second of
 * each test file.
 */
export function anyText(
  length: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.string({ ...length, unit: CODE_POINT });
}
