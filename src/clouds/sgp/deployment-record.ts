import { omitUndefined } from '../../omit-undefined.ts';
import type { Deployment, DeploymentEvent, DeploymentLogPage, DeploymentStatus } from '../deployment.ts';
import { ReplyFault } from '../http.ts';
import { fieldsOf, instantOf, isFields, requiredText, textOf } from '../reply.ts';

/** Both vocabularies, in lower case (contracts/README.md, disagreement 7); what is not listed is `unknown`. */
const STATUSES: Readonly<Record<string, DeploymentStatus>> = {
  pending: 'pending',
  queued: 'pending',
  in_progress: 'progressing',
  running: 'progressing',
  deploying: 'progressing',
  progressing: 'progressing',
  healthy: 'healthy',
  completed: 'healthy',
  failed: 'failed',
  error: 'failed',
  timed_out: 'failed',
  unhealthy: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  superseded: 'superseded',
  deleted: 'deleted',
  deleting: 'deleted',
};

/** A deployment and the manifest it was made from. The manifest is for this folder only: it must not be printed. */
export type DeploymentRecord = Deployment & { readonly manifest?: string };

/** @throws {ReplyFault} naming the member without which nothing can be done. */
export function readRecord(reply: unknown): DeploymentRecord {
  const fields = fieldsOf(reply, 'a deployment');
  const rawStatus = requiredText(fields, 'the deployment', 'status');
  const word = rawStatus.toLowerCase();
  return omitUndefined<DeploymentRecord>({
    id: requiredText(fields, 'the deployment', 'id', 'deployment_id'),
    status: (Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined) ?? 'unknown',
    rawStatus,
    buildId: textOf(fields, 'build_id'),
    agentName: textOf(fields, 'agent_name'),
    previewLabel: textOf(fields, 'preview_label'),
    createdAt: instantOf(fields, 'created_at'),
    expiresAt: instantOf(fields, 'expires_at'),
    events: Array.isArray(fields.deploy_events) ? fields.deploy_events.filter(isFields).map(readEvent) : [],
    error: textOf(fields, 'error_message', 'error'),
    manifest: textOf(fields, 'manifest_file'),
  });
}

export function readDeployment(reply: unknown): Deployment {
  const { manifest: _kept, ...deployment } = readRecord(reply);
  return deployment;
}

function readEvent(fields: Readonly<Record<string, unknown>>): DeploymentEvent {
  return omitUndefined<DeploymentEvent>({
    at: instantOf(fields, 'timestamp'),
    warning: textOf(fields, 'type')?.toLowerCase() === 'warning',
    reason: textOf(fields, 'reason') ?? '',
    message: textOf(fields, 'message') ?? '',
  });
}

/** Lines as texts or as objects, also mixed (contracts/README.md, disagreement 8). */
export function readLogPage(reply: unknown): DeploymentLogPage {
  const fields = fieldsOf(reply, 'a page of log lines');
  const cursor = textOf(fields, 'next_cursor');
  // With that cursor the lines would be lost.
  if (fields.lines === undefined && cursor !== undefined)
    throw new ReplyFault('`lines` is missing in the reply');
  const lines = fields.lines ?? [];
  if (!Array.isArray(lines)) throw new ReplyFault('`lines` is no list in the reply');
  return omitUndefined<DeploymentLogPage>({
    lines: lines.map(readLine),
    cursor,
    more: fields.has_more === true,
  });
}

function readLine(line: unknown): DeploymentLogPage['lines'][number] {
  if (!isFields(line)) return { text: typeof line === 'string' ? line : JSON.stringify(line) };
  return omitUndefined<DeploymentLogPage['lines'][number]>({
    id: textOf(line, 'id'),
    text: typeof line.message === 'string' ? line.message : JSON.stringify(line),
  });
}
