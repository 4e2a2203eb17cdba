import type { Build } from '../cloud.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf } from '../reply.ts';

const PATH = '/api/v1/images/builds';
/** Records a page. */
const LIMIT = 100;
/** Pages at the most, in all: beyond 2,000 builds the list is cut (docs/clouds.md, Prime). */
const PAGES = 20;

type Page = {
  readonly offset: number;
  readonly builds: readonly Build[];
  readonly total: number | undefined;
};
type Source = { readonly page: (offset: number) => Promise<Page> };

/**
 * All builds of the account, newest first, each once. The API documents no order (contracts/prime.openapi.yaml,
 * listBuilds), so the first page tells it: a descending list is passed on as it comes, an ascending one is read
 * from its end, and any other is read whole and sorted. In the last case the newest of more than 2,000 may be missed.
 */
export async function* newestFirst(
  client: HttpClient,
  read: (record: unknown) => Build,
  signal: AbortSignal,
): AsyncGenerator<Build> {
  const page = (offset: number): Promise<Page> =>
    client.request({ method: 'GET', path: PATH, query: { offset, limit: LIMIT }, signal }, (reply) =>
      readPage(reply, offset, read),
    );
  const seen = new Set<string>();
  for await (const builds of batches({ page })) {
    for (const build of builds.toSorted(byAge)) {
      // While pages are read, new builds push older ones on to the next page.
      if (seen.has(build.id)) continue;
      seen.add(build.id);
      yield build;
    }
  }
}

async function* batches(source: Source): AsyncGenerator<readonly Build[]> {
  const first = await source.page(0);
  if (isLast(first)) yield first.builds;
  else if (isOrdered(first.builds)) yield* forwards(source, first);
  else if (isOrdered(first.builds.toReversed()) && first.total !== undefined) {
    yield* backwards(source, first, first.total);
  } else {
    const all: Build[] = [];
    for await (const builds of forwards(source, first)) all.push(...builds);
    yield all;
  }
}

async function* forwards(source: Source, first: Page): AsyncGenerator<readonly Build[]> {
  let page = first;
  for (let pages = 1; ; pages += 1) {
    yield page.builds;
    if (isLast(page) || pages === PAGES) return;
    page = await source.page(page.offset + page.builds.length);
  }
}

async function* backwards(source: Source, first: Page, total: number): AsyncGenerator<readonly Build[]> {
  const reached = first.builds.length;
  let end = total;
  for (let pages = 1; end > reached && pages < PAGES; pages += 1) {
    const offset = Math.max(reached, end - LIMIT);
    yield (await source.page(offset)).builds;
    end = offset;
  }
  if (end <= reached) yield first.builds;
}

/** The total may be told in either spelling or not at all (contracts/README.md, disagreement 18). */
function readPage(reply: unknown, offset: number, read: (record: unknown) => Build): Page {
  const fields = fieldsOf(reply, 'a page of builds');
  if (!Array.isArray(fields.data)) throw new ReplyFault('`data` is missing in the reply, or is no list');
  const total = [fields.total_count, fields.totalCount].find((value) => typeof value === 'number');
  return { offset, builds: fields.data.map((record) => read(record)), total: total as number | undefined };
}

/** Some servers give fewer than asked for: only where no total is told does a short page mean the end. */
function isLast({ offset, builds, total }: Page): boolean {
  if (builds.length === 0) return true;
  return total === undefined || total === 0 ? builds.length < LIMIT : offset + builds.length >= total;
}

/** Newest first, as far as times are told. */
function isOrdered(builds: readonly Build[]): boolean {
  return builds.every((build, index) => index === 0 || byAge(builds[index - 1] as Build, build) <= 0);
}

function byAge(one: Build, other: Build): number {
  if (one.createdAt === undefined || other.createdAt === undefined) return 0;
  return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}
