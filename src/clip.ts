/**
 * At most `limit` characters; a cut text ends with `…` and never with half a surrogate pair. Only the beginning of a
 * text is read, so that a line of 50 MB is as fast as a short one.
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
