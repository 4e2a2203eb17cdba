/**
 * Compares by the bytes of the UTF-8 path. That is code point order, from which JavaScript's own comparison differs
 * where a surrogate pair meets a unit above it (docs/context.md, rule 23).
 *
 * @returns below, at or above 0, for `sort`
 */
export function comparePaths(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const unit = one.charCodeAt(at);
    const rival = other.charCodeAt(at);
    if (unit !== rival) return rank(unit) - rank(rival);
  }
  return one.length - other.length;
}

/** Surrogates stand for the code points beyond all that a single unit can hold. */
function rank(unit: number): number {
  return 0xd800 <= unit && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
