import { clip } from '../../clip.ts';
import { AbortedError, HttpError, messageOf } from '../../errors.ts';
import { networkFault, TunnelError } from '../../network-fault.ts';
import { proxyFor } from '../../proxy.ts';
import { asObject, objectIn, textIn } from '../event/event.ts';

/** The failed request, for the error message; a query in `url` is left out. */
type Attempted = {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
};

const LONGEST_DETAIL = 300;
/** Milliseconds to wait after a secondary rate limit without a header (docs.github.com, rate limits). */
const SECONDARY_WAIT = 60_000;

/**
 * Any failure of a request as `HttpError`, with status 0 where no reply arrived. GitHub reports some rate limits as
 * 403; they become 429, so that they are not taken for a missing permission.
 */
export function faultOf(thrown: unknown, { method, url, signal, env }: Attempted): HttpError | AbortedError {
  if (signal.aborted) return new AbortedError(abortWords(signal, url), { cause: thrown });
  const response = objectIn(asObject(thrown), 'response');
  const status = typeof response.status === 'number' ? response.status : 0;
  const headers = objectIn(response, 'headers');
  const detail = status === 0 ? networkWords(thrown, url, env) : serverWords(response.data);
  const limitMs = limitOf(status, headers, detail);
  return new HttpError(
    {
      method,
      url: withoutQuery(url),
      status: limitMs === undefined ? status : 429,
      effect: method !== 'GET' && (status === 0 || status >= 500) ? 'maybe' : 'no',
      detail,
      retryAfterMs: limitMs,
    },
    { cause: thrown },
  );
}

/** A timeout names the host that did not answer; a cancelled workflow does not. */
function abortWords({ reason }: AbortSignal, url: string): string {
  const isTime = reason instanceof Error && reason.name === 'TimeoutError';
  return isTime
    ? `${new URL(url).host} gave no reply in the time that there was`
    : 'the request to the forge was aborted';
}

/** Milliseconds to wait if the reply is a rate limit of any kind. */
function limitOf(status: number, headers: Readonly<Record<string, unknown>>, detail: string) {
  if (status !== 429 && status !== 403) return undefined;
  const now = Date.parse(textIn(headers, 'date') ?? '') || Date.now();
  const asked = secondsIn(headers, 'retry-after');
  if (asked !== undefined) return asked * 1000;
  // A proxy in front of the forge may send a date.
  const until = Date.parse(textIn(headers, 'retry-after') ?? '');
  if (!Number.isNaN(until)) return Math.max(1000, until - now);
  if (textIn(headers, 'x-ratelimit-remaining') === '0') {
    const reset = secondsIn(headers, 'x-ratelimit-reset') ?? 0;
    return Math.max(1000, reset * 1000 - now);
  }
  if (status === 429 || /rate limit|abuse detection/i.test(detail)) return SECONDARY_WAIT;
  return undefined;
}

function secondsIn(headers: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const text = textIn(headers, name)?.trim();
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

function serverWords(data: unknown): string {
  const words = typeof data === 'string' ? '' : textIn(asObject(data), 'message');
  return asDetail(words ?? '');
}

/** The reason from the socket or the proxy, in the same words as for the clouds; else the error's own message. */
function networkWords(thrown: unknown, url: string, env?: NodeJS.ProcessEnv): string {
  const chain: Error[] = [];
  for (let next = thrown; next instanceof Error && chain.length < 6; next = next.cause) chain.push(next);
  const words = chain.find((error) => error.message.includes(' gave no whole reply within '));
  if (words) return asDetail(words.message);
  const coded = chain.find((error) => error instanceof TunnelError || 'code' in error || 'errors' in error);
  if (coded === undefined) return asDetail(messageOf(chain.at(-1) ?? thrown));
  const address = new URL(url);
  return asDetail(networkFault(coded, address.host, proxyFor(address, env)?.host).detail);
}

function asDetail(words: string): string {
  return clip(words.replace(/\s+/g, ' ').trim(), LONGEST_DETAIL);
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}
