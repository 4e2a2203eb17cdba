/** Numbers as people read them: the one place for durations, sizes, counts and times in log, summary and comment. */

/** With thousands separators. Not by Intl: creating its first formatter takes longer than the rest of a start. */
function grouped(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Milliseconds as `40 ms`, `0.4 s`, `12 s`, `2m 10s`, `1h 3m`; anything that is not a duration gives `0 ms`. */
export function duration(ms: number): string {
  const whole = Number.isFinite(ms) && ms > 0 ? ms : 0;
  if (whole < 99.5) return `${Math.round(whole)} ms`;
  if (whole < 9_950) return `${(whole / 1000).toFixed(1)} s`;
  const seconds = Math.round(whole / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${seconds % 60}s`;
  const roundedMinutes = Math.round(seconds / 60);
  return `${grouped(Math.floor(roundedMinutes / 60))}h ${roundedMinutes % 60}m`;
}

const STEPS = ['kB', 'MB', 'GB', 'TB'] as const;

/** Bytes in powers of 1000, as disks and networks count: `512 bytes`, `12.4 MB`. */
export function size(bytes: number): string {
  if (!(bytes >= 999.5)) return count(Math.max(0, Math.round(bytes) || 0), 'byte');
  let scaled = bytes / 1000;
  let unit = 0;
  while (scaled >= 999.95 && unit < STEPS.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  return `${scaled.toFixed(1)} ${STEPS[unit]}`;
}

/** `1 file`, `1,304 files`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(amount)} ${amount === 1 ? noun : plural}`;
}

/** `2026-11-12 18:04 UTC`; `undefined` for an invalid time. */
export function utcMinute(at: string | number): string | undefined {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return undefined;
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12 Nov 18:04 UTC`, for a table's cell; `undefined` for an invalid time. */
export function utcDayMinute(at: string | number): string | undefined {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return undefined;
  return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.toISOString().slice(11, 16)} UTC`;
}

/** The first 12 characters: how commits and hashes are written everywhere. */
export function short(hash: string): string {
  return hash.slice(0, 12);
}

/** Bytes of the text in UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
