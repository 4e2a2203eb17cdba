import { HttpError } from '../../errors.ts';
import { objectIn } from '../event/event.ts';
import type { Host } from '../host.ts';
import type { ForgeClient } from './client.ts';
import { type Author, authorOf } from './comments.ts';

/**
 * The user of the token. `certain: false`: GitHub refuses `GET /user` for tokens of workflows and of apps; then the
 * workflow's user is assumed (docs/platform.md, Tokens and REST API).
 */
export type Identity = { readonly author: Author; readonly certain: boolean };

/** The id of the users that Gitea and Forgejo have for workflows. */
const ACTIONS_USER_ID = -2;

const ASSUMED: Readonly<Record<Host['name'], Author>> = {
  github: { login: 'github-actions[bot]', bot: true },
  act: { login: 'github-actions[bot]', bot: true },
  gitea: { login: 'gitea-actions', id: ACTIONS_USER_ID, bot: true },
  forgejo: { login: 'forgejo-actions', id: ACTIONS_USER_ID, bot: true },
};

/** @throws {HttpError} if the token has expired (401) or the forge cannot be reached */
export async function identify(client: ForgeClient, host: Host, signal: AbortSignal): Promise<Identity> {
  try {
    const author = authorOf(await client.object({ method: 'GET', path: '/user', signal }));
    return author ? { author, certain: true } : { author: ASSUMED[host.name], certain: false };
  } catch (thrown) {
    if (!(thrown instanceof HttpError) || (thrown.status !== 403 && thrown.status !== 404)) throw thrown;
    return { author: ASSUMED[host.name], certain: false };
  }
}

/**
 * The bot of an app's token: REST does not have it, but GitHub's GraphQL does.
 * @returns `undefined` where the forge does not say
 * @throws {HttpError} if it gave no answer: whoever takes its own comment for another's writes a second one
 */
export async function viewer(client: ForgeClient, signal: AbortSignal): Promise<Author | undefined> {
  try {
    const json = { query: '{ viewer { login } }' };
    const reply = await client.object({ method: 'POST', path: '/graphql', json, repeatable: true, signal });
    const author = authorOf(objectIn(objectIn(reply, 'data'), 'viewer'));
    return author && { ...author, bot: author.login.endsWith('[bot]') };
  } catch (thrown) {
    const isRefusal = thrown instanceof HttpError && [400, 401, 403, 404, 410].includes(thrown.status);
    if (!isRefusal) throw thrown;
    return undefined;
  }
}

/** Compares ids if both have one, else logins without regard to case, as forges do. */
export function isSame(one: Author, other: Author | undefined): boolean {
  if (other === undefined) return false;
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  return one.login.toLowerCase() === other.login.toLowerCase();
}
