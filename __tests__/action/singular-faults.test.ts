import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { SINGULAR, type SingularName } from '../../scripts/reliability/singular.ts';
import { selfSigned } from '../support/certificate.ts';
import { atEnd } from '../support/cleanup.ts';
import { expectOneError, expectWholeLog } from '../support/expectations.ts';
import { LOG, type Played, play, pool, printed, type Scenario } from '../support/scenario.ts';
import { temporaryFolder } from '../support/workspace.ts';

jest.setTimeout(400_000);

type Row = {
  readonly scenario?: Partial<Scenario>;
  readonly expects: (played: Played) => void;
  /** Why this machine cannot play it. */
  readonly skip?: string | undefined;
};

/** Listens on a free port; connections are cut after the last test. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A way to the emulator that can be closed for a while, connections that stand included. */
async function gate(emulator: Emulator): Promise<{ url: string; shutFor: (ms: number) => Promise<void> }> {
  const { port: target } = new URL(emulator.url);
  const sockets = new Set<Socket>();
  const open = () =>
    createServer((from) => {
      const to = connect(Number(target), '127.0.0.1');
      for (const socket of [from, to]) {
        sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
      }
      from.pipe(to).pipe(from);
    });
  let server = open();
  const port = await listening(server);
  const shutFor = async (ms: number) => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await delay(ms);
    server = open();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  };
  atEnd(() => void server.close());
  return { url: `http://127.0.0.1:${port}`, shutFor };
}

/** A port on which nothing listens: one that was free a moment ago. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A file system of one mebibyte, where this machine lets us have one. */
function smallDisk(): string | undefined {
  try {
    const folder = temporaryFolder('small-disk');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { stdio: 'ignore' });
    atEnd(() => execFileSync('umount', [folder]));
    return folder;
  } catch {
    return undefined;
  }
}

const packDisk = smallDisk();
const logDisk = smallDisk();
const NO_DISK = packDisk && logDisk ? undefined : 'no tmpfs can be mounted here';

const failure = (says: string) => (played: Played) => {
  expect(played.run.exitCode).toBe(1);
  expectOneError(played.run, says);
  expect(played.emulator.control.sgp.builds).toHaveLength(1);
};

const success =
  (more: (run: RunRecord) => void = () => undefined) =>
  (played: Played) => {
    const { run, emulator } = played;
    expect(run.exitCode).toBe(0);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(emulator.control.sgp.builds).toHaveLength(2);
    more(run);
  };

const at = (url: string) => ({ prepare: () => ({ inputs: { 'base-url': url } }) });
const refused = await deadPort();
const tls = createTlsServer(selfSigned(), (_request, response) => response.end());
const tlsPort = await listening(tls);
const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
const plainPort = await listening(plain);
const BIG = 'x'.repeat(200);

/** Half a second after the start the wall clock is a day ahead, and half a second later a day behind. */
const JUMPING_CLOCK = `
const now = Date.now;
const begun = now();
const shift = () => { const age = now() - begun; return age < 500 ? 0 : age < 1000 ? 86400000 : -86400000; };
Date.now = () => now() + shift();
`;

/** The reader of a pipe that goes away: every write fails with EPIPE from then on. */
const CLOSED_STDOUT = `
const { Writable } = require('node:stream');
let left = 20;
const real = process.stdout;
const broken = new Writable({
  write(chunk, _encoding, done) {
    left -= 1;
    if (left > 0) real.write(chunk, done);
    else done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  },
});
Object.defineProperty(process, 'stdout', { get: () => broken });
`;

