import type { Build } from './cloud.ts';

/** `total` is `undefined` where the cloud gives none. */
export type ListPage = { readonly builds: readonly Build[]; readonly total: number | undefined };

type UnorderedList = {
  /** Asks for the page that begins at `offset`, counted in builds. */
  readonly page: (offset: number) => Promise<ListPage>;
  /** Builds per page, as requested. */
  readonly limit: number;
  /** Pages at most, in total: nobody needs an account's whole history. */
  readonly pages: number;
};

type Placed = ListPage & { readonly offset: number };

/**
 * The builds of a list whose order is not documented, newest first, each once, a page at a time. The first page shows
 * the order. A descending list is passed on as it comes, an ascending one is read from its end. Any other is read
 * whole and sorted; only there the newest builds may be missed, if the list has more than `pages`.
 */
export async function* newestFirst(list: UnorderedList): AsyncGenerator<readonly Build[]> {
  const seen = new Set<string>();
  for await (const builds of batches(list)) {
    // Offsets move when a build arrives while pages are read.
    const fresh = builds.filter(({ id }) => !seen.has(id) && seen.add(id));
    yield fresh.toSorted(byAge);
  }
}

async function* batches(list: UnorderedList): AsyncGenerator<readonly Build[]> {
  const first = await pageAt(list, 0);
  if (isLast(first, list)) yield first.builds;
  else if (isDescending(first.builds)) yield* forwards(list, first);
  else if (isDescending(first.builds.toReversed()) && first.total !== undefined) {
    yield* backwards(list, first, first.total);
  } else {
    const all: Build[] = [];
    for await (const builds of forwards(list, first)) all.push(...builds);
    yield all;
  }
}

async function* forwards(list: UnorderedList, first: Placed): AsyncGenerator<readonly Build[]> {
  let page = first;
  for (let pages = 1; ; pages += 1) {
    yield page.builds;
    if (isLast(page, list) || pages === list.pages) return;
    page = await pageAt(list, page.offset + page.builds.length);
  }
}

async function* backwards(
  list: UnorderedList,
  first: Placed,
  total: number,
): AsyncGenerator<readonly Build[]> {
  const reached = first.builds.length;
  let end = total;
  for (let pages = 1; end > reached && pages < list.pages; pages += 1) {
    const offset = Math.max(reached, end - list.limit);
    yield (await list.page(offset)).builds;
    end = offset;
  }
  if (end <= reached) yield first.builds;
}

async function pageAt(list: UnorderedList, offset: number): Promise<Placed> {
  return { ...(await list.page(offset)), offset };
}

/** Some servers return fewer than requested: a short page means the end only where no total is reported. */
function isLast({ offset, builds, total }: Placed, { limit }: UnorderedList): boolean {
  if (builds.length === 0) return true;
  return total === undefined || total === 0 ? builds.length < limit : offset + builds.length >= total;
}

/** Newest first, as far as times are reported. */
function isDescending(builds: readonly Build[]): boolean {
  return builds.every((build, index) => index === 0 || byAge(builds[index - 1] as Build, build) <= 0);
}

function byAge(one: Build, other: Build): number {
  if (one.createdAt === undefined || other.createdAt === undefined) return 0;
  return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}
