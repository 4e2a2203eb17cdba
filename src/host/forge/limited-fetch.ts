import { attemptDeadline } from '../../deadline.ts';

/**
 * Limits of every request to the forge: a deadline, a maximum size of the reply, and no redirect to another origin,
 * because the token is sent with the request.
 */

/** Part of the global `fetch`. */
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

type FetchLimits = {
  /** Milliseconds for one request, reply included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
};

/** Forges use one redirect for a moved repository; many are a loop. */
const MOST_REDIRECTS = 3;
/** GitHub keeps the method on 301 too (a renamed repository); 303 would change it. */
const REDIRECTS = new Set([301, 302, 307, 308]);
const NO_BODY = new Set([204, 205, 304]);

/** @throws {Error} that names the host if it did not answer in time */
export function limitedFetch(fetch: Fetch, { timeoutMs, maxBytes }: FetchLimits): Fetch {
  return async (url, init) => {
    const caller = init.signal ?? new AbortController().signal;
    const limit = attemptDeadline(caller, { timeoutMs, graceMs: () => 0 });
    try {
      return await followed(fetch, url, { ...init, signal: limit.signal }, maxBytes);
    } catch (cause) {
      if (!limit.timedOut()) throw cause;
      throw new Error(`${new URL(url).host} gave no whole reply within ${timeoutMs / 1000} s`, { cause });
    } finally {
      limit.release();
    }
  };
}

async function followed(fetch: Fetch, url: string, init: RequestInit, maxBytes: number): Promise<Response> {
  let target = url;
  for (let hop = 0; ; hop += 1) {
    const reply = await fetch(target, { ...init, redirect: 'manual' });
    if (!REDIRECTS.has(reply.status)) return bounded(reply, maxBytes);
    await reply.body?.cancel();
    target = redirectTarget(target, reply.headers.get('location'));
    if (hop === MOST_REDIRECTS) throw new Error(`redirected more than ${MOST_REDIRECTS} times`);
  }
}

function redirectTarget(from: string, location: string | null): string {
  if (location === null || !URL.canParse(location, from)) throw new Error('redirected to nowhere');
  const target = new URL(location, from);
  if (target.origin !== new URL(from).origin) {
    throw new Error(`redirected to ${target.origin}, where the token must not go`);
  }
  return target.href;
}

/** Reads the whole reply, so that the deadline covers it; more than `maxBytes` is an error. */
async function bounded(reply: Response, maxBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = reply.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw new Error(`the reply is longer than ${maxBytes} bytes`);
    }
    chunks.push(read.value);
  }
  const headers = [...reply.headers].filter(([name]) => name !== 'content-encoding');
  const body = NO_BODY.has(reply.status) ? null : Buffer.concat(chunks);
  // From the library of the reply: Node's own one would be loaded only for this, which takes about 15 ms.
  const SameResponse = reply.constructor as typeof Response;
  return new SameResponse(body, { status: reply.status, statusText: reply.statusText, headers });
}
