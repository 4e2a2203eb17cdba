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
import { serviceHandlers } from './services.ts';
import {
  createState,
  type GitLink,
  notImplemented,
  type PipecatAgent,
  type PipecatBuild,
  type PipecatWorld,
  refusal,
  type Upload,
} from './state.ts';
import { UNPLAYED } from './unplayed.ts';
import { refuseUpload, tooLarge, uploadConstraints } from './upload.ts';

/** What a test can read and control. */
export type PipecatControl = {
  /** Oldest first; live objects, `log.lines` included. */
  readonly builds: readonly PipecatBuild[];
  /** By name; live objects, `settings` included. */
  readonly agents: ReadonlyMap<string, PipecatAgent>;
  /** Every upload target, by its id. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The script for the next build that has none of its own. */
  readonly script: (script: Script) => void;
  /** The plan of the next rollout. */
  readonly rollout: (rollout: Rollout) => void;
  /** Links an agent to a repository, or removes its link. @throws {Error} if there is no such agent */
  readonly link: (agentName: string, git: GitLink | undefined) => void;
  /** How many of the next upload targets are already expired when they are returned. */
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
  const api = { ...buildHandlers(world), ...agentHandlers(world), ...organizationHandlers(world) };
  return {
    cloud: {
      name: 'pipecat',
      contract: 'pipecat.openapi.yaml',
      handlers: { ...api, ...serviceHandlers(world, api) },
      authorise: (headers) => authorise(headers, options),
      refuse,
      constraints: (call) => constraintsOf(world, call),
      // One byte more than the policy allows: the storage itself refuses that, in its own format.
      maxUploadBytes: options.maxContextBytes + 1,
      tooLarge: () => refusal(413, 'Context too large').reply,
      storage: { refuse: refuseUpload, tooLarge },
      unplayed: UNPLAYED,
      decline: notImplemented,
      close,
    },
    control: {
      builds: state.builds,
      agents: state.agents,
      uploads: state.uploads,
      script: (script) => void scripts.push(script),
      rollout: (rollout) => void state.rollouts.push(rollout),
      link: (agentName, git) => {
        const agent = state.agents.get(agentName);
        if (!agent) throw new Error(`No agent is called ${agentName}`);
        agent.git = git;
      },
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
  const writing = ['createAgent', 'updateAgent', 'createService', 'updateService'];
  return writing.includes(call.operation.id) ? agentConstraints(call) : [];
}

/** The documented code for all of them (contract, Unprocessable). */
function refuse(problems: readonly Problem[]): Reply {
  const words = problems.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return refusal(400, words).reply;
}

/** Public keys and personal access tokens are other kinds of keys (contracts/README.md, disagreement 31). */
function authorise(headers: IncomingHttpHeaders, { keys, organization }: PipecatOptions): string {
  const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (key === undefined || !keys.includes(key)) throw refusal(401, 'Unauthorized');
  return organization;
}
