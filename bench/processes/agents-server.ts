/**
 * A process with an emulated SGP and a forge, for the bench of many agents: `node agents-server.js <builds>
 * <seconds>`. Each build takes this many seconds. It sends its addresses to its parent, and answers each message with
 * what arrived since the last one.
 */
import { startEmulator } from '../../emulator/emulator.ts';
import { startForge } from '../../emulator/forge/index.ts';

/** The addresses of the process. */
export type Addresses = {
  readonly cloud: string;
  readonly forgeApi: string;
  readonly forgeUrl: string;
  readonly apiKey: string;
  readonly accountId: string;
  readonly token: string;
};

/** What arrived since the last call. */
export type Arrived = {
  /** Requests to the cloud. */
  readonly cloud: number;
  /** Requests to the forge, and the times of those that write, in milliseconds since the epoch. */
  readonly forge: number;
  readonly writes: readonly number[];
  readonly builds: number;
};

const LINES = 200;

const [builds = 1, seconds = 1] = process.argv.slice(2).map(Number);
const emulator = await startEmulator({ builder: 'play', workers: 1_000 });
const forge = await startForge({ flavour: 'github', repository: 'acme/agents' });
forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic' });
for (let build = 0; build < builds; build += 1) {
  const lines = Array.from({ length: LINES }, (_, index) => `#5 ${index}.0 a line of build ${build}`);
  emulator.control.script({ lines, delays: (seconds * 1000) / LINES });
}

let seen = { cloud: 0, forge: 0, builds: 0 };
process.on('message', () => {
  const now = {
    cloud: emulator.control.requests.length,
    forge: forge.requests.length,
    builds: emulator.control.sgp.builds.length,
  };
  const writes = forge.requests
    .slice(seen.forge)
    .filter(({ method }) => method !== 'GET')
    .map(({ at }) => at);
  const arrived: Arrived = {
    cloud: now.cloud - seen.cloud,
    forge: now.forge - seen.forge,
    builds: now.builds - seen.builds,
    writes,
  };
  seen = now;
  process.send?.(arrived);
});
const addresses: Addresses = {
  cloud: emulator.url,
  forgeApi: forge.apiUrl,
  forgeUrl: forge.serverUrl,
  apiKey: emulator.credentials.apiKey,
  accountId: emulator.credentials.accountId,
  token: forge.tokens.workflow,
};
process.send?.(addresses);
