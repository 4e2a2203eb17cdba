import { HttpError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import type { Cloud } from '../cloud.ts';
import type { DeploymentRequest, DeployProgress } from '../deployment.ts';
import { type HttpClient, segment } from '../http.ts';
import { sendOnce } from '../send-once.ts';
import { checkedName, deploymentId, previewName } from './agent-name.ts';
import { type AgentRecord, readAgent } from './agent-record.ts';
import { withArchitecture } from './architecture.ts';
import { warnOfLink } from './linked.ts';
import { checkRegions, regionOfBuild } from './region-check.ts';
import type { Regions } from './regions.ts';
import type { RolloutBaseline } from './rollout.ts';

export const AGENTS = '/v1/agents';

/** Milliseconds for which a cancelled step still awaits which deployment it has just begun. */
const GRACE = 2_500;

const HINTS = {
  400: 'Known causes: the build did not succeed or is of another region, a secret set does not exist there, a setting is out of its bounds.',
  404: 'Check `build-id`, and the secret sets that the inputs or pcc-deploy.toml name.',
  409: 'Known cause: another change of this agent is under way. Run the job again.',
};

export type AgentConnection = {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly regions: Regions;
  readonly getBuild: Cloud['get'];
};

/** The result of a create or an update. */
type Deployed = {
  readonly name: string;
  readonly record: AgentRecord;
  readonly before: RolloutBaseline;
};

export function agentPath(name: string): string {
  return `${AGENTS}/${segment(name)}`;
}

/** @throws {HttpError} 404 where there is no such agent. */
export function fetchAgent(client: HttpClient, name: string, signal: AbortSignal): Promise<AgentRecord> {
  const hints = {
    404: 'The organization has no such agent: check `agent-name`, and whose key `api-key` is.',
  };
  return client.request({ method: 'GET', path: agentPath(name), hints, signal }, readAgent);
}

/** Creates the agent, or updates it where it exists, also where it appears meanwhile or an answer is lost. */
export async function createOrUpdate(
  connection: AgentConnection,
  request: DeploymentRequest,
  progress: DeployProgress,
  signal: AbortSignal,
): Promise<Deployed> {
  const name = nameOf(request, progress);
  const existing = await findAgent(connection.client, name, signal);
  if (existing) {
    warnOfLink(name, existing, progress);
    const before = baselineOf(name, existing);
    return update(connection, { name, existing, before, request }, progress, signal);
  }
  try {
    const { record, found } = await create(connection, { name, request }, progress, signal);
    // What a lost request seems to have made may be another run's: the same settings once more change nothing.
    if (found)
      return await update(
        connection,
        { name, existing: record, before: NO_BASELINE, request },
        progress,
        signal,
      );
    return await withDesired(connection.client, { name, record, before: NO_BASELINE }, signal);
  } catch (error) {
    if (!(error instanceof HttpError) || !isTaken(error)) throw error;
    progress.notice(`Agent ${name} exists meanwhile: it is updated`);
    const other = await fetchAgent(connection.client, name, signal);
    return update(
      connection,
      { name, existing: other, before: baselineOf(name, other), request },
      progress,
      signal,
    );
  }
}

function nameOf({ agentName, preview }: DeploymentRequest, progress: DeployProgress): string {
  if (!preview) return checkedName(agentName);
  const name = previewName(agentName, preview.label, preview.repository);
  const isShortened = !name.startsWith(`${agentName}-${preview.label}-`);
  progress.notice(
    isShortened
      ? `${agentName}-${preview.label} is too long for an agent: the preview is called ${name}`
      : `The preview is the agent ${name}`,
  );
  return name;
}

async function findAgent(
  client: HttpClient,
  name: string,
  signal: AbortSignal,
): Promise<AgentRecord | undefined> {
  try {
    const record = await fetchAgent(client, name, signal);
    return record.deletedAt === undefined ? record : undefined;
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined;
    throw error;
  }
}

type Creation = { readonly name: string; readonly request: DeploymentRequest };

async function create(
  { client, clock, regions, getBuild }: AgentConnection,
  { name, request }: Creation,
  progress: DeployProgress,
  signal: AbortSignal,
): Promise<{ readonly record: AgentRecord; readonly found: boolean }> {
  const build = await regionOfBuild(getBuild, request, signal);
  checkRegions({ agentName: name, agent: undefined, build, given: request.region });
  const region = request.region ?? build ?? (await regions.resolve(undefined, signal));
  const where = { serviceName: name, ...(region === undefined ? {} : { region }) };
  const call = { method: 'POST', path: AGENTS, graceMs: GRACE, hints: HINTS, signal } as const;
  const send = () =>
    withArchitecture(request, progress, (settings) =>
      client.request({ ...call, json: { ...where, ...settings } }, readAgent),
    );
  const deployedAs = (record: AgentRecord, found: boolean) => ({ id: name, record, found });
  const created = await sendOnce({
    what: 'agent',
    send: async () => deployedAs(await send(), false),
    find: async () => {
      const there = await findAgent(client, name, signal);
      return there && deployedAs(there, true);
    },
    notice: progress.notice,
    leftMs: client.leftMs,
    clock,
    signal,
  });
  if (created.record.warning !== undefined) progress.notice(created.record.warning);
  return created;
}

/** 400 is on record, 409 to be expected (contracts/pipecat.openapi.yaml, createAgent). */
function isTaken({ status, detail }: HttpError): boolean {
  return status === 409 || (status === 400 && /already exists/i.test(detail));
}

/** Sent again after a lost answer: the same settings once more change nothing. */
async function update(
  { client, getBuild }: AgentConnection,
  {
    name,
    existing,
    before,
    request,
  }: Creation & { readonly existing: AgentRecord; readonly before: RolloutBaseline },
  progress: DeployProgress,
  signal: AbortSignal,
): Promise<Deployed> {
  const build = await regionOfBuild(getBuild, request, signal);
  checkRegions({ agentName: name, agent: existing.region, build, given: request.region });
  const call = {
    method: 'POST',
    path: agentPath(name),
    idempotent: true,
    graceMs: GRACE,
    hints: HINTS,
    signal,
  } as const;
  const record = await withArchitecture(request, progress, (json) =>
    client.request({ ...call, json }, readAgent),
  );
  if (record.warning !== undefined) progress.notice(record.warning);
  return withDesired(client, { name, record, before }, signal);
}

function baselineOf(name: string, { desired, errors, deployedAt, createdAt }: AgentRecord): RolloutBaseline {
  const at = deployedAt ?? createdAt;
  return {
    deployments: new Set(desired === undefined ? [] : [desired]),
    errors,
    previous: { id: deploymentId(name, desired), ...(at && { createdAt: at }) },
  };
}

const NO_BASELINE: RolloutBaseline = { deployments: new Set(), errors: [] };

/** The deployment to follow is the one in the answer, else the one of the first read after it. */
async function withDesired(client: HttpClient, deployed: Deployed, signal: AbortSignal): Promise<Deployed> {
  if (deployed.record.desired !== undefined) return deployed;
  return { ...deployed, record: await fetchAgent(client, deployed.name, signal) };
}
