/**
 * Compares by the bytes of the UTF-8 path. That is code point order; JavaScript's own comparison differs between
 * surrogate pairs and the units above them (docs/context.md, rule 23).
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

/** Surrogates encode code points above all single units. */
function rank(unit: number): number {
  return 0xd800 <= unit && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
