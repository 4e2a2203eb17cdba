import { randomUUID } from 'node:crypto';
import type { Script } from '../../builder/job.ts';
import { BuildLog } from '../../builder/log.ts';
import type { Rollout } from './rollout-plan.ts';

/** A build as the emulated cloud stores it. */
export type SgpBuild = {
  readonly id: string;
  readonly providerId: string;
  readonly account: string;
  readonly agentName: string;
  readonly agentId: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly source: Readonly<Record<string, string | boolean | null>>;
  readonly createdAt: Date;
  readonly log: BuildLog;
  readonly stop: AbortController;
  imageUrl: string | undefined;
  /** The contract's AgentexCloudBuildStatus. */
  status: string;
  startedAt: Date | undefined;
  endedAt: Date | undefined;
};

type DeployEvent = { type: string; reason: string; message: string; timestamp: string };
type DeployLine = { id: string; message: string; log_level: string | null; timestamp: string | null };

export type SgpDeployment = {
  readonly id: string;
  readonly account: string;
  readonly buildId: string | undefined;
  readonly agentName: string;
  readonly namespace: string;
  readonly manifest: string;
  readonly environmentConfig: string;
  readonly release: string;
  readonly preview: { readonly label: string | null; readonly expiresAt: Date } | undefined;
  readonly createdAt: Date;
  readonly events: DeployEvent[];
  readonly lines: DeployLine[];
  readonly stop: AbortController;
  /** The guide's statuses; records use those that the options choose. */
  status: 'pending' | 'in_progress' | 'healthy' | 'failed' | 'cancelled' | 'superseded' | 'deleted';
  wasHealthy: boolean;
  expiry: NodeJS.Timeout | undefined;
};

/** Everything the emulated SGP knows; oldest first. */
export type SgpState = {
  readonly builds: SgpBuild[];
  readonly buildsById: Map<string, SgpBuild>;
  readonly deployments: SgpDeployment[];
  /** Agent ids by account and name. */
  readonly agents: Map<string, string>;
  /** What the next builds and rollouts do, in this order. */
  readonly scripts: Script[];
  readonly rollouts: Rollout[];
  /** The work in the background. */
  readonly running: Set<Promise<unknown>>;
};

/** @param scripts what the next builds do; shared with the other clouds */
export function createState(scripts: Script[]): SgpState {
  return {
    builds: [],
    buildsById: new Map(),
    deployments: [],
    agents: new Map(),
    scripts,
    rollouts: [],
    running: new Set(),
  };
}

export function agentKey(account: string, name: string): string {
  return `${account}/${name}`;
}

export function addBuild(
  state: SgpState,
  facts: Pick<SgpBuild, 'account' | 'agentName' | 'imageName' | 'imageTag' | 'source'> &
    Partial<Pick<SgpBuild, 'status' | 'imageUrl' | 'createdAt' | 'startedAt' | 'endedAt'>>,
): SgpBuild {
  const key = agentKey(facts.account, facts.agentName);
  const agentId = state.agents.get(key) ?? randomUUID();
  state.agents.set(key, agentId);
  const build: SgpBuild = {
    id: `build_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
    providerId: randomUUID(),
    agentId,
    createdAt: new Date(),
    log: new BuildLog(),
    stop: new AbortController(),
    imageUrl: undefined,
    status: 'queued',
    startedAt: undefined,
    endedAt: undefined,
    ...facts,
  };
  state.builds.push(build);
  state.buildsById.set(build.id, build);
  return build;
}
