import type { Build } from '../cloud.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf } from '../reply.ts';
import { readBuild } from './build-record.ts';

/** Builds a page, the most that is documented (contracts/README.md, Limits). */
export const PAGE = 100;
/** Pages at the most: nobody reads an account's whole history. */
const PAGES = 50;

export type BuildQuery = {
  readonly status?: string | undefined;
  readonly region?: string | undefined;
  readonly contextHash?: string | undefined;
  readonly dockerfilePath?: string | undefined;
  /** Builds a page. */
  readonly limit: number;
};

type Page = { readonly builds: readonly Build[]; readonly total: number | undefined };

/**
 * The pages of a list, newest build first. The order of the list is not documented: where the first page shows
 * that it begins with the oldest, it is read from its end. Pages are counted by offset, so that a build which
 * arrives meanwhile moves one onto the next page: each is given once.
 */
export async function* pagesOf(
  client: HttpClient,
  query: BuildQuery,
  signal: AbortSignal,
): AsyncGenerator<readonly Build[]> {
  const seen = new Set<string>();
  const fresh = ({ builds }: Page): readonly Build[] => {
    const unseen = builds.filter(({ id }) => !seen.has(id));
    for (const { id } of unseen) seen.add(id);
    return unseen.toSorted(newestFirst);
  };
  const first = await readPage(client, query, 0, signal);
  const total = first.total ?? Number.POSITIVE_INFINITY;
  const backwards = Number.isFinite(total) && total > first.builds.length && isAscending(first.builds);
  if (!backwards) yield fresh(first);
  let left = PAGES - 1;
  let offset = backwards ? total : first.builds.length;
  let last = first;
  while (left > 0 && (backwards ? offset > 0 : offset < total && last.builds.length > 0)) {
    const from = backwards ? Math.max(0, offset - query.limit) : offset;
    last = await readPage(client, query, from, signal);
    yield fresh(last);
    offset = backwards ? from : from + last.builds.length;
    left -= 1;
    // Without a total only a short page tells the end.
    if (!Number.isFinite(total) && last.builds.length < query.limit) return;
  }
}

async function readPage(
  client: HttpClient,
  query: BuildQuery,
  offset: number,
  signal: AbortSignal,
): Promise<Page> {
  const asked = { ...query, offset: offset === 0 ? undefined : offset };
  return client.request({ method: 'GET', path: '/v1/builds', query: asked, signal }, (reply) => {
    const fields = fieldsOf(reply, 'a page of builds');
    const list = fields.builds ?? [];
    if (!Array.isArray(list)) throw new ReplyFault('`builds` is no list in the reply');
    return {
      builds: list.map(readBuild),
      total: typeof fields.total === 'number' ? fields.total : undefined,
    };
  });
}

function isAscending(builds: readonly Build[]): boolean {
  const first = timeOf(builds[0]);
  const last = timeOf(builds.at(-1));
  return first < last;
}

function newestFirst(one: Build, other: Build): number {
  const difference = timeOf(other) - timeOf(one);
  return Number.isNaN(difference) ? 0 : difference;
}

function timeOf(build: Build | undefined): number {
  return Date.parse(build?.createdAt ?? '');
}
