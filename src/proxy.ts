/**
 * Whether a request goes direct or through a proxy of the environment. One rule for the clouds, their storages, the
 * forge and the runner's cache: that of @actions/http-client (HTTP_PROXY, HTTPS_PROXY, NO_PROXY, each in either case;
 * loopback is always direct), plus the forms of NO_PROXY that curl and Go know.
 */
import { BlockList, isIP, isIPv6 } from 'node:net';
import { UserError } from './errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for requests to this address, credentials included; `undefined` for a direct request.
 * @throws {UserError} if the variable names no usable proxy; its value is never repeated
 */
export function proxyFor(url: URL, env: Env = process.env): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const value = either(env, name)?.trim();
  if (!value || isDirect(url, env)) return undefined;
  const proxy = addressOf(value);
  if (proxy?.hostname && /^https?:$/.test(proxy.protocol)) return proxy;
  const hint =
    'Give an address such as http://proxy.example.com:3128; the kinds http and https are known, and what is special in user and password is escaped (@ as %40).';
  throw new UserError(`The variable ${name.toUpperCase()} names no proxy that can be used`, { hint });
}

/** `undefined` for text that is no address, or whose user or password cannot be read. */
function addressOf(value: string): URL | undefined {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(address)) return undefined;
  const proxy = new URL(address);
  // A lone percent sign in a password stands for itself, as for curl; the library would throw.
  proxy.username = proxy.username.replaceAll(LONE_PERCENT, '%25');
  proxy.password = proxy.password.replaceAll(LONE_PERCENT, '%25');
  try {
    decodeURIComponent(proxy.username + proxy.password);
    return proxy;
  } catch {
    return undefined;
  }
}

const LONE_PERCENT = /%(?![\da-f]{2})/gi;

/** Whether requests to this address use no proxy, because of NO_PROXY or because it is this machine. */
export function isDirect(url: URL, env: Env = process.env): boolean {
  const target = targetOf(url);
  return isLoopback(target.host) || noProxyEntries(env).some((entry) => matches(entry, target));
}

/**
 * NO_PROXY for a client that only knows the toolkit's forms (`host`, `.host`, `host:port`, `*`).
 * @param urls the known addresses of that client's requests: those that another form excludes are added by their host
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

/** Entries are separated by commas, blanks or both (curl accepts both, Go and the toolkit commas). */
function noProxyEntries(env: Env): readonly string[] {
  const entries = (either(env, 'no_proxy') ?? '').toLowerCase().split(/[\s,]+/);
  return entries.filter((entry) => entry !== '');
}

type Target = { readonly host: string; readonly port: string };

function targetOf(url: URL): Target {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return { host: withoutBrackets(url.hostname), port };
}

/** Without the brackets of an IPv6 address and a trailing dot. */
function withoutBrackets(host: string): string {
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

/** An IPv6 address contains colons: with a port it is in brackets. */
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

/** Whether an address is in a CIDR range; `false` for an invalid range. */
function within(range: string, address: string): boolean {
  const [, network = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(range) ?? [];
  const kind = isIP(network);
  const length = Number(bits);
  if (kind === 0 || bits === '' || length > (kind === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, length, kind === 6 ? 'ipv6' : 'ipv4');
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
