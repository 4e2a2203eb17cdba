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

type Listing = {
  readonly client: HttpClient;
  readonly query: BuildQuery;
  readonly signal: AbortSignal;
};

/**
 * The builds of a list, newest first, page by page. The order of the list is not documented, so that the first page
 * decides: one that begins with the newest is read on, one that begins with the oldest is read from its end, and
 * one without any order is read whole before anything is given.
 */
export async function* pagesOf(
  client: HttpClient,
  query: BuildQuery,
  signal: AbortSignal,
): AsyncGenerator<readonly Build[]> {
  const listing = { client, query, signal };
  const first = await readPage(listing, 0);
  const order = orderOf(first.builds);
  const { total } = first;
  const hasMore = first.builds.length > 0 && first.builds.length < (total ?? Number.POSITIVE_INFINITY);
  // Offsets move when a build arrives meanwhile: each is given once.
  const fresh = unseen();
  if (order === 'newest' || !hasMore) {
    yield fresh(first.builds);
    if (hasMore) for await (const page of forwards(listing, first)) yield fresh(page);
  } else if (order === 'oldest' && total !== undefined) {
    for await (const page of backwards(listing, total)) yield fresh(page);
  } else {
    const all = [...first.builds];
    for await (const page of forwards(listing, first)) all.push(...page);
    yield fresh(all);
  }
}

/** The pages after the first; without a total only a short page tells the end. */
async function* forwards(listing: Listing, first: Page): AsyncGenerator<readonly Build[]> {
  let offset = first.builds.length;
  for (let pages = 1; pages < PAGES && offset < (first.total ?? Number.POSITIVE_INFINITY); pages += 1) {
    const { builds } = await readPage(listing, offset);
    yield builds;
    offset += builds.length;
    if (builds.length === 0 || (first.total === undefined && builds.length < listing.query.limit)) return;
  }
}

/** From the end to the beginning. */
async function* backwards(listing: Listing, total: number): AsyncGenerator<readonly Build[]> {
  let offset = total;
  for (let pages = 0; pages < PAGES && offset > 0; pages += 1) {
    offset = Math.max(0, offset - listing.query.limit);
    yield (await readPage(listing, offset)).builds;
  }
}

function unseen(): (builds: readonly Build[]) => readonly Build[] {
  const seen = new Set<string>();
  return (builds) => {
    const fresh = builds.filter(({ id }) => !seen.has(id) && seen.add(id));
    return fresh.toSorted(newestFirst);
  };
}

function orderOf(builds: readonly Build[]): 'newest' | 'oldest' | 'none' {
  const times = builds.map(({ createdAt }) => Date.parse(createdAt ?? ''));
  const follow = (fits: (before: number, after: number) => boolean) =>
    times.every((time, index) => index === 0 || fits(times[index - 1] ?? Number.NaN, time));
  if (follow((before, after) => before >= after)) return 'newest';
  return follow((before, after) => before <= after) ? 'oldest' : 'none';
}

async function readPage({ client, query, signal }: Listing, offset: number): Promise<Page> {
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

function newestFirst(one: Build, other: Build): number {
  const difference = Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}
