/**
 * A connection that only partly works: every route, every place where it may fail, every manner, for every client.
 * `__tests__/connections.test.ts` runs through what `networkCells` gives, and docs/reliability.md shows it.
 */
const ROUTES = ['direct http', 'direct https', 'http by a proxy', 'https by a proxy'] as const;
const PLACES = [
  'accept',
  'CONNECT',
  'TLS',
  'request head',
  'body upload',
  'reply head',
  'reply body',
  'event stream',
] as const;
export const MANNERS = ['FIN', 'RST', 'silence', 'garbage', 'one byte a second'] as const;
const CLIENTS = ['cloud', 'storage', 'forge', 'cache'] as const;

export type Route = (typeof ROUTES)[number];
export type Place = (typeof PLACES)[number];
export type Manner = (typeof MANNERS)[number];
type NetworkClient = (typeof CLIENTS)[number];

/**
 * `fails`: one error that names the host. `passes`: the failing part is not needed, and the call succeeds. `ends`:
 * the stream ends or breaks, and its reader gets an end or an error. `waits`: a stream may be silent as long as its
 * build is; its reader's own limit ends it. `without`: the step continues without the cache.
 */
export type NetworkEnd = 'fails' | 'passes' | 'ends' | 'waits' | 'without';

export type NetworkCell = {
  readonly client: NetworkClient;
  readonly route: Route;
  readonly place: Place;
  readonly manner: Manner;
  readonly end: NetworkEnd;
  /**
   * Each attempt begins after a pause. It uses one connection, and one more without a request if it is dropped while
   * connecting.
   */
  readonly attempts: 'one' | 'several';
};

/** Every possible cell. */
export function networkCells(): readonly NetworkCell[] {
  return CLIENTS.flatMap((client) =>
    ROUTES.flatMap((route) =>
      PLACES.filter((place) => isThere(client, route, place)).flatMap((place) =>
        MANNERS.map((manner) => ({ client, route, place, manner, ...endOf(client, place, manner) })),
      ),
    ),
  );
}

function isThere(client: NetworkClient, route: Route, place: Place): boolean {
  if (place === 'CONNECT') return route === 'https by a proxy';
  if (place === 'TLS') return route === 'direct https' || route === 'https by a proxy';
  // An archive is sent unencrypted only to this machine, where there is no proxy.
  if (client === 'storage' && route === 'http by a proxy') return false;
  return place !== 'event stream' || client === 'cloud';
}

function endOf(client: NetworkClient, place: Place, manner: Manner): Pick<NetworkCell, 'end' | 'attempts'> {
  const attempts =
    place === 'event stream' || (client === 'forge' && place === 'body upload') ? 'one' : 'several';
  if (client === 'cache') return { end: 'without', attempts: 'several' };
  if (place === 'event stream')
    return { end: manner === 'FIN' || manner === 'RST' ? 'ends' : 'waits', attempts };
  // Only the status of a storage's reply is read.
  if (client === 'storage' && place === 'reply body') return { end: 'passes', attempts };
  return { end: 'fails', attempts };
}

const MARKS: Readonly<Record<NetworkEnd, string>> = {
  fails: '✗',
  passes: '✓',
  ends: 'over',
  waits: 'waits',
  without: '(✓)',
};

/** The section of docs/reliability.md: one row for each client, place and manner, the same on every route. */
export function networkRows(): readonly (readonly string[])[] {
  const rows = new Map<string, Map<Manner, string>>();
  for (const { client, place, manner, end } of networkCells()) {
    const name = JSON.stringify([client, place]);
    const row = rows.get(name) ?? new Map<Manner, string>();
    rows.set(name, row.set(manner, MARKS[end]));
  }
  return [...rows].map(([name, row]) => [
    ...(JSON.parse(name) as string[]),
    ...MANNERS.map((manner) => row.get(manner) ?? ''),
  ]);
}
