/**
 * The connections of all our clients, direct or through a proxy, with fixes for cases that undici 6 does not handle.
 * The caller limits the time of a whole request (`unlessAborted`); this file limits the time to connect.
 */
import type { LookupFunction } from 'node:net';
import { Duplex } from 'node:stream';
import { Agent, Client, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { TunnelError } from './network-fault.ts';
import { proxyFor } from './proxy.ts';

/** Milliseconds for a connection (DNS, connect and TLS), and for a proxy's answer to CONNECT. */
const CONNECT_MS = 10_000;

export type Connections = {
  /**
   * The dispatcher for requests to this address.
   * @param fresh on a connection of its own
   * @throws {UserError} where the environment's proxy cannot be used
   */
  readonly to: (url: URL, fresh: boolean) => Promise<Dispatcher>;
  /** Like the global `fetch`, on these connections. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
};

/**
 * Connections that are kept open and shared by all users of the returned object.
 * @param env where the proxy is read from
 * @param lookup resolves names, if no proxy does that
 */
export function openConnections(
  env: NodeJS.ProcessEnv = process.env,
  { lookup }: { readonly lookup?: LookupFunction } = {},
): Connections {
  const known = new Map<string, Dispatcher>();
  const to: Connections['to'] = async (url, fresh) => {
    const proxy = proxyFor(url, env)?.href;
    await parserReady();
    const name = `${fresh ? 'fresh' : 'kept'} ${proxy ?? ''}`;
    const existing = known.get(name);
    if (existing) return existing;
    const opened = dispatcher(proxy, fresh, lookup);
    known.set(name, opened);
    return opened;
  };
  return {
    to,
    fetch: async (url, init) => {
      const dispatcher = await to(new URL(url), false);
      // Only the forge needs it.
      const { fetch } = await import(/* webpackChunkName: "fetch" */ 'undici');
      // The library and Node have different types for the same objects.
      const own = { ...init, dispatcher } as Parameters<typeof fetch>[1];
      return (await fetch(url, own)) as unknown as Response;
    },
  };
}

function dispatcher(
  proxy: string | undefined,
  fresh: boolean,
  lookup: LookupFunction | undefined,
): Dispatcher {
  const connect = { timeout: CONNECT_MS, ...(lookup && { lookup }) };
  const options: Agent.Options = { connect, ...(fresh ? { pipelining: 0 } : {}) };
  if (proxy === undefined) return new Agent(options);
  // Without `proxyTunnel` plain http is forwarded, as proxies expect; https uses CONNECT anyway.
  return new ProxyAgent({
    ...options,
    uri: proxy,
    proxyTunnel: false,
    clientFactory: tunnelPool,
  });
}

/**
 * Connections to a proxy for tunnels. undici 6 retries at once and for ever if a proxy closes after CONNECT (it takes
 * the error for one of an idle connection), waits for ever if the proxy is silent, and reports a refused tunnel
 * twice.
 */
function tunnelPool(origin: URL, options: Pool.Options): Pool {
  const pool = new Pool(origin, options);
  const connect = pool.connect.bind(pool) as (asked: Dispatcher.ConnectOptions) => Promise<Tunnel>;
  return Object.assign(pool, { connect: (asked: Dispatcher.ConnectOptions) => openTunnel(connect, asked) });
}

type Tunnel = Dispatcher.ConnectData;

/** @throws {TunnelError} if the proxy opens no tunnel; errors of DNS, connect and TLS are thrown unchanged */
async function openTunnel(
  connect: (asked: Dispatcher.ConnectOptions) => Promise<Tunnel>,
  asked: Dispatcher.ConnectOptions,
): Promise<Tunnel> {
  const limit = new AbortController();
  const silent = new TunnelError(`no answer to CONNECT within ${CONNECT_MS / 1000} s`, { kind: 'silent' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      limit.abort(silent);
      reject(silent);
    }, CONNECT_MS);
  });
  try {
    const tunnel = await Promise.race([connect({ ...asked, signal: limit.signal }), late]);
    if (tunnel.statusCode === 200) return tunnel;
    tunnel.socket.on('error', () => {}).destroy();
    const words = `CONNECT was answered ${tunnel.statusCode}`;
    throw new TunnelError(words, { kind: 'refused', status: tunnel.statusCode });
  } catch (thrown) {
    throw isUnsettled(thrown) ? new TunnelError(thrown.message, { kind: 'closed', cause: thrown }) : thrown;
  } finally {
    clearTimeout(timer);
  }
}

/** An error after which undici tries the connection again by itself. */
function isUnsettled(thrown: unknown): thrown is Error {
  const { code } = thrown as { readonly code?: unknown };
  return thrown instanceof Error && (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_INFO');
}

let ready: Promise<void> | undefined;

/**
 * Resolves once undici has loaded its parser. Only then it listens to its first connection: if that is closed
 * earlier, the request waits for ever, and nothing keeps the process alive.
 */
function parserReady(): Promise<void> {
  ready ??= new Promise<void>((resolve) => {
    const socket = new Duplex({ read: () => {}, write: (_chunk, _encoding, done) => done() });
    const client = new Client('http://parser.invalid', {
      connect: (_options, callback) => callback(null, socket as Parameters<typeof callback>[1] & object),
    });
    const over = () => {
      client.destroy().catch(() => {});
      resolve();
    };
    client.once('connect', over);
    client.request({ path: '/', method: 'GET' }).catch(over);
  });
  return ready;
}