const ROWS: Readonly<Record<SingularName, Row>> = {
  'connection refused from the start': {
    scenario: at(`http://127.0.0.1:${refused}`),
    expects: (played) => {
      failure('takes no connection (ECONNREFUSED)')(played);
      expect(played.run.main.stdout.match(/trying again in/g)).toHaveLength(4);
      expect(played.run.annotations[0]?.message).toContain('base-url');
    },
  },
  'connection refused for some seconds while the build runs': {
    scenario: {
      delays: 60,
      prepare: async (emulator) => {
        const way = await gate(emulator);
        return {
          inputs: { 'base-url': way.url },
          whileRunning: async (running) => {
            await running.line(/line ünï\u{1F600} 5$/u, 150_000);
            await way.shutFor(2_500);
          },
        };
      },
    },
    expects: success((run) => expectWholeLog(run)),
  },
  'a host that DNS does not know': {
    scenario: at('https://cloud-build.invalid'),
    expects: failure('the host cloud-build.invalid is unknown'),
  },
  'a certificate that nobody vouches for': {
    scenario: at(`https://127.0.0.1:${tlsPort}`),
    expects: (played) => {
      failure('is not trusted')(played);
      expect(played.run.annotations[0]?.message).toContain('NODE_EXTRA_CA_CERTS');
      expect(played.run.main.stdout).not.toContain('trying again');
    },
  },
  'https to a port that speaks http': {
    scenario: at(`https://127.0.0.1:${plainPort}`),
    expects: failure('does not speak TLS'),
  },
  'a build whose answer was lost, listed late': {
    scenario: {
      rules: [
        { operation: 'submitBuild', fault: { kind: 'lost-reply' } },
        { operation: 'listBuilds', skip: 1, times: 2, fault: { kind: 'replace', members: { items: [] } } },
      ],
    },
    expects: success((run) => {
      expect(run.main.stdout).toContain('so it goes on');
      expectWholeLog(run);
    }),
  },
  'an agent that exists although no build of it is listed': {
    scenario: {
      rules: [{ operation: 'listBuilds', times: 9, fault: { kind: 'replace', members: { items: [] } } }],
    },
    expects: failure('agent-id'),
  },
  'the clock of the runner jumps by a day': {
    scenario: {
      delays: 40,
      prepare: () => {
        const folder = temporaryFolder('clock');
        writeFileSync(join(folder, 'jump.cjs'), JUMPING_CLOCK);
        return { options: { nodeFlags: ['--require', join(folder, 'jump.cjs')] } };
      },
    },
    expects: success((run) => expectWholeLog(run)),
  },
  'disk full while packing': {
    skip: NO_DISK,
    scenario: {
      prepare: () => ({
        inputs: { manifest: '', deploy: 'none' },
        options: { temp: packDisk ?? '', workspace: noisyWorkspace() },
      }),
    },
    expects: (played) => {
      failure('The disk is full')(played);
      expect(readdirSync(packDisk ?? '').filter((name) => name.startsWith('cloud-build-'))).toEqual([]);
    },
  },
  'disk full under the log file': {
    skip: NO_DISK,
    scenario: {
      lines: Array.from({ length: 12_000 }, (_, index) => `${index} ${BIG}`),
      inputs: { deploy: 'none' },
      prepare: () => ({ options: { temp: logDisk ?? '' } }),
    },
    expects: success((run) => {
      // Main's other files may lie on the same disk.
      expect(new Set(run.annotations.map(({ level }) => level))).toEqual(new Set(['warning']));
      expect(run.annotations.map(({ message }) => message).join()).toContain('is incomplete');
      expect(run.main.stdout.split('\n').filter((line) => line.endsWith(BIG))).toHaveLength(12_000);
    }),
  },
  'stdout is closed by its reader': {
    scenario: {
      inputs: { deploy: 'none' },
      prepare: () => {
        const folder = temporaryFolder('closed');
        writeFileSync(join(folder, 'close.cjs'), CLOSED_STDOUT);
        return { options: { nodeFlags: ['--require', join(folder, 'close.cjs')] } };
      },
    },
    expects: (played) => {
      expect(played.run.exitCode).toBe(0);
      expect(played.run.outputs['build-status']).toBe('success');
      expect(played.emulator.control.sgp.builds.at(-1)?.status).toBe('success');
      expect(printed(played.run, LOG).length).toBeLessThan(LOG.length);
    },
  },
  'GITHUB_OUTPUT cannot be written': {
    scenario: {
      inputs: { deploy: 'none' },
      env: { GITHUB_OUTPUT: '/dev/full' },
    },
    expects: success((run) => {
      expect(run.annotations.map(({ message }) => message).join()).toContain('outputs could not be written');
    }),
  },
};

function noisyWorkspace(): string {
  const folder = temporaryFolder('noisy');
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY data /data\n');
  writeFileSync(join(folder, 'data', 'random.bin'), randomBytes(3_000_000));
  return folder;
}

const inPool = pool(Number(process.env.TEST_ROWS ?? 10));
const rows = (Object.keys(SINGULAR) as SingularName[]).map((name) => ({ name, row: ROWS[name] }));
const playable = rows
  .filter(({ row }) => row.skip === undefined)
  .map((entry) => {
    const played = inPool(() => play({ story: 'run', rules: [], ...entry.row.scenario }));
    played.catch(() => undefined);
    return { ...entry, played };
  });

describe('a fault of its own kind', () => {
  test.each(playable)('$name', async ({ row, played }) => row.expects(await played));
  for (const { name, row } of rows) {
    if (row.skip !== undefined) test.skip(`${name}: ${row.skip}`, () => undefined);
  }
});
