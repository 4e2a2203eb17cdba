import { omitUndefined } from '../../omit-undefined.ts';
import type { DeploymentEvent } from '../deployment.ts';
import type { AgentFault, AgentRecord, Condition, Revision } from './agent-record.ts';

/**
 * What a person wants to see of a rollout. The cloud reports states, not events. Each state gets words that read as
 * an event when it first appears, and that stay equal while nothing changes.
 */
export function eventsOf(
  { previous, errors, conditions }: AgentRecord,
  own: Revision | undefined,
): readonly DeploymentEvent[] {
  return [
    ...(own ? revisionEvents(own) : []),
    ...(own && previous?.phase ? [event(previous.phase, 'the revision before this one')] : []),
    ...conditions.filter((condition) => condition.isTrue).map(conditionEvent),
    ...errors.map((fault) => event(fault.code ?? 'Error', fault.message ?? '', { warning: true })),
  ];
}

function revisionEvents(own: Revision): DeploymentEvent[] {
  const events: DeploymentEvent[] = [];
  if (own.phase !== undefined) {
    const failed = own.phase.toLowerCase() === 'failed';
    events.push(event(own.phase, replicaWords(own), { warning: failed, at: own.phaseStartedAt }));
  }
  if (own.headline !== undefined) {
    const warning = own.reason !== undefined || own.phase?.toLowerCase() === 'failed';
    events.push(event('Health', own.headline, { warning }));
  }
  if (own.reason !== undefined) events.push(event(own.reason, crashWords(own), { warning: true }));
  if (own.infrastructureIssue) {
    const words = 'the cloud reports trouble of its own, not of the image';
    events.push(event('InfrastructureIssue', words, { warning: true }));
  }
  return events;
}

function replicaWords({ readyReplicas, replicasStarted }: Revision): string {
  if (readyReplicas === undefined) return 'the new revision';
  if (replicasStarted === undefined) return `${readyReplicas} ready`;
  return replicasStarted === 0
    ? 'no instance has started yet'
    : `${readyReplicas} of ${replicasStarted} instances ready`;
}

function conditionEvent({ type, reason, message }: Condition): DeploymentEvent {
  return event(reason ?? type, message ?? type, { warning: type.toLowerCase() === 'degraded' });
}

function event(
  reason: string,
  message: string,
  { warning = false, at }: { readonly warning?: boolean; readonly at?: string | undefined } = {},
): DeploymentEvent {
  return omitUndefined<DeploymentEvent>({ at, warning, reason, message });
}

/** Why it failed: the cloud's words for its customers, the errors, then how the container ended. */
export function failureReason({ errors, conditions }: AgentRecord, own: Revision | undefined): string {
  const degraded = conditions.find(({ type, isTrue }) => isTrue && type.toLowerCase() === 'degraded');
  const parts = [
    own?.headline,
    ...errors.map(faultWords),
    own?.reason === undefined && own?.message === undefined && own?.lastExitCode === undefined
      ? undefined
      : [own.reason, crashWords(own)].filter(Boolean).join(': '),
    degraded && [degraded.reason, degraded.message].filter(Boolean).join(': '),
  ];
  return parts.filter(Boolean).join('; ') || 'the revision failed, and the cloud gives no reason';
}

function faultWords({ code, message }: AgentFault): string {
  return [code, message].filter(Boolean).join(': ');
}

function crashWords({ restarts, lastExitCode, lastTerminationReason, message }: Revision): string {
  const why = lastTerminationReason === undefined ? '' : ` (${lastTerminationReason})`;
  return [
    restarts ? `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}` : undefined,
    lastExitCode === undefined ? lastTerminationReason : `last exit code ${lastExitCode}${why}`,
    message,
  ]
    .filter(Boolean)
    .join(', ');
}
