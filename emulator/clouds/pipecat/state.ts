import { randomUUID } from 'node:crypto';
import type { Builder, Script } from '../../builder/job.ts';
import { BuildLog } from '../../builder/log.ts';
import { Refusal, type UploadedFile } from '../../server/exchange.ts';
import type { PipecatOptions } from './options.ts';
import type { Rollout } from './rollout-plan.ts';

/** An upload target for one archive, and the archive after its upload. */
export type Upload = {
  readonly id: string;
  readonly region: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
  object: UploadedFile | undefined;
};

/** The commit from which the cloud made a build that has no upload. */
export type Source = { readonly repoFullName: string; readonly ref: string; readonly commitSha: string };

/** The repository to which an agent is linked; without `autoDeploy` each push deploys. */
export type GitLink = {
  readonly repoFullName: string;
  readonly branch: string;
  readonly dockerfilePath?: string;
  readonly subdirectory?: string;
  readonly autoDeploy?: boolean;
};

/** A build as the emulated cloud stores it. */
export type PipecatBuild = {
  readonly id: string;
  readonly region: string;
  readonly contextHash: string;
  readonly contextBytes: number;
  readonly dockerfilePath: string;
  readonly source: Source | undefined;
  readonly createdAt: Date;
  readonly log: BuildLog;
  readonly stop: AbortController;
  /** How many lines the log had, and when that was checked. */
  readonly looks: { readonly at: number; readonly lines: number }[];
  /** The contract's BuildStatusEnum, or a status that it does not list. */
  status: string;
  image: string | undefined;
  error: string | undefined;
  startedAt: Date | undefined;
  endedAt: Date | undefined;
  updatedAt: Date;
};

export type Health = {
  ready: boolean;
  state: 'running' | 'waiting' | 'terminated';
  restartCount: number;
  replicasStarted: number;
  headline?: string;
  reason?: string;
  lastExitCode?: number;
  lastTerminationReason?: string;
  message?: string;
};

export type Revision = {
  readonly deploymentID: string;
  phase: 'Creating' | 'Validating' | 'Active' | 'Draining' | 'Failed';
  phaseStartedAt: Date;
  readyReplicas: number;
  readonly health: Health;
};

type AgentEntry = { readonly log: string; readonly timestamp: string; readonly deploymentId: string };

export type PipecatAgent = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly createdAt: Date;
  readonly stop: AbortController;
  readonly entries: AgentEntry[];
  /** The settings of the create, with those of each update merged over them. */
  settings: Readonly<Record<string, unknown>>;
  updatedAt: Date;
  deployedAt: Date;
  desired: string;
  reconciled: string | undefined;
  ready: boolean;
  available: boolean;
  current: Revision | undefined;
  previous: Revision | undefined;
  git: GitLink | undefined;
  errors: { readonly code: string; readonly message: string }[];
  conditions: { type: string; status: string; reason: string; message: string }[];
};

/** Everything the emulated Pipecat Cloud knows; oldest first. */
export type PipecatState = {
  readonly uploads: Map<string, Upload>;
  readonly builds: PipecatBuild[];
  readonly agents: Map<string, PipecatAgent>;
  readonly scripts: Script[];
  readonly rollouts: Rollout[];
  /** How many of the next upload targets are already expired when they are returned. */
  expired: number;
  readonly running: Set<Promise<unknown>>;
};

export type PipecatWorld = {
  readonly state: PipecatState;
  readonly options: PipecatOptions;
  readonly builder: Builder;
};

export function createState(scripts: Script[]): PipecatState {
  return {
    uploads: new Map(),
    builds: [],
    agents: new Map(),
    scripts,
    rollouts: [],
    expired: 0,
    running: new Set(),
  };
}

export function addBuild(
  state: PipecatState,
  facts: Pick<PipecatBuild, 'region' | 'contextHash' | 'contextBytes' | 'dockerfilePath'> &
    Partial<PipecatBuild>,
): PipecatBuild {
  const createdAt = facts.createdAt ?? new Date();
  const build: PipecatBuild = {
    id: randomUUID(),
    log: new BuildLog(),
    stop: new AbortController(),
    looks: [],
    source: undefined,
    status: 'pending',
    image: undefined,
    error: undefined,
    startedAt: undefined,
    endedAt: undefined,
    updatedAt: createdAt,
    ...facts,
    createdAt,
  };
  state.builds.push(build);
  return build;
}

export function addAgent(
  state: PipecatState,
  facts: Pick<PipecatAgent, 'name' | 'region' | 'settings' | 'createdAt'> &
    Partial<Pick<PipecatAgent, 'git'>>,
): PipecatAgent {
  const agent: PipecatAgent = {
    id: randomUUID(),
    stop: new AbortController(),
    entries: [],
    updatedAt: facts.createdAt,
    deployedAt: facts.createdAt,
    desired: '',
    reconciled: undefined,
    ready: false,
    available: false,
    current: undefined,
    previous: undefined,
    git: undefined,
    errors: [],
    conditions: [],
    ...facts,
  };
  state.agents.set(agent.name, agent);
  return agent;
}

export function inBackground(state: PipecatState, work: Promise<unknown>): void {
  state.running.add(work);
  work.finally(() => state.running.delete(work));
}

/** A refusal in the cloud's own format (contract, ErrorResponse). */
export function refusal(status: number, error: string, code = CODES[status] ?? String(status)): Refusal {
  return new Refusal(status, { error, code });
}

/** The answer to a request that the cloud serves and the emulator does not. */
export function notImplemented(sentence: string): Refusal {
  return refusal(501, sentence, 'NOT_IMPLEMENTED');
}

const CODES: Readonly<Record<number, string>> = {
  400: 'GENERIC_BAD_REQUEST',
  401: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
};
