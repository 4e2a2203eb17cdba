/** Which addresses are in a non-public network, and a look-up of names that refuses such addresses. */
import { type LookupAddress, type LookupOptions, lookup as lookUp } from 'node:dns';
import { lookup as resolveAll } from 'node:dns/promises';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** RFC 6890 and its registry: this host, private, shared, loopback, link-local (cloud metadata too), tests, multicast, reserved. */
const NOT_PUBLIC: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const list = new BlockList();
for (const [network, bits] of NOT_PUBLIC) list.addSubnet(network, bits, isIPv6(network) ? 'ipv6' : 'ipv4');

/** @param address an IP address as Node writes it; an IPv4 address inside of IPv6 counts as IPv4 */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The non-public addresses of a host: those that its name resolves to, or the address itself. */
export async function privateAddressesOf(hostname: string): Promise<readonly string[]> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0) return isPublicAddress(host) ? [] : [host];
  const found = await resolveAll(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address).filter((address) => !isPublicAddress(address));
}

/** A name that resolves to an address that must not be requested. */
export class PrivateAddressError extends Error {
  override readonly name: string = 'PrivateAddressError';
  readonly code = 'EPRIVATE';

  constructor(host: string) {
    super(`${host} is an address of a private network`);
  }
}

/**
 * A look-up for `net.connect`. The checked address is the one that is connected to, so that a name cannot resolve to
 * another one between check and connection (DNS rebinding).
 * @param allowed private addresses that may be connected to anyway
 */
export function publicLookup(allowed: ReadonlySet<string>): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...(options as LookupOptions), all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '');
      if (found.some(({ address }) => !mayConnect(address, allowed)))
        return callback(new PrivateAddressError(hostname), '');
      const [first] = found;
      if (options.all) callback(null, found);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}

/** @param host as in a URL: a name passes here and is checked when it is resolved */
export function mayConnect(host: string, allowed: ReadonlySet<string>): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) === 0 || allowed.has(address) || isPublicAddress(address);
}
