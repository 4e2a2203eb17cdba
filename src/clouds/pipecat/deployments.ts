import { HttpError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Deployment, DeploymentRequest, Deployments, DeployProgress } from '../deployment.ts';
import type { HttpClient } from '../http.ts';
import type { RecentIds } from '../read-after-write.ts';
import { removalCommand } from '../removal-command.ts';
import { readAgentLog } from './agent-log.ts';
import { deploymentId, readDeploymentId } from './agent-name.ts';
import { AGENTS, type AgentConnection, agentPath, createOrUpdate, fetchAgent } from './deploy.ts';
import { previewsOf } from './previews.ts';
import { deploymentOf, type RolloutBaseline } from './rollout.ts';

type DeploymentConnection = AgentConnection & { readonly recentIds: RecentIds; readonly baseUrl: string };

/** Deploying: an agent is created or updated in place. An id is the agent's name and which of its deployments. */
export function createDeployments(connection: DeploymentConnection): Deployments {
  const { client, recentIds, baseUrl } = connection;
  const begun = new Map<string, RolloutBaseline>();
  return {
    inPlace: true,
    now: client.now,
    create: (request, progress, signal) => deploy(connection, begun, request, progress, signal),
    get: async (id, signal) => {
      const { name, wanted } = readDeploymentId(id);
      const record = await recentIds.await(id, () => fetchAgent(client, name, signal), signal);
      return deploymentOf(record, { name, wanted, before: begun.get(id) });
    },
    logs: async (id, cursor, signal) => readAgentLog(client, readDeploymentId(id), cursor, signal),
    previews: (of, signal) => previewsOf(client, of, signal),
    remove: (id, signal) => remove(client, id, signal),
    removalCommand: (ids) =>
      removalCommand(
        ids.map((id) => readDeploymentId(id).name),
        {
          baseUrl,
          path: AGENTS,
          headers: ['Authorization: Bearer $PIPECAT_API_KEY'],
        },
      ),
  };
}

async function deploy(
  connection: DeploymentConnection,
  begun: Map<string, RolloutBaseline>,
  request: DeploymentRequest,
  progress: DeployProgress,
  signal: AbortSignal,
): Promise<Deployment> {
  const { name, record, before } = await createOrUpdate(connection, request, progress, signal);
  const id = deploymentId(name, record.desired);
  begun.set(id, before);
  connection.recentIds.note(id);
  const { preview } = request;
  const now = deploymentOf(record, { name, wanted: record.desired, before });
  // The answer may still describe the deployment before; only a warning says that nothing new was rolled out.
  const early = now.status === 'healthy' && record.warning === undefined;
  const deployment = omitUndefined<Deployment>({
    ...now,
    ...(early ? { status: 'pending', rawStatus: 'waiting' } : {}),
    agentName: request.agentName,
    previewLabel: preview?.label,
    repository: preview?.repository,
    // The cloud keeps no expiry: the scheduled cleanup uses this one.
    expiresAt: preview && new Date(connection.client.now() + preview.ttlMs).toISOString(),
    previous: before.previous,
  });
  progress.submitted(deployment);
  return deployment;
}

/**
 * Deletes the agent. An id with a deployment means that deployment alone: where a later run has deployed since, the
 * agent belongs to that run.
 */
async function remove(client: HttpClient, id: string, signal: AbortSignal): Promise<'removed' | 'gone'> {
  const { name, wanted } = readDeploymentId(id);
  try {
    if (wanted !== undefined) {
      const { desired } = await fetchAgent(client, name, signal);
      if (desired !== undefined && desired !== wanted) return 'gone';
    }
    await client.request({ method: 'DELETE', path: agentPath(name), signal }, () => undefined);
    return 'removed';
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return 'gone';
    throw error;
  }
}
