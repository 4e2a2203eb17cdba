import type { Json } from '../event/event.ts';
import type { ForgeClient } from './client.ts';

type Paged = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** The forge's parameter for the size of a page; `none` if it ignores paging and sends everything at once. */
  readonly sizeParameter: 'per_page' | 'limit' | 'none';
  /** At most so many pages are read. */
  readonly pages: number;
  readonly signal: AbortSignal;
};

/** GitHub's maximum; Gitea returns at most 50 (docs/platform.md, Tokens and REST API). */
const PAGE_SIZE = 100;

/**
 * The items of a list, page by page, following the Link header. A list without that header is complete. No page is
 * requested only to see whether it is empty: on a forge that ignores paging that would never end.
 */
export async function* paged(client: ForgeClient, of: Paged): AsyncGenerator<Json> {
  const { path, query, sizeParameter, pages, signal } = of;
  let page = 1;
  for (let read = 0; read < pages; read += 1) {
    const paging = sizeParameter === 'none' ? {} : { [sizeParameter]: PAGE_SIZE, page };
    const { items, next } = await client.list({
      method: 'GET',
      path,
      query: { ...query, ...paging },
      signal,
    });
    yield* items;
    if (sizeParameter === 'none' || next === undefined || next <= page) return;
    page = next;
  }
}
