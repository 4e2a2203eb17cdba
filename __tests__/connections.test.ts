import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { type NetworkCell, type NetworkEnd, networkCells } from '../scripts/reliability/network.ts';
import { openBuildCache } from '../src/host/cache/cache.ts';
import { actionFolder } from './support/bundle.ts';
import { selfSigned } from './support/certificate.ts';
import { atEnd } from './support/cleanup.ts';
import { serveHalfWorking } from './support/half-working.ts';
import type { Played } from './support/network-matrix.ts';
import { temporaryFolder, writeFiles } from './support/workspace.ts';

/** Milliseconds in which every cell must have ended, on a machine that does much else besides. */
const CELL_MS = 30_000;
const CELLS = networkCells().filter(({ client }) => client !== 'cache');

const ENDED: Readonly<Record<Exclude<NetworkEnd, 'without'>, readonly Played['ended'][]>> = {
  fails: ['failed'],
  passes: ['succeeded'],
  ends: ['over'],
  waits: ['waited', 'over'],
};

const tls = selfSigned(['peer.example.test', '127.0.0.1']);
const certificates = temporaryFolder('matrix');
writeFiles(certificates, { 'ca.pem': tls.cert });
const certificate = join(certificates, 'ca.pem');

/** Plays the cells in a process that trusts the peers' certificate. */
async function play(cells: readonly NetworkCell[]): Promise<readonly Played[]> {
  const child = spawn(
    process.execPath,
    ['--import', './__tests__/support/typescript-loader.js', './__tests__/support/network-matrix.ts'],
    {
      env: {
        PATH: process.env.PATH,
        NODE_EXTRA_CA_CERTS: certificate,
        MATRIX_TLS: JSON.stringify(tls),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  atEnd(() => child.kill('SIGKILL'));
  child.stdin.end(JSON.stringify(cells));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (out === '') throw new Error(`the matrix was not played: ${err}`);
  return JSON.parse(out) as Played[];
}

const played = await play(CELLS);
const nameOf = ({ client, route, place, manner }: NetworkCell) => `${client}, ${route}, ${place}, ${manner}`;

/** What is wrong with the end of a cell; empty where nothing is. */
function faultsOf({
  cell,
  ended,
  message,
  attempts,
  connections,
  requests,
  ms,
  port,
}: Played): readonly string[] {
  if (cell.end === 'without') return ['not played here'];
  const most = cell.client === 'forge' ? 4 : attempts;
  const faults: (string | false)[] = [
    !ENDED[cell.end].includes(ended) && `ended as ${ended} (${message})`,
    requests > most && `${requests} requests for ${most} attempts`,
    // An attempt that is dropped while it is under way costs undici one or two more connections, without a request.
    connections > 3 * most && `${connections} connections for ${most} attempts`,
    connections === 0 && 'no connection',
    cell.attempts === 'one' && requests > 1 && `${requests} requests where one attempt is promised`,
    ms > CELL_MS && `took ${Math.round(ms)} ms`,
    /ms have passed|undefined|UND_ERR_INFO|was aborted/.test(message) &&
      ended === 'failed' &&
      `says: ${message}`,
    ended === 'failed' &&
      !new RegExp(`127\\.0\\.0\\.1:${port}|peer\\.example\\.test`).test(message) &&
      `names nobody: ${message}`,
  ];
  return faults.filter((fault) => fault !== false);
}

describe('a connection that half works', () => {
  test('every cell was played', () => {
    expect(played.map(({ cell }) => nameOf(cell)).sort()).toEqual(CELLS.map(nameOf).sort());
    expect(CELLS.length).toBeGreaterThan(300);
  });

  test.each(played.map((one) => [nameOf(one.cell), one] as const).sort(([a], [b]) => (a < b ? -1 : 1)))(
    '%s',
    (_name, one) => expect(faultsOf(one)).toEqual([]),
  );
});

const WORKERS = 8;
/** Milliseconds in which a worker has to reach its peer, and how long it is then watched before it is ended. */
const REACHED_MS = 60_000;
const WATCHED_MS = 1_500;
const OF_CACHE = networkCells().filter(({ client }) => client === 'cache');

/** Those that the cache's own limit of time ends: one cell of each place and of each manner. */
const isLimited = ({ route, place, manner }: NetworkCell) =>
  (route === 'direct http' && place === 'reply head') ||
  (route === 'https by a proxy' && manner === 'FIN' && place === 'CONNECT') ||
  (route === 'http by a proxy' && manner === 'silence' && place === 'accept');

type Asked = {
  readonly cell: NetworkCell;
  readonly found: unknown;
  readonly told: readonly string[];
  readonly connections: number;
  /** From the start, where its own limit ends it, else from its first connection. */
  readonly ms: number;
};

/** What a step gets of a cache that half works: a look-up, or an entry to be written where a body is to be sent. */
async function askCache(cell: NetworkCell): Promise<Asked> {
  const { route, place, manner } = cell;
  const isProxied = route.includes('proxy');
  const isTls = route.includes('https');
  const tunnel = isProxied && isTls;
  const peer = await serveHalfWorking({ place, manner, tunnel, everyMs: 200, ...(isTls && { tls }) });
  const host = isProxied ? 'peer.example.test' : `127.0.0.1:${peer.port}`;
  const proxy = `http://127.0.0.1:${peer.port}`;
  const told: string[] = [];
  const caller = new AbortController();
  const cache = openBuildCache(
    {
      PATH: process.env.PATH,
      NODE_EXTRA_CA_CERTS: certificate,
      ACTIONS_CACHE_URL: `${isTls ? 'https' : 'http'}://${host}/`,
      ACTIONS_RUNTIME_TOKEN: 'not-a-token',
      ...(isProxied ? { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } : {}),
    },
    {
      debug: (line) => void told.push(line),
      signal: caller.signal,
      script: join(actionFolder, 'dist/index.js'),
      ...(isLimited(cell) ? {} : { withinMs: REACHED_MS }),
    },
  );
  let began = performance.now();
  const asking =
    place === 'body upload' ? cache?.write('key-1', Buffer.alloc(60_000, 'x')) : cache?.find('key-');
  const isOver = Promise.resolve(asking).then(() => true);
  if (!isLimited(cell)) {
    while (peer.connections() === 0 && !(await Promise.race([isOver, delay(20)])));
    began = performance.now();
    await Promise.race([isOver, delay(WATCHED_MS)]);
    caller.abort();
  }
  const found = await asking;
  const ms = performance.now() - began;
  await peer.close();
  return { cell, found, told, connections: peer.connections(), ms };
}

async function askAll(cells: readonly NetworkCell[]): Promise<readonly Asked[]> {
  const waiting = [...cells];
  const asked: Asked[] = [];
  const work = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift())
      asked.push(await askCache(cell));
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return asked;
}

const asked = await askAll(OF_CACHE);

describe('a cache that half works', () => {
  test('every cell was asked', () => {
    expect(asked.map(({ cell }) => nameOf(cell)).sort()).toEqual(OF_CACHE.map(nameOf).sort());
    expect(OF_CACHE.length).toBeGreaterThan(100);
    const unreached = asked.filter(({ cell, connections }) => connections === 0 && !isLimited(cell));
    expect(unreached.map(({ cell }) => nameOf(cell))).toEqual([]);
  });

  test.each(asked.map((one) => [nameOf(one.cell), one] as const).sort(([a], [b]) => (a < b ? -1 : 1)))(
    '%s',
    (_name, { found, told, connections, ms }) => {
      expect(found).toBeUndefined();
      expect(ms).toBeLessThan(10_000);
      expect(told.length).toBeLessThanOrEqual(2);
      expect(told.join()).not.toMatch(/node:_?\w+:|uncaught|\bat \S+ \(/i);
      expect(connections).toBeLessThanOrEqual(10);
    },
  );
});
