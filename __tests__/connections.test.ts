import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

/** Plays the cells in a process that trusts the peers' certificate. */
async function play(cells: readonly NetworkCell[]): Promise<readonly Played[]> {
  const tls = selfSigned(['peer.example.test', '127.0.0.1']);
  const folder = temporaryFolder('matrix');
  writeFiles(folder, { 'ca.pem': tls.cert });
  const child = spawn(
    process.execPath,
    ['--import', './__tests__/support/typescript-loader.js', './__tests__/support/network-matrix.ts'],
    {
      env: {
        PATH: process.env.PATH,
        NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
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
    // An attempt that is dropped while it is under way costs undici one more connection, without a request.
    connections > 2 * most && `${connections} connections for ${most} attempts`,
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

/** One cell of each place and of each manner: what the step waits for is the same in all of them, the worker's own time. */
const OF_CACHE = networkCells().filter(
  ({ client, route, place, manner }) =>
    client === 'cache' &&
    ((route === 'direct http' && place === 'reply head') ||
      (route === 'https by a proxy' && manner === 'FIN' && place === 'CONNECT') ||
      (route === 'http by a proxy' && manner === 'silence' && place === 'accept')),
);

describe('a cache that half works', () => {
  test.each(OF_CACHE.map((cell) => [nameOf(cell), cell] as const))('%s', async (_name, cell) => {
    const { route, place, manner } = cell;
    const isProxied = route.includes('proxy');
    const peer = await serveHalfWorking({ place, manner, tunnel: route === 'https by a proxy' });
    atEnd(peer.close);
    const scheme = route.includes('https') ? 'https' : 'http';
    const server = `${scheme}://${isProxied ? 'peer.example.test' : `127.0.0.1:${peer.port}`}/`;
    const proxy = `http://127.0.0.1:${peer.port}`;
    const told: string[] = [];
    const cache = openBuildCache(
      {
        ...process.env,
        ACTIONS_CACHE_URL: server,
        ACTIONS_RUNTIME_TOKEN: 'not-a-token',
        ...(isProxied ? { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } : {}),
      },
      {
        debug: (line) => void told.push(line),
        signal: new AbortController().signal,
        script: join(actionFolder, 'dist/index.js'),
      },
    );
    const began = performance.now();
    expect(await cache?.find('key-')).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(peer.connections()).toBeLessThanOrEqual(10);
  });
});
