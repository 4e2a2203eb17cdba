import { count, duration, utcMinute } from '../units.ts';
import type { AccountBuild } from './account-figures.ts';

/** Our own words that several tables of the report use. */

export const STATUS_WORDS: Readonly<Record<AccountBuild['status'], string>> = {
  queued: '⏳ queued',
  running: '⏳ running',
  succeeded: '✅ succeeded',
  failed: '❌ failed',
  cancelled: '🚫 cancelled',
  'timed-out': '❌ timed out',
  errored: '❌ cloud error',
  unknown: '❔ unknown',
};

/** Never rounded up to 100 or down to 0: one failure in a thousand must be visible. */
export function percent(rate: number): string {
  const whole = Math.round(rate * 100);
  if (whole === 100 && rate < 1) return 'over 99%';
  return whole === 0 && rate > 0 ? 'under 1%' : `${whole}%`;
}

const DAY_MS = 86_400_000;

/** `3h 5m ago`, and from two days on the date. */
export function ago(time: string | undefined, at: number): string {
  const ms = at - Date.parse(time ?? '');
  if (Number.isNaN(ms)) return '–';
  if (ms >= 2 * DAY_MS) return utcMinute(time ?? '') ?? '–';
  return ms < 1000 ? 'now' : `${duration(ms)} ago`;
}

export function timeLeft(expiresAt: string | undefined, at: number): string {
  const ms = Date.parse(expiresAt ?? '') - at;
  if (Number.isNaN(ms)) return '–';
  if (ms <= 0) return 'expired';
  return ms >= 2 * DAY_MS ? count(Math.floor(ms / DAY_MS), 'day') : duration(ms);
}
