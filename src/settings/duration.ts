import ms from 'ms';

const GRAMMAR = /^(\d{1,9})(ms|s|m|h|d|w)$/;

/** In words, for error messages. */
export const DURATION_GRAMMAR =
  'a whole number above zero and one of ms, s, m, h, d, w, as in 90m, 8h, 3d, 1w';

/** Largest first; the first one that divides a time evenly gives the shortest spelling. */
const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Milliseconds, or the nearest spelling that would have been a duration. */
type ParsedDuration = { readonly ms: number } | { readonly ms?: never; readonly meant?: string };

/** `90m`, `8h`, `3d`, `1w`; also `30s` and `200ms`. Nothing else, so that the meaning is always clear. */
export function parseDuration(text: string): ParsedDuration {
  if (GRAMMAR.test(text)) {
    const time = ms(text as ms.StringValue);
    if (time > 0) return { ms: time };
  }
  const meant = guess(text);
  return meant === undefined ? {} : { meant };
}

/** Milliseconds in the shortest spelling that `parseDuration` reads back: `8h`, `90m`. */
export function formatDuration(time: number): string {
  const [unit, size] = UNITS.find(([, length]) => time % length === 0) ?? ['ms', 1];
  return `${time / size}${unit}`;
}

/** What people write instead: `8 hours`, `1.5h`, `-1h`, `8H`. */
function guess(text: string): string | undefined {
  const plain = text.trim().toLowerCase().slice(0, 100);
  if (!/\d\s*[a-z]/.test(plain)) return undefined;
  const time = Math.abs(ms(plain as ms.StringValue) ?? Number.NaN);
  return Number.isFinite(time) && time >= 1 ? formatDuration(Math.round(time)) : undefined;
}
