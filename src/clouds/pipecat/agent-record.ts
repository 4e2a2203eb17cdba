import { omitUndefined } from '../../omit-undefined.ts';
import { type Fields, fieldsOf, instantOf, isFields, textOf } from '../reply.ts';

/** One revision of an agent: a deployment that runs. */
export type Revision = {
  /** Which deployment it is of. */
  readonly deployment?: string;
  readonly phase?: string;
  readonly phaseStartedAt?: string;
  readonly readyReplicas?: number;
  readonly replicasStarted?: number;
  readonly ready?: boolean;
  readonly restarts?: number;
  /** The cloud's own words for its customers; newer servers. */
  readonly headline?: string;
  readonly reason?: string;
  readonly lastExitCode?: number;
  readonly lastTerminationReason?: string;
  readonly message?: string;
  readonly infrastructureIssue: boolean;
};

export type AgentFault = { readonly code?: string; readonly message?: string };

export type Condition = {
  readonly type: string;
  readonly isTrue: boolean;
  readonly reason?: string;
  readonly message?: string;
};

type AgentLink = {
  readonly repository?: string;
  readonly branch?: string;
  /** Each push to the branch is deployed by the cloud. */
  readonly deploysByItself: boolean;
};

/** An agent with the state of its rollout. Its manifest is left out: it must not be printed. */
export type AgentRecord = {
  readonly name?: string;
  readonly region?: string;
  readonly createdAt?: string;
  /** When what it runs now was deployed. */
  readonly deployedAt?: string;
  /** The deployment that was asked for last. */
  readonly desired?: string;
  /** The deployment that the cloud has processed; absent on servers that do not say. */
  readonly reconciled?: string | null;
  readonly ready?: boolean;
  readonly available?: boolean;
  readonly activeReady?: boolean;
  readonly current?: Revision;
  readonly previous?: Revision;
  readonly errors: readonly AgentFault[];
  readonly conditions: readonly Condition[];
  readonly warning?: string;
  /** The repository that the cloud builds and deploys it from. */
  readonly link?: AgentLink;
  readonly deletedAt?: string;
};

/**
 * An agent, bare or in `body` (contracts/README.md, disagreement 25). `activeDeploymentId` is the old name of
 * `desiredDeploymentId`.
 *
 * @throws {ReplyFault} for what is no object.
 */
export function readAgent(reply: unknown): AgentRecord {
  const outer = fieldsOf(reply, 'an agent');
  const fields = isFields(outer.body) ? outer.body : outer;
  const reconciled = fields.reconciledDeploymentId;
  const deployment = isFields(fields.deployment) ? fields.deployment : {};
  return omitUndefined<AgentRecord>({
    name: textOf(fields, 'name', 'serviceName'),
    region: textOf(fields, 'region'),
    createdAt: instantOf(fields, 'createdAt'),
    deployedAt: instantOf(deployment, 'createdAt'),
    desired: textOf(fields, 'desiredDeploymentId', 'activeDeploymentId'),
    reconciled: typeof reconciled === 'string' || reconciled === null ? reconciled : undefined,
    ready: flagOf(fields, 'ready'),
    available: flagOf(fields, 'available'),
    activeReady: flagOf(fields, 'activeDeploymentReady'),
    current: readRevision(fields.currentRevision),
    previous: readRevision(fields.previousRevision),
    errors: listOf(fields.errors).map(readFault),
    conditions: listOf(fields.conditions).map(readCondition),
    warning: textOf(fields, 'warning') ?? textOf(outer, 'warning'),
    link: readLink(fields.git),
    deletedAt: instantOf(fields, 'deletedAt'),
  });
}

/**
 * Without `autoDeploy` the cloud deploys by itself (contracts/README.md, "Pipecat: what its own clients send and
 * read").
 */
function readLink(value: unknown): AgentLink | undefined {
  if (!isFields(value)) return undefined;
  return omitUndefined<AgentLink>({
    repository: textOf(value, 'repoFullName'),
    branch: textOf(value, 'branch'),
    deploysByItself: value.autoDeploy !== false,
  });
}

function readRevision(value: unknown): Revision | undefined {
  if (!isFields(value)) return undefined;
  const health = isFields(value.health) ? value.health : {};
  return omitUndefined<Revision>({
    deployment: textOf(value, 'deploymentID', 'deploymentId'),
    phase: textOf(value, 'phase'),
    phaseStartedAt: instantOf(value, 'phaseStartedAt'),
    readyReplicas: countOf(value, 'readyReplicas'),
    replicasStarted: countOf(health, 'replicasStarted'),
    ready: flagOf(health, 'ready'),
    restarts: countOf(health, 'restartCount'),
    headline: textOf(health, 'headline'),
    reason: textOf(health, 'reason'),
    lastExitCode: countOf(health, 'lastExitCode'),
    lastTerminationReason: textOf(health, 'lastTerminationReason'),
    message: textOf(health, 'message'),
    infrastructureIssue: value.hasInfrastructureIssue === true,
  });
}

function readFault(fields: Fields): AgentFault {
  return omitUndefined<AgentFault>({
    code: textOf(fields, 'code'),
    message: textOf(fields, 'message', 'error'),
  });
}

function readCondition(fields: Fields): Condition {
  return omitUndefined<Condition>({
    type: textOf(fields, 'type') ?? '',
    isTrue: fields.status === true || textOf(fields, 'status')?.toLowerCase() === 'true',
    reason: textOf(fields, 'reason'),
    message: textOf(fields, 'message'),
  });
}

function listOf(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry) => (isFields(entry) ? entry : { message: String(entry) }));
}

function flagOf(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  return typeof value === 'boolean' ? value : undefined;
}

function countOf(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
