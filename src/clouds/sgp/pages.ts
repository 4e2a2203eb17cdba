import { type HttpClient, ReplyFault } from '../http.ts';
import { isFields, readableOf, textOf } from '../reply.ts';

type Listed = { readonly createdAt?: string };

export type Listing<T> = {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Records a page. */
  readonly limit: number;
  /** Records created before this instant are of no interest: where a page reaches them, the next ones are not read. */
  readonly since?: string | undefined;
  readonly read: (record: unknown) => T;
};

type Page<T> = { readonly items: readonly T[]; readonly last: string | undefined; readonly more: boolean };

/**
 * The pages of a list, newest record first. The order is requested, as the server's default is ascending. Each page
 * is sorted again, as older servers may not know the parameter (contracts/README.md, disagreement 10).
 */
export async function* pagesOf<T extends Listed>(
  client: HttpClient,
  { path, query, limit, since, read }: Listing<T>,
  signal: AbortSignal,
): AsyncGenerator<readonly T[]> {
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    const asked = { ...query, sort_order: 'desc', limit, starting_after: cursor };
    const page = await client.request({ method: 'GET', path, query: asked, signal }, (reply) =>
      readPage(reply, read),
    );
    yield [...page.items].sort(newestFirst);
    // An empty page or a repeated cursor would otherwise loop for ever.
    if (!page.more || page.last === undefined || cursors.has(page.last)) return;
    if (since !== undefined && reaches(page.items, since)) return;
    cursor = page.last;
    cursors.add(cursor);
  }
}

/** In a server's own order, which is the oldest first, the newest records are on the last page. */
function reaches(items: readonly Listed[], since: string): boolean {
  const isDescending = items.every(
    (item, index) => index === 0 || newestFirst(items[index - 1] ?? item, item) <= 0,
  );
  return isDescending && items.some(({ createdAt }) => createdAt !== undefined && createdAt < since);
}

/** An object with `items`, or the bare list that older guides index (contracts/README.md, disagreement 13). */
function readPage<T>(reply: unknown, read: (record: unknown) => T): Page<T> {
  const items = isFields(reply) ? reply.items : reply;
  if (!Array.isArray(items)) throw new ReplyFault('`items` is missing in the reply, or is no list');
  const end: unknown = items.at(-1);
  const last = isFields(end) ? textOf(end, 'id', 'build_id') : undefined;
  return { items: readableOf(items, read), last, more: isFields(reply) && reply.has_more === true };
}

function newestFirst(one: Listed, other: Listed): number {
  if (one.createdAt === undefined || other.createdAt === undefined) return 0;
  return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}
