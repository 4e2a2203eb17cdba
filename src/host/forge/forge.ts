import { getOctokit } from '@actions/github';
import { openConnections } from '../../connections.ts';
import { UserError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import type { Host } from '../host.ts';
import { createForgeClient, type Exchange, type ForgeRequest } from './client.ts';
import { type Author, type Comments, commentsOf, type ForgeComment } from './comments.ts';
import { deploymentsOf, type ForgeDeployments } from './deployments.ts';
import { faultOf } from './fault.ts';
import { type Identity, identify, isSame, viewer } from './identity.ts';
import { limitedFetch } from './limited-fetch.ts';
import { type PullRequests, pullRequestsOf } from './pulls.ts';
import { type Repositories, repositoriesOf } from './repositories.ts';
import { runsOf, type WorkflowRuns } from './runs.ts';

export type { ForgeComment } from './comments.ts';
export type { DeploymentState, DeploymentStatus } from './deployments.ts';
export type { ForgePullRequest } from './pulls.ts';
export type { RunEnd } from './runs.ts';

/** The parts of the forge's REST API that a build needs. Loaded only when needed. */
export type Forge = Comments &
  PullRequests &
  Repositories &
  WorkflowRuns & {
    /** Absent where the forge has no such API. */
    readonly deployments?: ForgeDeployments;
    readonly whoAmI: (signal: AbortSignal) => Promise<Identity>;
    /** Whether the token's own user wrote the comment; comments of others are never changed. */
    readonly isMine: (comment: ForgeComment, signal: AbortSignal) => Promise<boolean>;
  };

export type ForgeAccess = {
  readonly token: string;
  /** GITHUB_API_URL, used as given: github.com, Enterprise Server and Gitea differ in it. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly host: Host;
  readonly clock?: Clock;
  /**
   * Milliseconds that one request may take at most. If given, a request without a reply in that time is retried once
   * instead of three times: for a step that must end soon.
   */
  readonly silenceMs?: number | undefined;
  /** Where the proxy is read from; by default the process's own. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
};

/** Milliseconds for one request: GitHub itself ends requests after this time. */
const TIMEOUT = 10_000;
/** Gitea sends all comments of an issue at once. */
const LARGEST_REPLY = 32 * 1024 * 1024;

/** @throws {UserError} where the API's address is invalid. */
export function openForge({ token, apiUrl, repository, host, clock, silenceMs, env }: ForgeAccess): Forge {
  const baseUrl = apiUrl.replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')) {
    throw new UserError(`GITHUB_API_URL is no web address: ${apiUrl}`);
  }
  const client = createForgeClient(exchangeWith({ token, baseUrl, silenceMs, env }), { clock, silenceMs });
  const name = `${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.name)}`;
  let known: Promise<Identity> | undefined;
  const whoAmI = (signal: AbortSignal) => {
    known ??= identify(client, host, signal).catch((thrown: unknown) => {
      known = undefined;
      throw thrown;
    });
    return known;
  };
  const learn = (author: Author | undefined) => {
    if (author !== undefined) known = Promise.resolve({ author, certain: true });
  };
  let canAskViewer = host.can.pageSizeParameter === 'per_page';
  /** Another bot than the assumed one may be the app of this token. */
  const isMine = async ({ author }: ForgeComment, signal: AbortSignal) => {
    const me = await whoAmI(signal);
    if (isSame(me.author, author)) return true;
    if (me.certain || !author?.bot || !canAskViewer) return false;
    const found = await viewer(client, signal);
    canAskViewer = false;
    learn(found);
    return found !== undefined && isSame(found, author);
  };
  const comments = commentsOf(client, name, host);
  return {
    ...comments,
    // Whoever wrote it is the token's user, also where the forge does not say who that is.
    createComment: async (...of) => {
      const created = await comments.createComment(...of);
      learn(created.author);
      return created;
    },
    ...pullRequestsOf(client, name, host),
    ...repositoriesOf(client),
    ...runsOf(client, name),
    ...(host.can.deploymentsApi ? { deployments: deploymentsOf(client, name) } : {}),
    whoAmI,
    isMine,
  };
}

const NO_LOG = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Connection = Pick<ForgeAccess, 'token' | 'silenceMs' | 'env'> & { readonly baseUrl: string };

function exchangeWith({ token, baseUrl, silenceMs = TIMEOUT, env = process.env }: Connection): Exchange {
  const octokit = getOctokit(token, { baseUrl, log: NO_LOG });
  // Not the toolkit's own fetch: it knows fewer forms of NO_PROXY, and retries a closing proxy without a pause.
  const connections = openConnections(env);
  return async (request) => {
    const timeoutMs = Math.min(request.timeoutMs ?? TIMEOUT, silenceMs);
    const fetch = limitedFetch(connections.fetch, { timeoutMs, maxBytes: LARGEST_REPLY });
    const { method, signal } = request;
    const url = addressOf(baseUrl, request);
    try {
      const reply = await octokit.request({
        method,
        url,
        ...(request.json === undefined ? {} : { data: request.json }),
        request: { fetch, signal },
      });
      return { status: reply.status, data: reply.data, link: reply.headers.link };
    } catch (thrown) {
      throw faultOf(thrown, { method, url, signal, env });
    }
  };
}

/** GraphQL is next to the REST root on Enterprise Server (`/api/v3`), below it on github.com. */
function addressOf(baseUrl: string, { path, query }: ForgeRequest): string {
  const root = path === '/graphql' ? baseUrl.replace(/\/v3$/, '') : baseUrl;
  const url = new URL(`${root}${path}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}
