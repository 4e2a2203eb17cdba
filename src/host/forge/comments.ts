import { HttpError } from '../../errors.ts';
import { type Json, objectIn, textIn } from '../event/event.ts';
import type { Host } from '../host.ts';
import type { ForgeClient } from './client.ts';
import { paged } from './paging.ts';

export type Author = {
  readonly login: string;
  readonly id?: number;
  /** A bot account, if the forge says so. */
  readonly bot: boolean;
};

export type ForgeComment = {
  readonly id: number;
  readonly body: string;
  /** Its page in a browser. */
  readonly url?: string;
  /** By the forge's clock. */
  readonly createdAt?: string;
  /** Absent where the account is gone. */
  readonly author?: Author;
};

export type Comments = {
  /**
   * The comments of an issue or pull request, oldest first.
   * @param since only those changed at or after this time of the forge (ISO 8601)
   */
  readonly listComments: (
    issue: number,
    options: { readonly since?: string; readonly signal: AbortSignal },
  ) => AsyncIterable<ForgeComment>;
  readonly createComment: (issue: number, body: string, options: WriteOptions) => Promise<ForgeComment>;
  readonly updateComment: (id: number, body: string, options: WriteOptions) => Promise<ForgeComment>;
  /** A comment that is already gone is a success. */
  readonly deleteComment: (id: number, options: WriteOptions) => Promise<void>;
};

/** `timeoutMs` bounds how late a write can take effect (docs/comment.md). */
type WriteOptions = { readonly signal: AbortSignal; readonly timeoutMs?: number };

/** 10,000 comments; a pull request with more is not read to its end. */
const MOST_PAGES = 100;

export function commentsOf(client: ForgeClient, repository: string, { can }: Host): Comments {
  const issues = `/repos/${repository}/issues`;
  const sizeParameter = can.pagesComments ? can.pageSizeParameter : 'none';
  return {
    listComments: (issue, { since, signal }) =>
      commentsIn(
        paged(client, {
          path: `${issues}/${issue}/comments`,
          query: { since },
          sizeParameter,
          pages: MOST_PAGES,
          signal,
        }),
      ),
    createComment: async (issue, body, options) =>
      written(
        await client.object({
          method: 'POST',
          path: `${issues}/${issue}/comments`,
          json: { body },
          ...options,
        }),
      ),
    updateComment: async (id, body, options) =>
      written(
        await client.object({
          method: 'PATCH',
          path: `${issues}/comments/${id}`,
          json: { body },
          ...options,
        }),
      ),
    deleteComment: async (id, options) => {
      try {
        await client.send({ method: 'DELETE', path: `${issues}/comments/${id}`, ...options });
      } catch (thrown) {
        if (!(thrown instanceof HttpError) || thrown.status !== 404) throw thrown;
      }
    },
  };
}

/** Each comment once: a new one that is created while pages are read moves others to the next page. */
async function* commentsIn(items: AsyncIterable<Json>): AsyncGenerator<ForgeComment> {
  const seen = new Set<number>();
  for await (const item of items) {
    const comment = commentOf(item);
    if (comment === undefined || seen.has(comment.id)) continue;
    seen.add(comment.id);
    yield comment;
  }
}

function written(reply: Json): ForgeComment {
  const comment = commentOf(reply);
  if (comment) return comment;
  const detail = 'the reply has no comment in it; is GITHUB_API_URL right?';
  throw new HttpError({ method: 'POST', url: '', status: 200, effect: 'maybe', detail });
}

function commentOf(item: Json): ForgeComment | undefined {
  if (typeof item.id !== 'number' || !Number.isSafeInteger(item.id)) return undefined;
  const url = textIn(item, 'html_url');
  const createdAt = textIn(item, 'created_at');
  const author = authorOf(objectIn(item, 'user'));
  return {
    id: item.id,
    body: textIn(item, 'body') ?? '',
    ...(url && /^https?:\/\//.test(url) ? { url } : {}),
    ...(createdAt ? { createdAt } : {}),
    ...(author ? { author } : {}),
  };
}

export function authorOf(user: Json): Author | undefined {
  const login = textIn(user, 'login');
  if (login === undefined) return undefined;
  const id = typeof user.id === 'number' && Number.isSafeInteger(user.id) ? user.id : undefined;
  return { login, ...(id === undefined ? {} : { id }), bot: user.type === 'Bot' };
}
