/**
 * Which way a request takes: direct, or through a proxy that the environment names. One rule for the clouds, their upload
 * storages, the forge and the runner's cache. It is that of @actions/http-client (HTTP_PROXY, HTTPS_PROXY, NO_PROXY, each
 * in either case; loopback is always direct), with the forms of NO_PROXY that curl and Go know beside it.
 */
import { BlockList, isIP, isIPv6 } from 'node:net';
import { UserError } from './errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for requests to this address, credentials included; `undefined` where they go direct.
 * @throws {UserError} where the variable names no proxy that can be used; its value is never repeated
 */
export function proxyFor(url: URL, env: Env = process.env): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const value = either(env, name)?.trim();
  if (!value || isDirect(url, env)) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy?.hostname && /^https?:$/.test(proxy.protocol)) return proxy;
  const hint = 'Give an address such as http://proxy.example.com:3128; the kinds http and https are known.';
  throw new UserError(`The variable ${name.toUpperCase()} names no proxy that can be used`, { hint });
}

/** Whether NO_PROXY, or being this machine, keeps requests to this address from the proxy. */
export function isDirect(url: URL, env: Env = process.env): boolean {
  const target = targetOf(url);
  return isLoopback(target.host) || noProxyEntries(env).some((entry) => matches(entry, target));
}

/**
 * NO_PROXY for a client that knows the toolkit's forms alone (`host`, `.host`, `host:port`, `*`).
 * @param urls where that client goes, as far as it is known: what another form excepts is named there by its host
 */
export function noProxyForToolkit(urls: readonly string[], env: Env = process.env): string {
  const known = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const direct = known.filter((url) => isDirect(url, env)).map((url) => url.hostname);
  const plain = noProxyEntries(env).map((entry) => entry.replace(/^\*(?=\.)/, ''));
  return [...new Set([...direct, ...plain])].join(',');
}

function either(env: Env, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()];
}

/** Commas, blanks or both stand between entries (curl takes both, Go and the toolkit commas). */
function noProxyEntries(env: Env): readonly string[] {
  const entries = (either(env, 'no_proxy') ?? '').toLowerCase().split(/[\s,]+/);
  return entries.filter((entry) => entry !== '');
}

type Target = { readonly host: string; readonly port: string };

function targetOf(url: URL): Target {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return { host: bare(url.hostname), port };
}

/** Without the brackets of an IPv6 address and the dot at the end of a full name. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return isIP(host) !== 0 && (within('127.0.0.0/8', host) || within('::1/128', host));
}

function matches(entry: string, target: Target): boolean {
  if (entry === '*') return true;
  const { name, port } = splitPort(entry);
  if (port !== undefined && port !== target.port) return false;
  if (name === '*') return true;
  if (isIP(target.host) !== 0) return within(name.includes('/') ? name : hostRange(name), target.host);
  const suffix = name.replace(/^\*(?=\.)/, '').replace(/\.$/, '');
  if (suffix.startsWith('.')) return target.host.endsWith(suffix);
  return target.host === suffix || target.host.endsWith(`.${suffix}`);
}

/** An IPv6 address has colons of its own: with a port it stands in brackets. */
function splitPort(entry: string): { readonly name: string; readonly port?: string } {
  const [, bracketed, rest = ''] = /^\[([^\]]*)\](.*)$/.exec(entry) ?? [];
  if (bracketed !== undefined) {
    const port = /^:(\d+)$/.exec(rest)?.[1];
    return {
      name: `${bracketed}${rest.startsWith('/') ? rest : ''}`,
      ...(port === undefined ? {} : { port }),
    };
  }
  const [, name, port] = /^([^:]*):(\d+)$/.exec(entry) ?? [];
  return name === undefined || port === undefined ? { name: entry } : { name, port };
}

function hostRange(address: string): string {
  return `${address}/${isIPv6(address) ? 128 : 32}`;
}

/** Whether an address is one of a range in CIDR; `false` for a range that is none. */
function within(range: string, address: string): boolean {
  const [, network = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(range) ?? [];
  const kind = isIP(network);
  const length = Number(bits);
  if (kind === 0 || bits === '' || length > (kind === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, length, kind === 6 ? 'ipv6' : 'ipv4');
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
