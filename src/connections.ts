/**
 * The connections of every client of ours: direct or through a proxy, and what undici 6 does not do by itself where a
 * connection half works. Who asks sets the time for a whole request (`unlessAborted`); here is the time for a connection.
 */
import type { LookupFunction } from 'node:net';
import { Duplex } from 'node:stream';
import { Agent, Client, type Dispatcher, Pool, ProxyAgent, fetch as undiciFetch } from 'undici';
import { TunnelError } from './network-fault.ts';
import { proxyFor } from './proxy.ts';

/** Milliseconds until a connection must stand: name, connect and TLS; and as many for a proxy's answer to CONNECT. */
const CONNECT_MS = 10_000;

export type Connections = {
  /**
   * What sends requests to this address.
   * @param fresh on a connection of its own
   * @throws {UserError} where the environment's proxy cannot be used
   */
  readonly to: (url: URL, fresh: boolean) => Promise<Dispatcher>;
  /** As the global one, on these connections. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
};

/**
 * Connections that are kept and shared by whoever is handed this.
 * @param env where the proxy is read from
 * @param lookup how a name becomes addresses where no proxy does that
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
    const made = dispatcher(proxy, fresh, lookup);
    known.set(name, made);
    return made;
  };
  return {
    to,
    fetch: async (url, init) => {
      // The types of the library and of Node describe the same objects by different names.
      const own = { ...init, dispatcher: await to(new URL(url), false) } as Parameters<typeof undiciFetch>[1];
      return (await undiciFetch(url, own)) as unknown as Response;
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
  // Without `proxyTunnel` plain http is forwarded, as proxies expect; https goes through CONNECT either way.
  return new ProxyAgent({
    ...options,
    uri: proxy,
    proxyTunnel: false,
    clientFactory: tunnelPool,
  });
}

/**
 * The connections to a proxy that are to become tunnels. undici 6 asks again at once, and for ever, where a proxy takes
 * CONNECT and closes (it takes the error for one of an idle connection), waits for ever where it is silent, and hands on a
 * refused tunnel twice.
 */
function tunnelPool(origin: URL, options: Pool.Options): Pool {
  const pool = new Pool(origin, options);
  const connect = pool.connect.bind(pool) as (asked: Dispatcher.ConnectOptions) => Promise<Tunnel>;
  return Object.assign(pool, { connect: (asked: Dispatcher.ConnectOptions) => openTunnel(connect, asked) });
}

type Tunnel = Dispatcher.ConnectData;

/** @throws {TunnelError} for whatever the proxy did instead; errors of name, connect and TLS as they are */
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
 * Resolves once undici has its parser. It listens to its first connection only then: what is closed before that stays
 * unseen, and the request waits for ever without anything that keeps the process alive.
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
