import { UserError } from '../../errors.ts';
import type { Build, BuildFilter, Cloud } from '../cloud.ts';
import { type HttpClient, segment } from '../http.ts';
import type { RecentIds } from '../read-after-write.ts';
import { readBuild, readUndeployed } from './build-record.ts';
import { HOSTS } from './hosts.ts';
import { pagesOf } from './pages.ts';

/** Records a page where the caller does not say how many it will read. */
const PAGE = 100;
/** Pages at most: a server that ignores a filter must not make us read an account's whole history. */
const PAGES = 50;

export function buildPath(buildId: string): string {
  // The API has this fixed word in the place of an id.
  if (buildId === 'undeployed') throw new UserError('"undeployed" is no id that the cloud could have given');
  return `/v5/builds/${segment(buildId)}`;
}

export type Builds = Pick<Cloud, 'get' | 'list'> & Required<Pick<Cloud, 'cancel' | 'undeployed'>>;

export function createBuilds(client: HttpClient, recentIds: RecentIds): Builds {
  const hints = { 404: `The account has no such build: check \`build-id\` and \`account-id\`. ${HOSTS}` };
  const get = (buildId: string, signal: AbortSignal): Promise<Build> =>
    client.request({ method: 'GET', path: buildPath(buildId), hints, signal }, readBuild);
  /** Accepted also for a finished or a cancelling build, so it may be sent twice. */
  const cancel = (buildId: string, signal: AbortSignal): Promise<void> =>
    client
      .request(
        { method: 'POST', path: `${buildPath(buildId)}/cancel`, idempotent: true, hints, signal },
        () => undefined,
      )
      .catch((error: unknown) => {
        if (isConflict(error)) return;
        throw error;
      });
  return {
    get: (buildId, signal) => recentIds.await(buildId, () => get(buildId, signal), signal),
    cancel: (buildId, signal) => recentIds.await(buildId, () => cancel(buildId, signal), signal),
    list: (filter, signal) => listed(client, filter, signal),
    undeployed: (signal) =>
      client.request({ method: 'GET', path: '/v5/builds/undeployed', signal }, readUndeployed),
  };
}

/** 409: nothing to cancel any more (contracts/sgp.openapi.yaml, cancelBuild). */
function isConflict(error: unknown): boolean {
  return error instanceof UserError && 'status' in error && error.status === 409;
}

async function* listed(client: HttpClient, filter: BuildFilter, signal: AbortSignal): AsyncGenerator<Build> {
  const narrowed = filter.workingTreeHash ?? filter.imageName ?? filter.status;
  const limit = narrowed === undefined ? Math.min(Math.max(filter.atMost ?? PAGE, 1), PAGE) : PAGE;
  const query = { agent_name: filter.agentName, working_tree_hash: filter.workingTreeHash };
  let pages = 0;
  const listing = { path: '/v5/builds', query, limit, since: filter.since, read: readBuild };
  for await (const page of pagesOf(client, listing, signal)) {
    for (const build of page) if (fits(build, filter)) yield build;
    pages += 1;
    if (pages === PAGES) return;
  }
}

/** Older servers ignore filters they do not know (contracts/README.md, disagreement 14). */
function fits(build: Build, filter: BuildFilter): boolean {
  return (
    (filter.agentName === undefined || build.agentName === filter.agentName) &&
    (filter.imageName === undefined || build.imageName === filter.imageName) &&
    (filter.workingTreeHash === undefined || build.workingTreeHash === filter.workingTreeHash) &&
    (filter.status === undefined || build.status === filter.status)
  );
}
