/**
 * What failed, where, and what to do about it.
 *
 * `UserError` is for everything the reader of the log can fix: its message is shown unchanged. `HttpError` is a reply
 * that was not a success; it has no header, and of the body only the server's message.
 */

/** A place in a file of the workspace; `line` counts from 1. */
export type FilePlace = { readonly file: string; readonly line?: number };

/** An error whose message is written for the author of the workflow. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  /** What to do next, in one sentence. */
  readonly hint: string | undefined;
  /** The place of the annotation. */
  readonly place: FilePlace | undefined;

  constructor(message: string, options: { hint?: string; place?: FilePlace; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
    this.place = options.place;
  }
}

/** A reply other than 2xx, or a request that got none (`status` 0). */
export class HttpError extends UserError {
  override readonly name: string = 'HttpError';
  readonly method: string;
  /** Without query, user info or fragment: presigned URLs are credentials. */
  readonly url: string;
  /** 0 where no reply arrived. */
  readonly status: number;
  /**
   * Whether the request can have taken effect. `no`: the server said so or never saw it.
   * A POST with `maybe` is looked up before it is sent again (contracts/README.md, common status mapping).
   */
  readonly effect: 'no' | 'maybe';
  /** The server's own words, at most 500 characters, never the values we sent. */
  readonly detail: string;
  /** How long the server asks to wait before the next request, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    facts: {
      method: string;
      url: string;
      status: number;
      effect: 'no' | 'maybe';
      detail: string;
      retryAfterMs?: number | undefined;
    },
    options: { hint?: string; cause?: unknown } = {},
  ) {
    const outcome = facts.status === 0 ? 'got no reply' : `was answered ${facts.status}`;
    super(`${facts.method} ${facts.url} ${outcome}${facts.detail ? `: ${facts.detail}` : ''}`, options);
    this.method = facts.method;
    this.url = facts.url;
    this.status = facts.status;
    this.effect = facts.effect;
    this.detail = facts.detail;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** The workflow was cancelled: not a fault; every module passes it on. */
export class AbortedError extends Error {
  override readonly name: string = 'AbortedError';
  /** When, on the clock of `performance.now()`. */
  readonly at: number = performance.now();
  /** A request was sent that may have had its effect, and its answer had not come. */
  readonly unanswered: boolean;

  constructor(
    message: string,
    { unanswered = false, ...options }: ErrorOptions & { unanswered?: boolean } = {},
  ) {
    super(message, options);
    this.unanswered = unanswered;
  }
}

/** The message of any thrown value. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return String(thrown);
}
