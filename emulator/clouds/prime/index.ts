import type { IncomingHttpHeaders } from 'node:http';
import type { Builder, Script } from '../../builder/job.ts';
import {
  type Call,
  type EmulatedCloud,
  type Problem,
  Refusal,
  type Unplayed,
} from '../../server/exchange.ts';
import { storageError } from '../../server/storage-error.ts';
import { buildHandlers } from './builds.ts';
import { type PrimeHistory, seedHistory } from './history.ts';
import { imageHandlers } from './images.ts';
import { initiateConstraints } from './initiate.ts';
import { PRIME_DEFAULTS, type PrimeOptions } from './options.ts';
import { createState, type PrimeBuild, type VmScript } from './state.ts';
import { refuseUpload, uploadConstraints } from './storage.ts';
import { updateImages } from './update.ts';

/** What a test can read and control. */
export type PrimeControl = {
  /** Oldest first; live objects, `log.lines` included, which no request can read. */
  readonly builds: readonly PrimeBuild[];
  /** The script for the next build that has none of its own. If the build fails, its last line becomes the error. */
  readonly script: (script: Script) => void;
  /** The plan of the next VM image. */
  readonly vmImage: (script: VmScript) => void;
  readonly seedHistory: (history: number | PrimeHistory) => readonly PrimeBuild[];
};

const UNPLAYED: readonly Unplayed[] = [
  {
    path: /^\/api\/v1\/(?:sandbox|sandboxes|pods|secrets|user|teams|disks|volumes|tunnel)(?:\/|$)/,
    what: 'sandboxes, pods, secrets and accounts of Prime Intellect: it plays images',
  },
];

export type PrimeEmulator = { readonly cloud: EmulatedCloud; readonly control: PrimeControl };

export function createPrime(
  builder: Builder,
  scripts: Script[],
  given: Partial<PrimeOptions> = {},
): PrimeEmulator {
  const options = { ...PRIME_DEFAULTS, ...given };
  const state = createState(scripts);
  const world = { state, options, builder };
  const close = async () => {
    for (const build of state.builds) build.stop.abort();
    await Promise.allSettled(state.running);
  };
  return {
    cloud: {
      name: 'prime',
      contract: 'prime.openapi.yaml',
      handlers: {
        ...buildHandlers(world),
        ...imageHandlers(world),
        updateImages: (call) => updateImages(world, call),
      },
      authorise: (headers) => authorise(headers, options),
      refuse: (problems) => ({ kind: 'json', status: 422, body: { errors: problems.map(errorOf) } }),
      constraints: constraintsOf,
      unplayed: UNPLAYED,
      maxUploadBytes: options.maxArchiveBytes,
      tooLarge: () => ({ kind: 'json', status: 413, body: { detail: 'Request too large' } }),
      storage: {
        refuse: refuseUpload,
        tooLarge: () => storageError(413, 'EntityTooLarge', 'Your proposed upload is too large.'),
      },
      close,
    },
    control: {
      builds: state.builds,
      script: (script) => void scripts.push(script),
      vmImage: (script) => void state.vmScripts.push(script),
      seedHistory: (history) =>
        seedHistory(world, typeof history === 'number' ? { builds: history } : history),
    },
  };
}

function constraintsOf(call: Call): readonly Problem[] {
  if (call.operation.id === 'initiateBuild') return initiateConstraints(call);
  return call.operation.id === 'uploadContext' ? uploadConstraints(call) : [];
}

function errorOf({ loc, msg }: Problem): { param: string; details: string } {
  return { param: loc.slice(1).join('.') || String(loc[0]), details: msg };
}

function authorise({ authorization }: IncomingHttpHeaders, { keys }: PrimeOptions): string {
  const key = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (key === undefined || !keys.includes(key)) throw new Refusal(401, { detail: 'Authorization failed' });
  return 'emulator';
}
