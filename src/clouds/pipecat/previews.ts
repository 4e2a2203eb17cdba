import { HttpError } from '../../errors.ts';
import type { Deployment } from '../deployment.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf } from '../reply.ts';
import { previewName, pullRequestLabelIn } from './agent-name.ts';
import { type AgentRecord, readAgent } from './agent-record.ts';
import { AGENTS, fetchAgent } from './deploy.ts';
import { deploymentOf } from './rollout.ts';

type Candidate = { readonly name: string; readonly label: string };

/**
 * The previews of exactly this agent: with a label the one agent of that name; without one every agent whose name
 * is exactly the one that a pull request's preview of it has. Labels of the author's own choice are found by giving
 * them alone: the cloud keeps none. An id here is the agent's name, so that whatever it runs is taken down.
 */
export async function* previewsOf(
  client: HttpClient,
  { agentName, label }: { readonly agentName: string; readonly label?: string },
  signal: AbortSignal,
): AsyncGenerator<Deployment> {
  const candidates =
    label === undefined
      ? await pullRequestPreviews(client, agentName, signal)
      : [{ name: previewName(agentName, label), label }];
  for (const candidate of candidates) {
    const record = await fetchAgent(client, candidate.name, signal).catch((error: unknown) => {
      if (error instanceof HttpError && error.status === 404) return undefined;
      throw error;
    });
    if (record === undefined || (record.name ?? candidate.name) !== candidate.name) continue;
    const deployment = deploymentOf(record, { name: candidate.name, wanted: undefined });
    yield { ...deployment, agentName, previewLabel: candidate.label };
  }
}

async function pullRequestPreviews(
  client: HttpClient,
  agentName: string,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const agents = await client.request({ method: 'GET', path: AGENTS, signal }, readAgents);
  return agents
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? '') || 0)
    .flatMap(({ name }) => {
      const label = name === undefined ? undefined : pullRequestLabelIn(name, agentName);
      return name === undefined || label === undefined ? [] : [{ name, label }];
    });
}

function readAgents(reply: unknown): readonly AgentRecord[] {
  const services = Array.isArray(reply) ? reply : (fieldsOf(reply, 'a list of agents').services ?? []);
  if (!Array.isArray(services)) throw new ReplyFault('`services` is no list in the reply');
  return services.map(readAgent);
}
