import type { DeploymentLogPage } from '../deployment.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf, isFields, textOf } from '../reply.ts';
import type { AgentDeployment } from './agent-name.ts';
import { agentPath } from './deploy.ts';

/** Entries per answer; the allowed maximum is not documented. */
const ENTRIES = 100;

/**
 * What the agent's containers wrote, oldest first, to explain a rollout. The cursor is the number of entries read so
 * far. An entry's id is made of its time and text, because late entries can move others to the next page.
 */
export function readAgentLog(
  client: HttpClient,
  { name, wanted }: AgentDeployment,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<DeploymentLogPage> {
  const offset = Number(cursor ?? 0);
  const query = { limit: ENTRIES, offset, order: 'asc', deploymentId: wanted };
  return client.request({ method: 'GET', path: `${agentPath(name)}/logs`, query, signal }, (reply) => {
    const entries = fieldsOf(reply, 'an agent’s log').logs ?? [];
    if (!Array.isArray(entries)) throw new ReplyFault('`logs` is no list in the reply');
    const lines = entries.filter((entry) => !isOfAnother(entry, wanted)).map(readEntry);
    return { lines, cursor: String(offset + entries.length), more: entries.length >= ENTRIES };
  });
}

function isOfAnother(entry: unknown, wanted: string | undefined): boolean {
  const deploymentId = isFields(entry) ? textOf(entry, 'deploymentId') : undefined;
  return deploymentId !== undefined && wanted !== undefined && deploymentId !== wanted;
}

function readEntry(entry: unknown): DeploymentLogPage['lines'][number] {
  if (!isFields(entry)) return { text: typeof entry === 'string' ? entry : JSON.stringify(entry) };
  const text = (textOf(entry, 'log', 'message') ?? '').replace(/\r?\n$/, '');
  // Nanoseconds: a text, not an instant (contracts/pipecat.openapi.yaml, getAgentLogs).
  const at = textOf(entry, 'timestamp');
  return at === undefined ? { text } : { id: `${at} ${text}`, text };
}
