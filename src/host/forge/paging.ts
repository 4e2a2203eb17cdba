import type { Json } from '../event/event.ts';
import type { ForgeClient } from './client.ts';

export type Paged = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** How the forge calls the size of a page; `none` where it ignores paging and sends everything at once. */
  readonly sizeParameter: 'per_page' | 'limit' | 'none';
  /** At the most so many pages are read. */
  readonly pages: number;
  readonly signal: AbortSignal;
};

/** GitHub's most; Gitea gives 50 whatever more is asked for (docs/platform.md, Tokens and REST API). */
const PAGE_SIZE = 100;

/**
 * The items of a list, page by page as the Link header leads. A list without that header is whole: a page is never
 * asked for in the hope that it is empty, which on a forge that ignores paging would never end.
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
