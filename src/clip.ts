/**
 * At most `limit` characters, the cut marked with `…`; never half a surrogate pair.
 * Only the beginning of a long text is looked at, so that a line of 50 MB costs no more than a short one.
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
