import type { Build, BuildFilter, Cloud } from '../cloud.ts';
import { type HttpClient, segment } from '../http.ts';
import type { RecentIds } from '../read-after-write.ts';
import { DEFAULT_DOCKERFILE, isOf, readBuild } from './build-record.ts';
import { PAGE, pagesOf } from './pages.ts';
import type { Regions } from './regions.ts';

const HINTS = {
  400: 'A build id of this cloud is a UUID: check `build-id`.',
  404: 'The organization has no such build: check `build-id`, and whose key `api-key` is.',
};

type BuildConnection = {
  readonly client: HttpClient;
  readonly recentIds: RecentIds;
  readonly regions: Regions;
};

export function createBuilds({ client, recentIds, regions }: BuildConnection): Pick<Cloud, 'get' | 'list'> {
  const get = (buildId: string, signal: AbortSignal): Promise<Build> =>
    client.request(
      { method: 'GET', path: `/v1/builds/${segment(buildId)}`, hints: HINTS, signal },
      readBuild,
    );
  return {
    get: (buildId, signal) => recentIds.await(buildId, () => get(buildId, signal), signal),
    list: (filter, signal) => listed(client, regions, filter, signal),
  };
}

/**
 * The builds that fit, newest first. The server may not know all filters, so that they only shorten the list
 * (contracts/README.md, disagreement 23). Builds of this cloud have no names: a filter that names an agent or an
 * image, and gives no context hash, finds nothing.
 */
async function* listed(
  client: HttpClient,
  regions: Regions,
  filter: BuildFilter,
  signal: AbortSignal,
): AsyncGenerator<Build> {
  const { contextHash, dockerfile = DEFAULT_DOCKERFILE } = filter;
  const named = filter.agentName ?? filter.imageName ?? filter.workingTreeHash;
  if (contextHash === undefined && named !== undefined) return;
  const region = contextHash === undefined ? filter.region : await regions.resolve(filter.region, signal);
  // A build of another region cannot be deployed here. Without a region to compare with, no build is known to be of
  // this one.
  if (contextHash !== undefined && region === undefined) return;
  const narrowed = contextHash ?? filter.status ?? filter.region ?? filter.dockerfile;
  const query = {
    status: filter.status === 'succeeded' ? 'success' : undefined,
    region,
    contextHash,
    dockerfilePath: filter.dockerfile,
    limit: narrowed === undefined ? Math.min(Math.max(filter.atMost ?? PAGE, 1), PAGE) : PAGE,
  };
  const since = Date.parse(filter.since ?? '');
  for await (const page of pagesOf(client, query, signal)) {
    for (const build of page) {
      // Newest first: what follows is older still.
      if (Date.parse(build.createdAt ?? '') < since) return;
      const sameInputs = contextHash === undefined || isOf(build, { contextHash, dockerfile, region });
      if (sameInputs && fits(build, filter)) yield build;
    }
  }
}

function fits(build: Build, { status, region, dockerfile }: BuildFilter): boolean {
  return (
    (status === undefined || build.status === status) &&
    (region === undefined || build.region === region) &&
    (dockerfile === undefined || build.dockerfile === dockerfile)
  );
}
