import type { Attempt } from './attempt.ts';
import { jsonBody } from './body.ts';
import { attemptTime } from './budget.ts';
import type { ApiCall, ClientOptions, Hints, PresignedCall, StreamCall } from './call.ts';
import type { Redactor } from './redact.ts';

/** Milliseconds without progress until an attempt counts as stalled; small calls have a shorter limit. */
const STALL = 300_000;
/** Milliseconds until a stream must have begun; some gateways send no header before the first byte of the body. */
const STREAM_BEGIN = 120_000;

/** Without the header a server may choose any compression (RFC 9110, 12.5.3). */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };

export type Sender = { readonly options: ClientOptions; readonly redactor: Redactor };

/** The attempt for a call to the API. The credentials go into these requests and into no others. */
export function apiAttempt({ options, redactor }: Sender, call: ApiCall): Attempt {
  const url = apiUrl(options.baseUrl, call.path, call.query);
  const idempotent = call.idempotent ?? call.method !== 'POST';
  return {
    ...common(options, call),
    url,
    headers: { ...UNCOMPRESSED, accept: 'application/json', ...options.headers },
    body: call.body ?? (call.json === undefined ? undefined : jsonBody(call.json)),
    fresh: !idempotent,
    context: { ...errorContext(options, call, redactor), url: url.origin + url.pathname },
  };
}

/** The attempt for a call to a presigned URL. */
export function presignedAttempt({ options, redactor }: Sender, call: PresignedCall): Attempt {
  const url = new URL(call.url);
  return {
    ...common(options, call),
    url,
    target: targetIn(call.url),
    headers: { ...call.headers },
    body: call.body,
    fresh: true,
    // The path of a presigned URL is part of the credential.
    context: { ...errorContext(options, call, redactor), url: `${url.origin}/…` },
  };
}

export function streamAttempt({ options, redactor }: Sender, call: StreamCall): Attempt {
  const url = apiUrl(options.baseUrl, call.path, undefined);
  return {
    method: 'GET',
    url,
    headers: { ...UNCOMPRESSED, ...options.headers, accept: call.accept },
    body: undefined,
    fresh: false,
    signal: call.signal,
    timeoutMs: undefined,
    stallMs: STREAM_BEGIN,
    graceMs: 0,
    context: {
      ...errorContext(options, { ...call, method: 'GET' }, redactor),
      url: url.origin + url.pathname,
    },
  };
}

function common(options: ClientOptions, call: ApiCall | PresignedCall) {
  return {
    method: call.method,
    signal: call.signal,
    timeoutMs: attemptTime(call, options),
    stallMs: STALL,
    graceMs: call.graceMs ?? 0,
  };
}

type AddressedCall = Pick<ApiCall, 'method' | 'maskText'> & { readonly hints?: Hints };

function errorContext(options: ClientOptions, call: AddressedCall, redactor: Redactor) {
  return {
    method: call.method,
    hints: { ...options.hints, ...call.hints },
    redact: (text: string) => redactor.redact(text, call.maskText),
  };
}

/** Path and query exactly as written: a signature covers them, and a URL parser would escape some characters. */
function targetIn(url: string): string {
  const target = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  return target.startsWith('/') ? target : `/${target}`;
}

/** Concatenated: resolving an absolute path would drop the base URL's own prefix (contracts/sgp.openapi.yaml). */
function apiUrl(baseUrl: string, path: string, query: ApiCall['query']): URL {
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}
