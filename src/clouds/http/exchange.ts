/** The interface to the network library: one request, one reply, no redirects followed and no retries. */
export type Exchange = (request: Outgoing) => Promise<Incoming>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Outgoing = {
  readonly method: Method;
  readonly url: URL;
  /** Path and query byte for byte, for presigned URLs: parsing might change them. */
  readonly target?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
  /**
   * Whether to open a new connection. The server may be about to close an idle one, which would lose a request that
   * must not be sent twice.
   */
  readonly fresh: boolean;
  /** Milliseconds without progress until the reply begins; 0 for no limit. */
  readonly stallMs: number;
  readonly signal: AbortSignal;
};

export type Incoming = {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  /** Drops what is left of the body. */
  readonly discard: () => void;
};

/** Which proxy, if any, requests to this address go through; its host alone. */
type ProxyOf = (url: URL) => string | undefined;

export type Transport = { readonly exchange: Exchange; readonly proxyOf: ProxyOf };
