type HeaderOf = (name: string) => string | undefined;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms` first, else `Retry-After` as seconds or
 * as an HTTP date (contracts/sgp.openapi.yaml, headers). A date is counted from the reply's own `Date`, so that
 * a runner whose clock is wrong waits as long as the server meant. `undefined` where nothing usable is asked.
 */
export function retryAfterMs(header: HeaderOf, now: number = Date.now()): number | undefined {
  const milliseconds = positive(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const value = header('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return positive(String(Number(value) * 1000));
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const from = Date.parse(header('date') ?? '');
  return positive(String(until - (Number.isNaN(from) ? now : from)));
}

function positive(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? Math.ceil(value) : undefined;
}

/** The server's own decision, where it sends one (`x-should-retry`). */
export function shouldRetry(header: HeaderOf): boolean | undefined {
  const value = header('x-should-retry')?.trim().toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
