import { omitUndefined } from '../../omit-undefined.ts';
import type { Deployment, DeploymentStatus } from '../deployment.ts';
import { deploymentId } from './agent-name.ts';
import type { AgentFault, AgentRecord, Revision } from './agent-record.ts';
import { eventsOf, failureReason } from './rollout-events.ts';

/** The state of the agent before its rollout began, to tell old errors and deployments from new ones. */
export type RolloutBaseline = {
  /** Deployments that existed: an answer that still names one of them is late, not a newer rollout. */
  readonly deployments: ReadonlySet<string>;
  /** The errors that existed already. */
  readonly errors: readonly AgentFault[];
  /** Absent where the agent is new. */
  readonly previous?: { readonly id: string; readonly createdAt?: string };
};

type Wanted = {
  readonly name: string;
  /** The deployment that was asked for; absent: whichever the agent has. */
  readonly wanted: string | undefined;
  readonly before?: RolloutBaseline | undefined;
};

/**
 * The state of one rollout, read from the agent's record.
 *
 * Done is what contracts/pipecat.openapi.yaml says (getAgent; contracts/README.md, disagreement 24): the reconciled
 * deployment is the wanted one, and it is available and ready. Servers that do not name the reconciled one are judged
 * by the older rule.
 */
export function deploymentOf(record: AgentRecord, of: Wanted): Deployment {
  const wanted = of.wanted ?? record.desired;
  const { status, rawStatus } = stateOf(record, wanted, of.before);
  const previous = stillServing(record, wanted, of);
  return omitUndefined<Deployment>({
    id: deploymentId(of.name, of.wanted),
    status,
    rawStatus,
    agentName: of.name,
    createdAt: record.deployedAt ?? record.createdAt,
    events: eventsOf(record, ownRevision(record, wanted)),
    previous,
    error: status === 'failed' ? failureReason(record, ownRevision(record, wanted)) : undefined,
  });
}

type State = { readonly status: DeploymentStatus; readonly rawStatus: string };

/** With the words of the life cycle in contracts/README.md. */
function stateOf(
  record: AgentRecord,
  wanted: string | undefined,
  before: RolloutBaseline | undefined,
): State {
  if (record.deletedAt !== undefined) return { status: 'deleted', rawStatus: 'deleted' };
  const { desired } = record;
  if (wanted !== undefined && desired !== undefined && desired !== wanted) {
    if (!before?.deployments.has(desired)) return { status: 'superseded', rawStatus: 'superseded' };
    return { status: 'pending', rawStatus: 'waiting' };
  }
  const own = ownRevision(record, wanted);
  if (hasFailed(record, wanted, own, before)) return { status: 'failed', rawStatus: 'failed' };
  if (isReady(record, wanted)) return { status: 'healthy', rawStatus: 'ready' };
  const begun = own !== undefined || record.reconciled === undefined || record.reconciled === wanted;
  return begun
    ? { status: 'progressing', rawStatus: 'progressing' }
    : { status: 'pending', rawStatus: 'waiting' };
}

/** The current revision, unless it is of an earlier deployment. */
function ownRevision({ current, reconciled }: AgentRecord, wanted: string | undefined): Revision | undefined {
  if (current?.deployment === undefined) return reconciled === wanted ? current : undefined;
  return current.deployment === wanted ? current : undefined;
}

/** Errors from before count only once the cloud has processed the new deployment. */
function hasFailed(
  { errors, reconciled }: AgentRecord,
  wanted: string | undefined,
  own: Revision | undefined,
  before: RolloutBaseline | undefined,
): boolean {
  if (own?.phase?.toLowerCase() === 'failed') return true;
  if (errors.length === 0) return false;
  return reconciled === wanted || JSON.stringify(errors) !== JSON.stringify(before?.errors ?? []);
}

function isReady(
  { reconciled, ready, available, activeReady, current }: AgentRecord,
  wanted?: string,
): boolean {
  if (reconciled !== undefined) {
    const isWanted = reconciled !== null && reconciled === (wanted ?? reconciled);
    return isWanted && (available ?? ready) === true && (ready === true || activeReady === true);
  }
  const isOther = current?.deployment !== undefined && current.deployment !== wanted;
  return !isOther && (available === true || ready === true) && (activeReady ?? ready) === true;
}

/** The revision before this one, where it still accepts sessions. */
function stillServing(
  { available, current, previous }: AgentRecord,
  wanted: string | undefined,
  { name, before }: Wanted,
): Deployment['previous'] {
  if (available !== true) return undefined;
  const other = [current, previous].find(
    (revision) => revision?.deployment !== undefined && revision.deployment !== wanted,
  )?.deployment;
  if (other === undefined) return before?.previous;
  const id = deploymentId(name, other);
  return before?.previous?.id === id ? before.previous : { id };
}
