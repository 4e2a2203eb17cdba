import type { Build } from '../cloud.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf, readableOf } from '../reply.ts';
import { type ListPage, newestFirst } from '../unordered-list.ts';

const PATH = '/api/v1/images/builds';
/** Records per page. */
const LIMIT = 100;
/** Beyond 2,000 builds the list is cut (docs/clouds.md, Prime). */
const PAGES = 20;

/** All builds of the account, newest first (contracts/prime.openapi.yaml, listBuilds), page by page. */
export function pagesOf(
  client: HttpClient,
  read: (record: unknown) => Build,
  signal: AbortSignal,
): AsyncGenerator<readonly Build[]> {
  const page = (offset: number) =>
    client.request({ method: 'GET', path: PATH, query: { offset, limit: LIMIT }, signal }, (reply) =>
      readPage(reply, read),
    );
  return newestFirst({ page, limit: LIMIT, pages: PAGES });
}

/** The total may come in either spelling or not at all (contracts/README.md, disagreement 18). */
function readPage(reply: unknown, read: (record: unknown) => Build): ListPage {
  const fields = fieldsOf(reply, 'a page of builds');
  if (!Array.isArray(fields.data)) throw new ReplyFault('`data` is missing in the reply, or is no list');
  const total = [fields.total_count, fields.totalCount].find((value) => typeof value === 'number');
  return { builds: readableOf(fields.data, read), total: total as number | undefined };
}
