import type { IncomingHttpHeaders } from 'node:http';
import type { Builder, Script } from '../../builder/job.ts';
import type { Call, EmulatedCloud, Problem, Reply } from '../../server/exchange.ts';
import { agentHandlers } from './agents.ts';
import { buildHandlers } from './builds.ts';
import { agentConstraints } from './deploy.ts';
import { type PastAgent, type PipecatHistory, seedAgents, seedHistory } from './history.ts';
import { PIPECAT_DEFAULTS, type PipecatOptions } from './options.ts';
import { organizationHandlers } from './organization.ts';
import type { Rollout } from './rollout-plan.ts';
import {
  createState,
  type PipecatAgent,
  type PipecatBuild,
  type PipecatWorld,
  refusal,
  type Upload,
} from './state.ts';
import { refuseUpload, tooLarge, uploadConstraints } from './upload.ts';

/** What a test may look at and steer. */
export type PipecatControl = {
  /** Oldest first; live objects, `log.lines` included. */
  readonly builds: readonly PipecatBuild[];
  /** By name; live objects, `settings` included. */
  readonly agents: ReadonlyMap<string, PipecatAgent>;
  /** Every upload target that was given, by its id. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The next build without a script of its own plays this one. */
  readonly script: (script: Script) => void;
  /** The next rollout goes so. */
  readonly rollout: (rollout: Rollout) => void;
  /** So many of the next upload targets have run out before they are given. */
  readonly expireTargets: (count: number) => void;
  readonly seedHistory: (history: number | PipecatHistory) => readonly PipecatBuild[];
  readonly seedAgents: (agents: readonly PastAgent[]) => readonly PipecatAgent[];
};

export type PipecatEmulator = { readonly cloud: EmulatedCloud; readonly control: PipecatControl };

export function createPipecat(
  builder: Builder,
  scripts: Script[],
  given: Partial<PipecatOptions> = {},
): PipecatEmulator {
  const options = { ...PIPECAT_DEFAULTS, ...given };
  const state = createState(scripts);
  const world = { state, options, builder };
  const close = async () => {
    for (const { stop } of [...state.builds, ...state.agents.values()]) stop.abort();
    await Promise.allSettled(state.running);
  };
  return {
    cloud: {
      name: 'pipecat',
      contract: 'pipecat.openapi.yaml',
      handlers: { ...buildHandlers(world), ...agentHandlers(world), ...organizationHandlers(world) },
      authorise: (headers) => authorise(headers, options),
      refuse,
      constraints: (call) => constraintsOf(world, call),
      // One byte more than the policy allows, which the storage itself refuses in its own words.
      maxUploadBytes: options.maxContextBytes + 1,
      tooLarge: () => refusal(413, 'Context too large').reply,
      storage: { refuse: refuseUpload, tooLarge },
      close,
    },
    control: {
      builds: state.builds,
      agents: state.agents,
      uploads: state.uploads,
      script: (script) => void scripts.push(script),
      rollout: (rollout) => void state.rollouts.push(rollout),
      expireTargets: (count) => {
        state.expired = count;
      },
      seedHistory: (history) =>
        seedHistory(state, typeof history === 'number' ? { builds: history } : history),
      seedAgents: (agents) => seedAgents(state, agents),
    },
  };
}

function constraintsOf(world: PipecatWorld, call: Call): readonly Problem[] {
  if (call.operation.id === 'uploadContext') return uploadConstraints(world, call);
  if (call.operation.id === 'createAgent' || call.operation.id === 'updateAgent')
    return agentConstraints(call);
  return [];
}

/** The documented code for all of them (contract, Unprocessable). */
function refuse(problems: readonly Problem[]): Reply {
  const words = problems.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return refusal(400, words).reply;
}

/** Public keys and personal access tokens are keys of another kind (contracts/README.md, disagreement 31). */
function authorise(headers: IncomingHttpHeaders, { keys, organization }: PipecatOptions): string {
  const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (key === undefined || !keys.includes(key)) throw refusal(401, 'Unauthorized');
  return organization;
}
