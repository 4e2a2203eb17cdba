import { type ForgeCall, type Handler, NOT_FOUND, Refused } from './exchange.ts';
import type { ForgeState } from './state.ts';

/** The repository itself, by its name, its number or an earlier name. */
export const repositories: Handler = (call, state) => {
  if (call.method !== 'GET') return undefined;
  const [, name] = /^\/repos\/([^/]+\/[^/]+)$/.exec(call.path) ?? [];
  if (call.path === `/repositories/${state.repositoryId}` || name === state.repository) {
    return { status: 200, body: { id: state.repositoryId, full_name: state.repository } };
  }
  if (name === undefined) return undefined;
  if (!state.formerNames.includes(name)) throw new Refused(404, NOT_FOUND);
  return { status: state.flavour === 'github' ? 301 : 307, headers: { location: addressOf(call, state) } };
};

/** GitHub redirects to the number, Gitea to the new name. */
function addressOf({ url }: ForgeCall, { flavour, repositoryId, repository }: ForgeState): string {
  const root = url.replace(/\/repos\/.*$/, '');
  return flavour === 'github' ? `${root}/repositories/${repositoryId}` : `${root}/repos/${repository}`;
}
