import { HttpError } from '../../errors.ts';
import { asObject, objectIn } from '../event/event.ts';
import type { Host } from '../host.ts';
import type { ForgeClient } from './client.ts';
import { type Author, authorOf } from './comments.ts';

/**
 * Who the token is, as far as the forge says it. `certain: false`: GitHub refuses `GET /user` to the tokens of
 * workflows and apps alike; then the workflow's own is assumed (docs/platform.md, Tokens and REST API).
 */
export type Identity = { readonly author: Author; readonly certain: boolean };

/** The id of the users that Gitea and Forgejo keep for workflows. */
const ACTIONS_USER_ID = -2;

const ASSUMED: Readonly<Record<Host['name'], Author>> = {
  github: { login: 'github-actions[bot]', bot: true },
  act: { login: 'github-actions[bot]', bot: true },
  gitea: { login: 'gitea-actions', id: ACTIONS_USER_ID, bot: true },
  forgejo: { login: 'forgejo-actions', id: ACTIONS_USER_ID, bot: true },
};

/** @throws {HttpError} where the token is dead (401) or the forge cannot be reached */
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
 * Which bot an app's token is, where it matters: REST has no answer for it, GitHub's GraphQL has.
 * @returns `undefined` where it cannot be told
 */
export async function viewer(client: ForgeClient, signal: AbortSignal): Promise<Author | undefined> {
  try {
    const json = { query: '{ viewer { login } }' };
    const reply = await client.object({ method: 'POST', path: '/graphql', json, signal });
    const author = authorOf(objectIn(objectIn(reply, 'data'), 'viewer'));
    return author && { ...author, bot: author.login.endsWith('[bot]') };
  } catch (thrown) {
    if (asObject(thrown).name === 'AbortedError') throw thrown;
    return undefined;
  }
}

/** Logins are compared as forges do, without regard to case; numbers where both sides have one. */
export function isSame(one: Author, other: Author | undefined): boolean {
  if (other === undefined) return false;
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  return one.login.toLowerCase() === other.login.toLowerCase();
}
