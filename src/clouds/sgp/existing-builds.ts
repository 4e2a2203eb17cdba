import { timeoutSignal } from '../../deadline.ts';
import { HttpError, UserError } from '../../errors.ts';
import type { Build, BuildRequest, BuildTarget, ImageRequest } from '../cloud.ts';
import type { HttpClient } from '../http.ts';
import { readBuild } from './build-record.ts';
import type { Agent } from './form.ts';
import { pagesOf } from './pages.ts';

/** Records read at most to learn an agent's id, and to find our own build. */
const RECORDS = 200;
const PAGE = 100;

/** What the account had before the build was submitted. */
type ExistingBuilds = {
  readonly agent: Agent;
  readonly ids: ReadonlySet<string>;
  /** The newest creation time on the cloud's own clock, in milliseconds: what is older cannot be ours. */
  readonly newest: number;
  /** False where the list could not be read: then the build of a lost answer cannot be found. */
  readonly found: boolean;
};

/**
 * Reads the account's newest builds: which id the agent has (contracts/README.md, disagreement 3), and which
 * builds are there already, so that an earlier identical one is never taken for ours.
 */
async function readExistingBuilds(
  client: HttpClient,
  target: BuildTarget,
  signal: AbortSignal,
): Promise<ExistingBuilds> {
  if (target.by === 'image')
    throw new UserError('This cloud builds for an agent: give `agent-name` or `agent-id`');
  const query = { agent_name: target.by === 'agent-name' ? target.agentName : undefined };
  const builds: Build[] = [];
  let agent: Agent = target.by === 'agent-id' ? { id: target.agentId } : { name: target.agentName };
  for await (const page of pagesOf(
    client,
    { path: '/v5/builds', query, limit: PAGE, read: readBuild },
    signal,
  )) {
    builds.push(...page);
    agent = completed(agent, page);
    const enough = target.by === 'agent-id' || agent.id !== undefined;
    if (enough || builds.length >= RECORDS) break;
  }
  const times = builds
    .map((build) => Date.parse(build.createdAt ?? ''))
    .filter((time) => !Number.isNaN(time));
  return {
    agent,
    ids: new Set(builds.map((build) => build.id)),
    found: true,
    newest: times.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY),
  };
}

/** Milliseconds for a list that is only needed if an answer is lost. */
const OPTIONAL = 15_000;

/**
 * The same, but where the agent's id was given, nothing has to be looked up: a list that cannot be read does not stop
 * the build. Refused credentials do.
 */
export async function readExistingBuildsIfPossible(
  client: HttpClient,
  target: BuildTarget,
  signal: AbortSignal,
): Promise<ExistingBuilds> {
  if (target.by !== 'agent-id') return readExistingBuilds(client, target, signal);
  try {
    return await readExistingBuilds(client, target, timeoutSignal(signal, OPTIONAL));
  } catch (error) {
    const refused = error instanceof HttpError && [401, 402, 403].includes(error.status);
    if (signal.aborted || refused) throw error;
    return { agent: { id: target.agentId }, ids: new Set(), newest: Number.NEGATIVE_INFINITY, found: false };
  }
}

/** The same agent, completed from the records: its id by its name, or its name by its id. */
function completed(agent: Agent, builds: readonly Build[]): Agent {
  const known = builds.find((build) =>
    agent.id === undefined
      ? build.agentName === agent.name && build.agentId !== undefined
      : build.agentId === agent.id && build.agentName !== undefined,
  );
  return known?.agentId && known.agentName ? { id: known.agentId, name: known.agentName } : agent;
}

/**
 * The build that our own lost request made, if it made one.
 * @throws {UserError} where it could not be distinguished from an earlier one
 */
export async function findOwn(
  client: HttpClient,
  request: BuildRequest | ImageRequest,
  before: ExistingBuilds,
  signal: AbortSignal,
): Promise<Build | undefined> {
  if (!before.found) {
    throw new UserError('the account’s builds could not be listed before this one was sent');
  }
  const query = { agent_name: before.agent.name, working_tree_hash: hashOf(request) };
  let read = 0;
  for await (const page of pagesOf(
    client,
    { path: '/v5/builds', query, limit: PAGE, read: readBuild },
    signal,
  )) {
    const own = page.find((build) => isOwn(build, request, before));
    read += page.length;
    if (own || read >= RECORDS) return own;
  }
  return undefined;
}

/** An image that was built elsewhere has no tree here. */
function hashOf(request: BuildRequest | ImageRequest): string | undefined {
  return 'archive' in request ? request.workingTreeHash : undefined;
}

function isOwn(
  build: Build,
  request: BuildRequest | ImageRequest,
  { agent, ids, newest }: ExistingBuilds,
): boolean {
  const agrees = (theirs: string | undefined, ours: string | undefined) =>
    theirs === undefined || ours === undefined || theirs === ours;
  return (
    !ids.has(build.id) &&
    !(Date.parse(build.createdAt ?? '') < newest) &&
    build.imageName === request.imageName &&
    build.imageTag === request.imageTag &&
    // Older servers return no hash; name, tag and agent have to be enough there.
    agrees(build.workingTreeHash, hashOf(request)) &&
    agrees(build.sourceCommit, request.source.commit) &&
    agrees(build.agentId, agent.id) &&
    agrees(build.agentName, agent.name)
  );
}
