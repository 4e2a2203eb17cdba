/** Why no (whole) reply arrived, read from what the socket reported. */
export type NetworkFault = {
  readonly detail: string;
  readonly hint: string;
  /** Whether there was a connection to the server itself: without one the request had no effect. */
  readonly connected: boolean;
  /** Whether the same request may succeed later. */
  readonly transient: boolean;
};

const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TLS = /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|UND_ERR_PRX_TLS)/;

/** Why a proxy opened no tunnel: it closed the connection, gave no answer, or refused with `status`. */
export class TunnelError extends Error {
  override readonly name: string = 'TunnelError';
  readonly kind: 'closed' | 'silent' | 'refused';
  readonly status: number;

  constructor(
    words: string,
    { kind, status = 0, cause }: { kind: TunnelError['kind']; status?: number; cause?: unknown },
  ) {
    super(words, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.status = status;
  }
}

/**
 * @param host of the request, as the author would write it.
 * @param proxy the proxy's host, if there was one; never its credentials.
 */
export function networkFault(error: unknown, host: string, proxy: string | undefined): NetworkFault {
  const { code, message, syscall } = factsOf(error);
  const via = proxy ? ` through the proxy ${proxy}` : '';
  const where = proxy
    ? '`base-url`, HTTPS_PROXY and NO_PROXY'
    : '`base-url`, and whether the runner may reach it';
  const tunnel = tunnelErrorIn(error);
  if (proxy && tunnel) return withoutTunnel(tunnel, host, proxy);
  if (proxy && /Proxy Authentication/i.test(message))
    return withoutTunnel(new TunnelError(message, { kind: 'refused', status: 407 }), host, proxy);
  if (UNKNOWN_HOST.has(code))
    return lost(`the host ${proxy ?? host} is unknown (${code})`, `Check the host in ${where}.`);
  if (UNREACHABLE.has(code) || (code === 'ETIMEDOUT' && syscall === 'connect'))
    return lost(`${host}${via} takes no connection (${code})`, `Check ${where}.`);
  if (TLS.test(code) || code === 'HOSTNAME_MISMATCH') return untrusted(code, message, host);
  if (/before secure TLS connection/.test(message))
    return lost(`${host}${via} broke off the TLS handshake`, `Check ${where}.`);
  return {
    detail: `the connection to ${host}${via} broke (${code || message})`,
    hint: 'If it happens again, look at the cloud’s status page and at the runner’s network.',
    connected: true,
    transient: !code.startsWith('HPE_'),
  };
}

function lost(detail: string, hint: string): NetworkFault {
  return { detail, hint, connected: false, transient: true };
}

function untrusted(code: string, message: string, host: string): NetworkFault {
  const plain = /wrong version number|packet length too long/i.test(message);
  return {
    detail: plain
      ? `${host} does not speak TLS (${code})`
      : `the certificate of ${host} is not trusted (${code})`,
    hint: plain
      ? 'Check the port and `https` in `base-url`.'
      : 'Check `base-url`; behind a proxy that inspects TLS, give its CA to the runner with NODE_EXTRA_CA_CERTS.',
    connected: false,
    transient: false,
  };
}

function withoutTunnel({ kind, status, message }: TunnelError, host: string, proxy: string): NetworkFault {
  const did = {
    refused: `refused the way to ${host} (${status})`,
    closed: `closed the connection instead of opening the way to ${host}`,
    silent: `took the connection and gave no way to ${host}: ${message}`,
  };
  return {
    detail: `the proxy ${proxy} ${did[kind]}`,
    hint: 'Check HTTPS_PROXY (with user and password, where it wants them) and NO_PROXY.',
    connected: false,
    transient: kind !== 'refused' || status >= 500,
  };
}

function tunnelErrorIn(error: unknown): TunnelError | undefined {
  const seen = [error, (error as { readonly cause?: unknown } | undefined)?.cause];
  return seen.find((each) => each instanceof TunnelError);
}

/**
 * Node wraps the errors of several addresses, and the library some of its own; the first one with a code has the
 * reason.
 */
function factsOf(error: unknown): { code: string; message: string; syscall: string } {
  const { errors, cause } = (error ?? {}) as { errors?: unknown; cause?: unknown };
  const seen = [error, ...(Array.isArray(errors) ? errors : []), cause] as (
    | Partial<NodeJS.ErrnoException>
    | undefined
  )[];
  const own = (name: 'code' | 'syscall') =>
    seen.map((each) => each?.[name]).find((value) => typeof value === 'string') ?? '';
  const message = seen.map((each) => each?.message ?? '').join(' ');
  return { code: own('code'), syscall: own('syscall'), message: message.trim() };
}
