import { HttpError } from '../../errors.ts';
import type { NetworkFault } from '../../network-fault.ts';
import type { Hints, Method } from './call.ts';
import { detailOf } from './error-body.ts';
import type { Incoming } from './exchange.ts';
import { readBounded } from './json.ts';
import { retryAfterMs, shouldRetry } from './retry-after.ts';

/** What a refusal says about trying again. */
type FailureHint = {
  readonly retryAfterMs?: number | undefined;
  /** The server's own decision. */
  readonly shouldRetry?: boolean | undefined;
  /** The same request may succeed later. */
  readonly transient: boolean;
  /** The server itself was reached. */
  readonly connected: boolean;
  /** Where a redirect points, as it was written. */
  readonly location?: string | undefined;
};

/** An `HttpError` with the retry advice of the reply's headers; callers see it as an `HttpError`. */
export class FailedCall extends HttpError {
  readonly advice: FailureHint;

  constructor(
    facts: ConstructorParameters<typeof HttpError>[0],
    options: { hint?: string; cause?: unknown },
    advice: FailureHint,
  ) {
    super(facts, options);
    this.advice = advice;
  }
}

/** The request as an error may name it: without query, user info or fragment. */
export type ErrorContext = {
  readonly method: Method;
  readonly url: string;
  readonly hints: Hints;
  readonly redact: (text: string) => string;
};

/** Bytes of a refusal that are read for its words. */
const REFUSAL_BYTES = 64 * 1024;

const GENERAL_HINTS: Hints = {
  401: 'Check the input `api-key`: the cloud does not accept it.',
  402: 'The account’s plan or balance does not allow this: look at its billing page.',
  403: 'Check the inputs `account-id` and `api-key`: the key is valid, but not for this account or resource.',
  404: 'Check `base-url` and the ids that were given: this account has nothing of that name.',
  413: 'The archive is larger than the cloud takes: leave more out by the ignore file, or choose a smaller `context`.',
};

/** The error for a reply outside 2xx; reads its words. */
export async function refusedReply(reply: Incoming, context: ErrorContext): Promise<FailedCall> {
  const { status } = reply;
  const detail = await readBounded(reply, REFUSAL_BYTES).then(
    ({ text }) => detailOf(text, context.redact),
    () => '',
  );
  const advice = {
    retryAfterMs: retryAfterMs(reply.header),
    shouldRetry: shouldRetry(reply.header),
    transient: true,
    connected: true,
    location: reply.header('location'),
  };
  const redirect = status >= 300 && status < 400;
  const hint = redirect
    ? 'Check `base-url`: credentials are never sent on to where a redirect points.'
    : (context.hints[status] ?? GENERAL_HINTS[status] ?? overloadHint(status, advice.retryAfterMs));
  const words = redirect ? `a redirect${placeOf(advice.location)}` : detail;
  return new FailedCall(
    { method: context.method, url: context.url, status, effect: effectOf(status), detail: words },
    hint === undefined ? {} : { hint },
    advice,
  );
}

/** Where a redirect points, as it was written; `undefined` for any other error. It may be a credential. */
export function locationOf(error: unknown): string | undefined {
  if (!(error instanceof FailedCall) || error.status < 300 || error.status >= 400) return undefined;
  return error.advice.location;
}

/** The error for a request that got no reply, or not a whole one. */
export function lostReply(
  fault: NetworkFault,
  effect: 'no' | 'maybe',
  context: ErrorContext,
  cause: unknown,
): FailedCall {
  return new FailedCall(
    { method: context.method, url: context.url, status: 0, effect, detail: context.redact(fault.detail) },
    { hint: fault.hint, cause },
    { transient: fault.transient, connected: fault.connected },
  );
}

/** The error for a 2xx whose body is not what the contract says; a POST behind it has most likely happened. */
export function unreadableReply(status: number, detail: string, context: ErrorContext): FailedCall {
  return new FailedCall(
    { method: context.method, url: context.url, status, effect: 'maybe', detail: context.redact(detail) },
    { hint: 'Check `base-url`: this does not look like the cloud’s API.' },
    { transient: true, connected: true },
  );
}

/**
 * contracts/README.md, common status mapping: whether a refused request can have had an effect. 408 and 5xx leave it
 * open.
 */
function effectOf(status: number): 'no' | 'maybe' {
  return status === 408 || (status >= 500 && status !== 503) ? 'maybe' : 'no';
}

function overloadHint(status: number, waitMs: number | undefined): string | undefined {
  if (status === 408 || (status >= 500 && status !== 503))
    return 'The fault is on the cloud’s side: run the job again, and look at its status page if it happens again.';
  if (status !== 429 && status !== 503) return undefined;
  const asked = waitMs === undefined ? '' : ` and asks to wait ${Math.ceil(waitMs / 1000)} s`;
  return `The cloud is ${status === 429 ? 'limiting requests' : 'overloaded'}${asked}: run the job again later.`;
}

function placeOf(location: string | undefined): string {
  try {
    return location ? ` to ${new URL(location).origin}` : '';
  } catch {
    return '';
  }
}
