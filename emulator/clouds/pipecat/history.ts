import { createHash, randomUUID } from 'node:crypto';
import {
  addAgent,
  addBuild,
  type GitLink,
  type PipecatAgent,
  type PipecatBuild,
  type PipecatState,
  type Source,
} from './state.ts';

export type PipecatHistory = {
  readonly builds: number;
  /** Default us-west. */
  readonly region?: string;
  /** The time of the last build; default an hour ago. */
  readonly until?: Date;
  /** The commit from which the cloud made all of them; absent: they were made from uploads. */
  readonly source?: Source;
};

const HOUR = 60 * 60 * 1000;

/** Adds earlier builds, one every 37 minutes; the same numbers give the same history. */
export function seedHistory(state: PipecatState, history: PipecatHistory): readonly PipecatBuild[] {
  const { builds: count, region = 'us-west', source } = history;
  const until = history.until?.getTime() ?? Date.now() - HOUR;
  return Array.from({ length: count }, (_, index) => {
    const digest = createHash('sha256').update(`context ${index}`).digest('hex');
    const createdAt = new Date(until - (count - 1 - index) * 37 * 60 * 1000);
    const startedAt = new Date(createdAt.getTime() + 5_000);
    const seconds = 80 + (Number.parseInt(digest.slice(2, 5), 16) % 240);
    const endedAt = new Date(startedAt.getTime() + seconds * 1000);
    const status = index % 17 === 5 ? 'failed' : index % 41 === 7 ? 'timeout' : 'success';
    const contextHash = digest.slice(0, 16);
    const build = addBuild(state, {
      region,
      contextHash,
      contextBytes: 100_000 + seconds,
      dockerfilePath: 'Dockerfile',
      source,
      createdAt,
      startedAt,
      endedAt,
      updatedAt: endedAt,
      status,
      image:
        status === 'success'
          ? `registry.emulator.localhost/pipecat-cloud/org_emulator:${contextHash}`
          : undefined,
      error: status === 'failed' ? 'Docker build failed: exit code: 1' : undefined,
    });
    build.log.add('#1 [1/1] FROM scratch', `#1 DONE ${seconds}.0s`);
    build.log.end();
    return build;
  });
}

export type PastAgent = {
  readonly name: string;
  readonly region?: string;
  readonly createdAt: Date;
  readonly git?: GitLink;
};

/** Adds agents that have been ready for a long time. */
export function seedAgents(state: PipecatState, agents: readonly PastAgent[]): readonly PipecatAgent[] {
  return agents.map(({ name, region = 'us-west', createdAt, git }) => {
    const agent = addAgent(state, { name, region, settings: {}, createdAt, git });
    agent.desired = randomUUID();
    agent.reconciled = agent.desired;
    agent.ready = true;
    agent.available = true;
    const health = { ready: true, state: 'running', restartCount: 0, replicasStarted: 1 } as const;
    agent.current = {
      deploymentID: agent.desired,
      phase: 'Active',
      phaseStartedAt: createdAt,
      readyReplicas: 1,
      health: { ...health },
    };
    return agent;
  });
}
