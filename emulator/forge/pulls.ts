import { demand, type ForgeCall, type Handler, NOT_FOUND, page, Refused } from './exchange.ts';
import type { StoredPull } from './options.ts';
import type { ForgeState } from './state.ts';

export const pulls: Handler = (call, state) => {
  if (call.method !== 'GET') return undefined;
  const [, number] = /^\/pulls\/(\d+)$/.exec(call.path) ?? [];
  if (number !== undefined) {
    demand(call, state, 'pull-requests', 'read');
    const pull = state.pulls.get(Number(number));
    if (pull === undefined) throw new Refused(404, NOT_FOUND);
    return { status: 200, body: viewOf(pull, state) };
  }
  if (call.path === '/pulls') {
    const wanted = call.query.get('state') ?? 'open';
    const found = [...state.pulls.values()].filter((pull) => wanted === 'all' || pull.state === wanted);
    return page(call, state, found, (pull) => viewOf(pull, state));
  }
  return ofCommit(call, state);
};

/** Gitea has no such path: `undefined` becomes a 404. */
function ofCommit(call: ForgeCall, state: ForgeState) {
  const [, sha] = /^\/commits\/([^/]+)\/pulls$/.exec(call.path) ?? [];
  if (sha === undefined || state.flavour !== 'github') return undefined;
  const found = [...state.pulls.values()].filter(
    (pull) => pull.commits.includes(sha) && pull.head.repository === state.repository,
  );
  return page(call, state, found, (pull) => viewOf(pull, state));
}

function viewOf(pull: StoredPull, state: ForgeState) {
  const { sha, ref, repository } = pull.head;
  return {
    number: pull.number,
    state: pull.state,
    head: { sha, ref, repo: { full_name: repository, fork: repository !== state.repository } },
    base: { ref: pull.base, repo: { full_name: state.repository } },
  };
}
