import type { IncomingHttpHeaders } from 'node:http';
import type { Builder, Script } from '../../builder/job.ts';
import { type Call, type EmulatedCloud, Refusal, type Unplayed } from '../../server/exchange.ts';
import { buildHandlers, cancel } from './builds.ts';
import { deployConstraints } from './deploy.ts';
import { deploymentHandlers } from './deployments.ts';
import { type History, type PastPreview, seedHistory, seedPreviews } from './history.ts';
import { SGP_BY_HAND, SGP_DEFAULTS, type SgpOptions } from './options.ts';
import type { Rollout } from './rollout-plan.ts';
import { secretHandlers } from './secrets.ts';
import { createState, type SgpBuild, type SgpDeployment } from './state.ts';
import { submitConstraints } from './submit.ts';

/** What a test can read and control. */
export type SgpControl = {
  /** Oldest first; live objects, `log.lines` included. */
  readonly builds: readonly SgpBuild[];
  readonly deployments: readonly SgpDeployment[];
  /** The script for the next build that has none of its own. */
  readonly script: (script: Script) => void;
  /** The plan of the next deployment. */
  readonly rollout: (rollout: Rollout) => void;
  readonly seedHistory: (history: number | Omit<History, 'account'>) => readonly SgpBuild[];
  readonly seedPreviews: (previews: readonly PastPreview[]) => readonly SgpDeployment[];
};

export type SgpEmulator = { readonly cloud: EmulatedCloud; readonly control: SgpControl };

/** In addition to builds and deployments: lists of secrets are emulated, their values are not. */
const UNPLAYED: readonly Unplayed[] = [
  { path: /^\/v5\/(?:credentials|sgp\/secrets)(?:\/|$)/, what: 'secrets of SGP: it lists their names alone' },
  {
    path: /^\/v5\/agentex\/(?:agents|tasks|sessions|events)(?:\/|$)/,
    what: 'agents, tasks and sessions of SGP: it plays builds and deployments',
  },
];

/** @param strict the strictest rules of the newest server, or everything accepted that the vendor's guide and SDK send */
export function createSgp(
  builder: Builder,
  scripts: Script[],
  given: Partial<SgpOptions> = {},
  strict = true,
): SgpEmulator {
  const options: SgpOptions = { ...SGP_DEFAULTS, ...(strict ? {} : SGP_BY_HAND), ...given };
  const state = createState(scripts);
  const world = { state, options, builder };
  const account = options.accounts[0] ?? '';
  const close = async () => {
    for (const build of state.builds) cancelNow(build);
    for (const deployment of state.deployments) {
      clearTimeout(deployment.expiry);
      deployment.stop.abort();
    }
    await Promise.allSettled(state.running);
  };
  return {
    cloud: {
      name: 'sgp',
      contract: 'sgp.openapi.yaml',
      handlers: { ...buildHandlers(world), ...deploymentHandlers(world), ...secretHandlers(world) },
      authorise: (headers) => authorise(headers, options),
      refuse: (problems) => ({ kind: 'json', status: 422, body: { detail: problems } }),
      constraints: constraintsOf,
      unplayed: UNPLAYED,
      maxUploadBytes: options.maxArchiveBytes,
      tooLarge: () => ({ kind: 'json', status: 413, body: { detail: 'Archive exceeds 500MB' } }),
      close,
    },
    control: {
      builds: state.builds,
      deployments: state.deployments,
      script: (script) => void scripts.push(script),
      rollout: (rollout) => void state.rollouts.push(rollout),
      seedHistory: (history) =>
        seedHistory(state, { account, ...(typeof history === 'number' ? { builds: history } : history) }),
      seedPreviews: (previews) => seedPreviews(state, account, previews),
    },
  };
}

function constraintsOf(call: Call) {
  if (call.operation.id === 'submitBuild') return submitConstraints(call);
  if (call.operation.id === 'createDeployment') return deployConstraints(call);
  if (call.operation.id === 'streamBuildLogs' && !accepts(call.headers, 'text/event-stream')) {
    return [{ loc: ['header', 'accept'], msg: 'Expected text/event-stream', type: 'accept' }];
  }
  return [];
}

function accepts(headers: IncomingHttpHeaders, type: string): boolean {
  return (headers.accept ?? '').split(',').some((range) => range.split(';')[0]?.trim() === type);
}

function authorise(headers: IncomingHttpHeaders, options: SgpOptions): string {
  const key = headers['x-api-key'];
  if (typeof key !== 'string' || !options.keys.includes(key)) {
    throw new Refusal(401, { detail: 'Invalid API key' });
  }
  const account = headers['x-selected-account-id'];
  if (typeof account !== 'string' || !options.accounts.includes(account)) {
    throw new Refusal(403, { detail: 'Not authorized for this account' });
  }
  return account;
}

function cancelNow(build: SgpBuild): void {
  cancel(build);
  build.stop.abort();
}
