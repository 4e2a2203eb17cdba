import { type AttemptDeadline, attemptDeadline, inSeconds } from '../../deadline.ts';
import { AbortedError, UserError } from '../../errors.ts';
import { networkFault } from '../../network-fault.ts';
import { type SentBody, track } from './body.ts';
import type { Body, Method } from './call.ts';
import type { Exchange, Incoming, Transport } from './exchange.ts';
import { type ErrorContext, lostReply, refusedReply, unreadableReply } from './failure.ts';
import { ReplyFault } from './json.ts';

/** Everything about one attempt at a call: address, content, limits. */
export type Attempt = {
  readonly method: Method;
  readonly url: URL;
  /** See `Outgoing`. */
  readonly target?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body | undefined;
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole attempt; `undefined`: only its begin is limited, by `stallMs`. */
  readonly timeoutMs: number | undefined;
  readonly stallMs: number;
  readonly graceMs: number;
  readonly context: ErrorContext;
};

/**
 * For a reply that is read after the attempt has succeeded: its reader releases the limits and turns errors into
 * ours.
 */
export type OpenReply = { readonly fault: (error: unknown) => Error; readonly release: () => void };

/**
 * Sends it once and hands a 2xx to `read`, within the same limits; without `timeoutMs` the limits stay, and the
 * reader releases them.
 *
 * @throws {FailedCall} for everything else; {AbortedError} once the caller's signal fired.
 */
export async function attemptCall<T>(
  transport: Transport,
  attempt: Attempt,
  read: (reply: Incoming, open: OpenReply) => Promise<T>,
): Promise<T> {
  const sent = track(attempt.body);
  const graceMs = () => (sent.ended() ? attempt.graceMs : 0);
  const limit = attemptDeadline(attempt.signal, { timeoutMs: attempt.timeoutMs, graceMs });
  let status = 0;
  const fault = (error: unknown) => errorOf(error, { transport, attempt, sent, limit, status });
  try {
    const reply = await transport.exchange(outgoing(attempt, sent, limit.signal));
    status = reply.status;
    if (status < 200 || status >= 300) throw await refusedReply(reply, attempt.context);
    const result = await read(reply, { fault, release: limit.release });
    if (attempt.timeoutMs !== undefined) limit.release();
    return result;
  } catch (error) {
    limit.release();
    throw fault(error);
  }
}

function outgoing(attempt: Attempt, sent: SentBody, signal: AbortSignal): Parameters<Exchange>[0] {
  const { method, url, target, headers, fresh, stallMs } = attempt;
  const contentHeaders = attempt.body
    ? { 'content-type': attempt.body.contentType, 'content-length': String(attempt.body.bytes) }
    : {};
  const body = sent.chunks ? { body: sent.chunks } : {};
  const targetPart = target === undefined ? {} : { target };
  return {
    method,
    url,
    ...targetPart,
    headers: { ...headers, ...contentHeaders },
    ...body,
    fresh,
    stallMs,
    signal,
  };
}

type AttemptState = {
  readonly transport: Transport;
  readonly attempt: Attempt;
  readonly sent: SentBody;
  readonly limit: AttemptDeadline;
  readonly status: number;
};

/** What a thrown value means for the caller. */
function errorOf(error: unknown, { transport, attempt, sent, limit, status }: AttemptState): Error {
  const { context, signal, method, url } = attempt;
  if (signal.aborted) {
    // Only what has an effect is given a grace.
    const unanswered = attempt.graceMs > 0 && sent.ended();
    return new AbortedError(`${context.method} ${context.url} was aborted`, { cause: error, unanswered });
  }
  if (error instanceof UserError) return error;
  if (error instanceof ReplyFault) return unreadableReply(status, error.message, context);
  const fault = limit.timedOut()
    ? timedOutFault(url.host, transport.proxyOf(url), attempt.timeoutMs ?? 0)
    : networkFault(error, url.host, transport.proxyOf(url));
  const harmless = method === 'GET' || !fault.connected || (attempt.body !== undefined && !sent.begun());
  return lostReply(fault, harmless ? 'no' : 'maybe', context, error);
}

function timedOutFault(
  host: string,
  proxy: string | undefined,
  timeoutMs: number,
): ReturnType<typeof networkFault> {
  const via = proxy === undefined ? '' : ` through the proxy ${proxy}`;
  return {
    detail: `${host}${via} gave no whole reply within ${inSeconds(timeoutMs)}`,
    hint: 'If it happens again, look at the cloud’s status page and at the runner’s network.',
    connected: true,
    transient: true,
  };
}
