import type { PipecatOptions } from './options.ts';
import type { PipecatAgent, PipecatBuild, Revision } from './state.ts';

/** The build as its JSON record, in the shape that the options choose. */
export function buildRecord(build: PipecatBuild, options: PipecatOptions): Record<string, unknown> {
  const number = (value: number) => (options.numbers === 'texts' ? String(value) : value);
  const { startedAt, endedAt } = build;
  const seconds = startedAt && endedAt ? Math.round((endedAt.getTime() - startedAt.getTime()) / 1000) : null;
  return {
    id: build.id,
    organizationId: options.organization,
    status: build.status,
    region: build.region,
    contextHash: build.contextHash,
    dockerfilePath: build.dockerfilePath,
    imageUri: build.image ?? null,
    logsUrl: `https://console.invalid/builds/${build.id}`,
    errorMessage: build.error ?? null,
    contextSizeBytes: number(build.contextBytes),
    imageSizeBytes: build.image === undefined ? null : number(52_428_800),
    buildDurationSeconds: seconds,
    ...build.source,
    startedAt: startedAt?.toISOString() ?? null,
    completedAt: endedAt?.toISOString() ?? null,
    createdAt: build.createdAt.toISOString(),
    updatedAt: build.updatedAt.toISOString(),
  };
}

/** The agent with its rollout; records of older servers have neither the desired nor the reconciled deployment. */
export function agentRecord(agent: PipecatAgent, options: PipecatOptions): Record<string, unknown> {
  const { minAgents = 0, maxAgents = 50 } = scalingOf(agent);
  const newer =
    options.readiness === 'older'
      ? {}
      : { desiredDeploymentId: agent.desired, reconciledDeploymentId: agent.reconciled ?? null };
  return {
    name: agent.name,
    region: agent.region,
    ready: agent.ready,
    available: agent.available,
    ...times(agent),
    ...newer,
    activeDeploymentId: agent.desired,
    activeDeploymentReady: agent.ready,
    autoScaling: { minReplicas: minAgents, maxReplicas: maxAgents },
    activeSessionCount: 0,
    deployment: deploymentOf(agent),
    ...sizeOf(agent),
    krispViva: agent.settings.krispViva ?? null,
    git: agent.git ?? null,
    currentRevision: agent.current ? revisionRecord(agent.current) : null,
    previousRevision: agent.previous ? revisionRecord(agent.previous) : null,
    ...(agent.errors.length === 0 ? {} : { errors: agent.errors }),
    ...(agent.conditions.length === 0 ? {} : { conditions: agent.conditions }),
  };
}

export function agentListItem(
  agent: PipecatAgent,
  options: PipecatOptions,
  { withDeployment, withGit }: { readonly withDeployment: boolean; readonly withGit: boolean },
): Record<string, unknown> {
  return {
    id: agent.id,
    name: agent.name,
    region: agent.region,
    desiredDeploymentId: agent.desired,
    activeDeploymentId: agent.desired,
    reconciledDeploymentId: agent.reconciled ?? null,
    organizationId: options.organization,
    ...times(agent),
    deletedAt: null,
    ...(withDeployment ? { deployment: deploymentOf(agent) } : {}),
    ...(withGit ? { git: agent.git ?? null } : {}),
  };
}

function times({ createdAt, updatedAt }: PipecatAgent) {
  return { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function deploymentOf(agent: PipecatAgent) {
  const at = agent.deployedAt.toISOString();
  const {
    image,
    buildId,
    architecture: arch,
    maxSessionDuration: maxSessionDurationSeconds,
  } = agent.settings;
  // Undefined members are left out of JSON: a build's image is redacted (contract, getAgent).
  const manifest = { kind: 'Agent', spec: { image, arch, maxSessionDurationSeconds } };
  return { id: agent.desired, serviceId: agent.id, buildId, manifest, createdAt: at, updatedAt: at };
}

/** Explicit resources replace a profile. */
function sizeOf({ settings: { agentProfile = 'agent-1x', resources } }: PipecatAgent) {
  return resources === undefined
    ? { agentProfile, resources: { cpu: '500m', memory: '1Gi' } }
    : { agentProfile: null, resources };
}

function revisionRecord({ phaseStartedAt, ...revision }: Revision) {
  return { ...revision, phaseStartedAt: phaseStartedAt.toISOString(), hasInfrastructureIssue: false };
}

export function scalingOf({ settings }: Pick<PipecatAgent, 'settings'>): {
  readonly minAgents?: number;
  readonly maxAgents?: number;
} {
  return (settings.autoScaling ?? {}) as { minAgents?: number; maxAgents?: number };
}
