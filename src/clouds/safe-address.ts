import { UserError } from '../errors.ts';

/**
 * Where bytes may go unencrypted: to this machine and nowhere else. The rule holds for `base-url`, which the author
 * gives, and for upload addresses, which the cloud gives.
 */

/** Resolves a name to its addresses; a parameter for tests. */
type Resolve = (hostname: string) => Promise<readonly string[]>;

/**
 * Whether the address stays on this machine (RFC 1122, RFC 4291). `localhost` does by its name. A name below it does
 * if all its addresses do, since some resolvers ask the network for it in spite of RFC 6761.
 */
export async function isLoopback(url: URL, resolve: Resolve = addressesOf): Promise<boolean> {
  const { hostname } = url;
  if (isLoopbackLiteral(hostname)) return true;
  if (!/\.localhost\.?$/.test(hostname)) return false;
  const addresses = await resolve(hostname).catch(() => []);
  return addresses.length > 0 && addresses.every(isLoopbackAddress);
}

/** Whether a host is this machine without asking anybody: `localhost`, or an address as URL writes it. */
export function isLoopbackLiteral(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** Of text that URL or the resolver has normalised. */
function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(address);
}

async function addressesOf(hostname: string): Promise<readonly string[]> {
  // Loaded late: it would cost milliseconds at each start, and few runs need it.
  const { lookup } = await import('node:dns/promises');
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

/**
 * Refuses an upload address to which the author's sources must not be sent: any that is not encrypted. This machine
 * is allowed where `base-url` is this machine as well; a remote cloud must not send us to our own loopback.
 * @throws {UserError} with the host alone: the rest of a presigned address is a credential
 */
export async function refuseUnsafeAddress(
  address: string,
  baseUrl: string,
  resolve?: Resolve,
): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:') return;
  const hint = 'Check `base-url`: this does not look like the cloud’s API.';
  if (url === undefined) throw new UserError('The cloud gave an upload address that is no URL', { hint });
  const where = `${url.protocol}//${url.host}`;
  if (url.protocol !== 'http:' || !(await isLoopback(url, resolve))) {
    throw new UserError(`The cloud wants the archive sent to ${where}, which is not encrypted`, { hint });
  }
  if (await isLoopback(new URL(baseUrl), resolve)) return;
  throw new UserError(
    `The cloud wants the archive sent to ${where}, which is this machine, although the cloud is another one`,
    { hint },
  );
}
