import type { Build, BuildFilter, Cloud } from '../cloud.ts';
import { type HttpClient, segment } from '../http.ts';
import { readBuild } from './build-record.ts';
import type { KnownBuilds } from './known-builds.ts';
import { pagesOf } from './pages.ts';

export function buildPath(buildId: string): string {
  return `/api/v1/images/build/${segment(buildId)}`;
}

export type Builds = Pick<Cloud, 'get' | 'list'>;

export function createBuilds(client: HttpClient, knownBuilds: KnownBuilds): Builds {
  const hints = { 404: 'The account has no such build: check `build-id`, `api-key` and `account-id`.' };
  const get = (buildId: string, signal: AbortSignal): Promise<Build> =>
    client.request({ method: 'GET', path: buildPath(buildId), hints, signal }, (reply) =>
      knownBuilds.read(reply, buildId),
    );
  return {
    get: (buildId, signal) => knownBuilds.await(buildId, () => get(buildId, signal), signal),
    list: (filter, signal) => listed(client, filter, signal),
  };
}

/** The API has no filters (contracts/prime.openapi.yaml, listBuilds). */
async function* listed(client: HttpClient, filter: BuildFilter, signal: AbortSignal): AsyncGenerator<Build> {
  const { since } = filter;
  for await (const page of pagesOf(client, readBuild, signal)) {
    for (const build of page) {
      if (since !== undefined && build.createdAt !== undefined && build.createdAt < since) return;
      if (fits(build, filter)) yield build;
    }
  }
}

/** What the API does not record (agents, hashes) fits no filter. */
function fits(build: Build, filter: BuildFilter): boolean {
  const { atMost: _atMost, since: _since, contextHash, ...wanted } = filter;
  if (contextHash !== undefined) return false;
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || build[name as keyof typeof wanted] === value,
  );
}
