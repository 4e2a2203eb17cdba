import { AbortedError, HttpError } from '../../errors.ts';
import { type Clock, retry, systemClock } from '../../wait.ts';
import { asObject, type Json } from '../event/event.ts';

export type ForgeReply = {
  readonly status: number;
  readonly data: unknown;
  readonly link: string | undefined;
};

export type ForgeRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Begins with `/`, below the API's root; variable parts are encoded already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: Readonly<Record<string, unknown>>;
  /** A POST that does no harm twice, such as a GraphQL query; it is retried like a GET. */
  readonly repeatable?: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds for one attempt, reply included; 10 s unless given. */
  readonly timeoutMs?: number;
};

/** One attempt. @throws {HttpError} with status 0 where no reply came; {AbortedError} */
export type Exchange = (request: ForgeRequest) => Promise<ForgeReply>;

export type ForgeClient = {
  /** The reply's JSON object. @throws {HttpError} also where the reply is no object */
  readonly object: (request: ForgeRequest) => Promise<Json>;
  /** The reply's JSON list, with the number of the next page from its Link header. */
  readonly list: (
    request: ForgeRequest,
  ) => Promise<{ readonly items: readonly Json[]; readonly next?: number }>;
  /** For a reply without a body. */
  readonly send: (request: ForgeRequest) => Promise<void>;
};

type ForgeClientOptions = {
  readonly clock?: Clock | undefined;
  /** Milliseconds after which an attempt counts as silent; if set, two silent attempts end the call. */
  readonly silenceMs?: number | undefined;
};

const FURTHER_ATTEMPTS = 3;
/** Milliseconds; longer waits (a used-up hourly limit) are not worth a build's time. */
const MAX_RETRY_MS = 20_000;
const FIRST_WAIT = 500;

/**
 * Reads are retried after network faults, 408, 429, 5xx and unreadable replies. Writes are not: after a comment's
 * write it has to be read again first (docs/comment.md), and a deployment that is created twice is worse than none.
 */
export function createForgeClient(
  exchange: Exchange,
  { clock = systemClock, silenceMs }: ForgeClientOptions = {},
): ForgeClient {
  const call = <T>(request: ForgeRequest, read: (reply: ForgeReply) => T): Promise<T> => {
    const once = async () => read(await exchange(request));
    if (request.method !== 'GET' && !request.repeatable) return once();
    const began = clock.now();
    const isSilent = (error: unknown) =>
      silenceMs !== undefined &&
      error instanceof HttpError &&
      error.status === 0 &&
      clock.now() - began > 1.5 * silenceMs;
    return retry(once, {
      retries: FURTHER_ATTEMPTS,
      budgetMs: MAX_RETRY_MS,
      clock,
      signal: request.signal,
      delayOf: (error, attempt) => (isSilent(error) ? undefined : waitAfter(error, attempt)),
    }).catch((error: unknown) => {
      const ours = error instanceof HttpError || error instanceof AbortedError;
      throw request.signal.aborted && !ours ? new AbortedError('the request was aborted') : error;
    });
  };
  return {
    object: (request) =>
      call(request, ({ data }) => {
        const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
        if (!isObject) throw unexpected(request, 'an object');
        return asObject(data);
      }),
    list: (request) =>
      call(request, ({ data, link }) => {
        if (!Array.isArray(data)) throw unexpected(request, 'a list');
        const next = nextPage(link);
        return { items: data.map(asObject), ...(next === undefined ? {} : { next }) };
      }),
    send: (request) => call(request, () => undefined),
  };
}

function waitAfter(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const { status } = error;
  const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
  if (isFinal) return undefined;
  return error.retryAfterMs ?? FIRST_WAIT * 2 ** (attempt - 1) * (1 - Math.random() / 4);
}

/** For example the login page of a proxy. */
function unexpected({ method, path }: ForgeRequest, wanted: string): HttpError {
  const detail = `the reply is not ${wanted} of the forge's API; is GITHUB_API_URL right?`;
  return new HttpError({ method, url: path, status: 200, effect: 'maybe', detail });
}

/** Only the number: the address in a header is not followed. */
function nextPage(link: string | undefined): number | undefined {
  for (const part of link?.split(',') ?? []) {
    const [, url, rel] = /^\s*<([^>]*)>\s*;\s*rel="?([a-z]+)"?/.exec(part) ?? [];
    if (rel !== 'next' || url === undefined || !URL.canParse(url, 'http://localhost')) continue;
    const page = Number(new URL(url, 'http://localhost').searchParams.get('page'));
    return Number.isSafeInteger(page) && page > 1 ? page : undefined;
  }
  return undefined;
}
