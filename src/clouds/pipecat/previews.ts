import { HttpError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Deployment, PreviewQuery } from '../deployment.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf } from '../reply.ts';
import { type NamedPreview, previewName, previewNamed, unmarkedName } from './agent-name.ts';
import { type AgentRecord, readAgent } from './agent-record.ts';
import { AGENTS, fetchAgent } from './deploy.ts';
import { deploymentOf } from './rollout.ts';

type Candidate = NamedPreview & { readonly name: string };

const UNMARKED =
  'its name has no mark of this repository, so an earlier release, the vendor or a person may have made it';

/**
 * The previews of exactly this agent. With a label: the agent of that name, with this repository's mark or without
 * one. Without a label: every agent that has exactly the name of a pull request's preview. Without an agent: every
 * agent with the mark. An id here is the agent's name, so that removing it removes whatever it runs.
 */
export async function* previewsOf(
  client: HttpClient,
  of: PreviewQuery,
  signal: AbortSignal,
): AsyncGenerator<Deployment> {
  const { agentName, label, repositories } = of;
  const candidates =
    agentName === undefined || label === undefined
      ? await listedPreviews(client, of, signal)
      : labelled(agentName, label, repositories);
  for (const candidate of candidates) {
    const { name, repository } = candidate;
    const record = await fetchAgent(client, name, signal).catch((error: unknown) => {
      if (error instanceof HttpError && error.status === 404) return undefined;
      throw error;
    });
    if (record === undefined || (record.name ?? name) !== name) continue;
    yield omitUndefined<Deployment>({
      ...deploymentOf(record, { name, wanted: undefined }),
      agentName: agentName ?? name,
      previewLabel: candidate.label,
      repository,
      unmarked: repository === undefined ? UNMARKED : undefined,
    });
  }
}

function labelled(agentName: string, label: string, repositories: readonly string[]): readonly Candidate[] {
  const marked = repositories.map((repository) => ({
    name: previewName(agentName, label, repository),
    label,
    repository,
  }));
  return [...marked, { name: unmarkedName(agentName, label), label }];
}

async function listedPreviews(
  client: HttpClient,
  { agentName, label: wanted, repositories }: PreviewQuery,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const agents = await client.request({ method: 'GET', path: AGENTS, signal }, readAgents);
  return agents
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? '') || 0)
    .flatMap(({ name }) => {
      const preview = name === undefined ? undefined : previewNamed(name, agentName, repositories);
      if (name === undefined || preview === undefined) return [];
      return wanted === undefined || preview.label === wanted ? [{ name, ...preview }] : [];
    });
}

function readAgents(reply: unknown): readonly AgentRecord[] {
  const services = Array.isArray(reply) ? reply : (fieldsOf(reply, 'a list of agents').services ?? []);
  if (!Array.isArray(services)) throw new ReplyFault('`services` is no list in the reply');
  return services.map(readAgent);
}
