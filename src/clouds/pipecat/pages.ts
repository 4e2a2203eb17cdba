import type { Build } from '../cloud.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf, readableOf } from '../reply.ts';
import { type ListPage, newestFirst } from '../unordered-list.ts';
import { readBuild } from './build-record.ts';

/** Builds per page, the documented maximum (contracts/README.md, Limits). */
export const PAGE = 100;
const PAGES = 50;

type BuildQuery = {
  readonly status?: string | undefined;
  readonly region?: string | undefined;
  readonly contextHash?: string | undefined;
  readonly dockerfilePath?: string | undefined;
  /** Builds per page. */
  readonly limit: number;
};

/** The builds that fit the query, newest first, page by page. */
export function pagesOf(
  client: HttpClient,
  query: BuildQuery,
  signal: AbortSignal,
): AsyncGenerator<readonly Build[]> {
  const page = (offset: number) => {
    const asked = { ...query, offset: offset === 0 ? undefined : offset };
    return client.request({ method: 'GET', path: '/v1/builds', query: asked, signal }, readPage);
  };
  return newestFirst({ page, limit: query.limit, pages: PAGES });
}

function readPage(reply: unknown): ListPage {
  const fields = fieldsOf(reply, 'a page of builds');
  const list = fields.builds ?? [];
  if (!Array.isArray(list)) throw new ReplyFault('`builds` is no list in the reply');
  return {
    builds: readableOf(list, readBuild),
    total: typeof fields.total === 'number' ? fields.total : undefined,
  };
}
