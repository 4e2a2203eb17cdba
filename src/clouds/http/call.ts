import { UserError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import type { Method, Transport } from './exchange.ts';
import type { Pace } from './pace.ts';

/** What the author should check, by status code; a cloud's own hints win over the general ones. */
export type Hints = Readonly<Partial<Record<number, string>>>;

export type { Method } from './exchange.ts';

/** A request body of known length that can be sent again: `open` starts from the first byte each time. */
export type Body = {
  readonly contentType: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

type Call = {
  readonly method: Method;
  readonly signal: AbortSignal;
  /** Whether sending it twice does no harm; by default every method but POST. */
  readonly idempotent?: boolean;
  /** Milliseconds one attempt may take, reply included; by default 30 s, for a `body` by its size. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds to wait for the answer after `signal` fired, once the whole body is sent: without the answer nobody
   * knows what was created and has to be cancelled. Default 0.
   */
  readonly graceMs?: number;
  readonly hints?: Hints;
  /** Values that the server may repeat in its answer and that must not appear in our messages, e.g. build arguments. */
  readonly maskText?: readonly string[];
  /** Whether an answer must not be retried although the general rules would, e.g. a used-up quota. */
  readonly isFinal?: (failure: { readonly status: number; readonly detail: string }) => boolean;
};

/** A request to the cloud's API. */
export type ApiCall = Call & {
  /** Begins with `/`; variable segments come from `segment`. Appended to the base URL, never resolved against it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** At most one of `json` and `body`. */
  readonly json?: unknown;
  readonly body?: Body;
};

/** A request to a presigned URL of another host: none of the cloud's headers go there. */
export type PresignedCall = Call & {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Body;
};

export type StreamCall = {
  readonly path: string;
  readonly signal: AbortSignal;
  /** The media type that is requested and that the reply must have; parameters such as a charset may follow it. */
  readonly accept: string;
  readonly hints?: Hints;
};

/** One wait before a retry. `line` is a complete sentence without secrets. */
export type RetryNotice = {
  readonly line: string;
  readonly waitMs: number;
  /** Which wait of this client it is, over all its calls; counts from 1. */
  readonly count: number;
};

export type ClientOptions = {
  readonly baseUrl: string;
  /** Sent with every API call, e.g. the credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values that must not appear in any message; `secret` adds to them later. */
  readonly secrets: readonly string[];
  readonly hints?: Hints;
  /** Milliseconds one call may spend on retries, or a function that returns them for each call; at most two minutes. */
  readonly budgetMs?: number | (() => number);
  readonly onRetry?: (notice: RetryNotice) => void;
  /** The first and the longest wait after a 429 that gives none, in milliseconds; by default as after any fault. */
  readonly rateLimit?: Backoff;
  readonly clock?: Clock;
  /** Where the proxy is read from; by default the process's own. */
  readonly env?: NodeJS.ProcessEnv;
  readonly share?: ClientShare;
};

/**
 * What the clients of one account in one process share; empty until the first of them is created. A 429 to one of
 * them slows all of them down. Each waits until the phase's own time is over instead of two minutes, because the
 * limit is hit only as there are many of them.
 */
export type ClientShare = { common?: { readonly transport: Transport; readonly pace: Pace } };

/** Waits that double from attempt to attempt, in milliseconds. */
export type Backoff = { readonly firstMs: number; readonly longestMs: number };

/**
 * All of its methods throw `HttpError` for anything but a 2xx with a readable body, and `AbortedError` once
 * `signal` fired.
 */
export type HttpClient = {
  /**
   * Sends the call, again where that is harmless, and reads the reply's JSON. `read` checks it and throws
   * `ReplyFault` for what is missing; an empty body is `undefined`.
   */
  readonly request: <T>(call: ApiCall, read: (reply: unknown) => T) => Promise<T>;
  /**
   * Sends bytes to a presigned URL; the reply's body is of no interest.
   * @throws {UserError} for an address to which no archive may go (safe-address.ts)
   */
  readonly send: (call: PresignedCall) => Promise<void>;
  /** Opens an endless reply: no limit on its length or on silence, and no retries. */
  readonly openStream: (call: StreamCall) => Promise<AsyncIterable<Uint8Array>>;
  /** Registers a value that must not appear in any message from now on. */
  readonly secret: (value: string) => void;
  /** Milliseconds for which a call that begins now may be retried. */
  readonly leftMs: () => number;
  /** The time at the cloud, in milliseconds since the epoch: moments that are sent to it are counted from this. */
  readonly now: () => number;
};

/**
 * One variable path segment. Ids come from outside and must not lead to another path; URL parsers resolve dots even
 * when they are escaped. Half a surrogate pair cannot be escaped.
 *
 * @throws {UserError} for an id that cannot be one.
 */
export function segment(id: string): string {
  if (/^\.{0,2}$|\p{Surrogate}/u.test(id))
    throw new UserError(`"${id}" is no id that the cloud could have given`);
  return encodeURIComponent(id);
}
