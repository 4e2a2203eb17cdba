import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuilderChoice, createBuilder } from './builder/builder.ts';
import type { Script } from './builder/job.ts';
import { createPipecat, type PipecatControl } from './clouds/pipecat/index.ts';
import type { PipecatOptions } from './clouds/pipecat/options.ts';
import { createPrime, type PrimeControl } from './clouds/prime/index.ts';
import type { PrimeOptions } from './clouds/prime/options.ts';
import { createSgp, type SgpControl } from './clouds/sgp/index.ts';
import { SGP_DEFAULTS, type SgpOptions } from './clouds/sgp/options.ts';
import { Faults, type Misbehaviour, type Rule } from './faults/fault.ts';
import type { EmulatedCloud, RecordedRequest, Violation } from './server/exchange.ts';
import { createJournal } from './server/journal.ts';
import { createRoutes } from './server/routes.ts';
import { openServer, type RunningServer, type ServerOptions } from './server/server.ts';

export type EmulatorOptions = {
  /** Default 0: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** The prefix of all paths, e.g. `/public`. */
  readonly prefix?: string;
  /** Default `auto`. */
  readonly builder?: BuilderChoice;
  /** Builds at once; default 4. */
  readonly workers?: number;
  /** Factor on the durations of played builds; default 1, 0 plays at once. */
  readonly pace?: number;
  /** Checks our own replies against the contract too: for tests. */
  readonly checkReplies?: boolean;
  /**
   * Whether every breach of a contract is refused and recorded, as tests need it: the default. Otherwise what the
   * real clouds ignore is ignored, and recorded as ignored.
   */
  readonly strict?: boolean;
  /** Gets a line for each breach, for the user at the terminal. */
  readonly tell?: (line: string) => void;
  readonly misbehave?: readonly Rule[];
  readonly sgp?: Partial<SgpOptions>;
  readonly prime?: Partial<PrimeOptions>;
  readonly pipecat?: Partial<PipecatOptions>;
};

export type EmulatorControl = {
  /** Everything that arrived, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Every breach of a contract, in a request or in a reply. */
  readonly violations: readonly Violation[];
  /** Breaches that were ignored, as the real cloud ignores them; always empty in strict mode. */
  readonly ignored: readonly Violation[];
  readonly misbehave: (rule: Rule) => Misbehaviour;
  /** Ends all misbehaviour. */
  readonly behave: () => void;
  readonly script: (script: Script) => void;
  readonly sgp: SgpControl;
  readonly prime: PrimeControl;
  readonly pipecat: PipecatControl;
};

export type Emulator = {
  /** Without trailing slash; the base URL of every cloud. */
  readonly url: string;
  /**
   * The object storage under a second address, as a bucket has one in its region: without trailing slash. Only a
   * `redirect` fault of the storage in presigned URLs leads there.
   */
  readonly regionalStorageUrl: string;
  /** Accepted credentials; obviously not secrets. */
  readonly credentials: { readonly apiKey: string; readonly accountId: string };
  readonly control: EmulatorControl;
  /** Ends builds, connections and timers, and removes what was stored. */
  readonly close: () => Promise<void>;
};

/** Starts a local cloud on loopback. @throws {Error} where the port is taken */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-emulator-'));
  const { builder: choice = 'auto', workers = 4, pace = 1 } = options;
  const builder = createBuilder({ choice, workers, pace, folder: join(folder, 'builds') });
  const faults = new Faults();
  for (const rule of options.misbehave ?? []) faults.add(rule);
  const journal = createJournal(options.tell);
  const scripts: Script[] = [];
  const sgp = createSgp(builder, scripts, options.sgp, options.strict);
  const prime = createPrime(builder, scripts, options.prime);
  const pipecat = createPipecat(builder, scripts, options.pipecat);
  const clouds: readonly EmulatedCloud[] = [sgp.cloud, prime.cloud, pipecat.cloud];
  const servers = await openServers(clouds, options, { faults, journal, folder });
  faults.regionalStorageUrl = servers.regionalStorageUrl;
  const close = async () => {
    await servers.close();
    await Promise.all(clouds.map((cloud) => cloud.close()));
    await builder.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const { keys, accounts } = { ...SGP_DEFAULTS, ...options.sgp };
  return {
    url: servers.url,
    regionalStorageUrl: servers.regionalStorageUrl,
    credentials: { apiKey: keys[0] ?? '', accountId: accounts[0] ?? '' },
    control: {
      requests: journal.requests,
      violations: journal.violations,
      ignored: journal.ignored,
      misbehave: (rule) => faults.add(rule),
      behave: () => faults.clear(),
      script: (script) => void scripts.push(script),
      sgp: sgp.control,
      prime: prime.control,
      pipecat: pipecat.control,
    },
    close,
  };
}

/** The API and, each on its own port, the object storage of presigned URLs and its second address. */
async function openServers(
  clouds: readonly EmulatedCloud[],
  options: EmulatorOptions,
  world: Pick<ServerOptions, 'faults' | 'journal' | 'folder'>,
): Promise<RunningServer & { readonly regionalStorageUrl: string }> {
  const { host = '127.0.0.1', checkReplies = false, strict = true, port = 0, prefix = '' } = options;
  const shared = { ...world, host, checkReplies, strict };
  const openStorage = () =>
    openServer({ ...shared, port: 0, prefix: '', routes: createRoutes(clouds, 'storage') });
  const storages = await Promise.all([openStorage(), openStorage()]);
  const [storage, regional] = storages;
  const closeStorages = () => Promise.all(storages.map((server) => server.close()));
  try {
    const routes = createRoutes(clouds, 'api');
    const api = await openServer({ ...shared, port, prefix, storageUrl: storage.url, routes });
    const close = async () => {
      await Promise.all([api.close(), closeStorages()]);
    };
    return { url: api.url, regionalStorageUrl: regional.url, close };
  } catch (error) {
    await closeStorages();
    throw error;
  }
}
