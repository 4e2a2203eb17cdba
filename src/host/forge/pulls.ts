import { HttpError } from '../../errors.ts';
import type { PullRequest } from '../event/event.ts';
import { countIn, isObject, type Json, objectIn, textIn } from '../event/event.ts';
import type { Host } from '../host.ts';
import type { ForgeClient } from './client.ts';
import { paged } from './paging.ts';

export type ForgePullRequest = PullRequest & { readonly open: boolean };

export type PullRequests = {
  /** `undefined` where there is none of this number, e.g. because it is an issue. */
  readonly getPullRequest: (number: number, signal: AbortSignal) => Promise<ForgePullRequest | undefined>;
  /** Those whose head is this commit first, then those that only contain it (which Gitea cannot tell). */
  readonly openPullRequestsOf: (commit: string, signal: AbortSignal) => Promise<readonly ForgePullRequest[]>;
};

/** The most recently changed ones; a run's pull request was changed by the push that started the run. */
const MOST_PAGES = 4;

export function pullRequestsOf(client: ForgeClient, repository: string, host: Host): PullRequests {
  const repo = `/repos/${repository}`;
  return {
    getPullRequest: async (number, signal) => {
      try {
        return readPull(await client.object({ method: 'GET', path: `${repo}/pulls/${number}`, signal }));
      } catch (thrown) {
        if (thrown instanceof HttpError && thrown.status === 404) return undefined;
        throw thrown;
      }
    },
    openPullRequestsOf: async (commit, signal) => {
      if (host.can.pageSizeParameter === 'limit') return headedBy(client, repo, host, commit, signal);
      const containing = await ofCommit(client, repo, commit, signal);
      const heads = containing.filter((pull) => pull.headCommit === commit);
      if (heads.length > 0) return heads;
      // A fork's commit is not always found by that list.
      const byHead = await headedBy(client, repo, host, commit, signal);
      return byHead.length > 0 ? byHead : containing;
    },
  };
}

/** GitHub only. A commit that it does not know is 422 there. */
async function ofCommit(client: ForgeClient, repo: string, commit: string, signal: AbortSignal) {
  const path = `${repo}/commits/${encodeURIComponent(commit)}/pulls`;
  try {
    const { items } = await client.list({ method: 'GET', path, query: { per_page: 100 }, signal });
    return items.map(readPull).filter((pull): pull is ForgePullRequest => pull?.open === true);
  } catch (thrown) {
    if (thrown instanceof HttpError && (thrown.status === 404 || thrown.status === 422)) return [];
    throw thrown;
  }
}

async function headedBy(
  client: ForgeClient,
  repo: string,
  host: Host,
  commit: string,
  signal: AbortSignal,
): Promise<ForgePullRequest[]> {
  const isGitHub = host.can.pageSizeParameter === 'per_page';
  const query = {
    state: 'open',
    ...(isGitHub ? { sort: 'updated', direction: 'desc' } : { sort: 'recentupdate' }),
  };
  const found: ForgePullRequest[] = [];
  const sizeParameter = host.can.pageSizeParameter;
  for await (const item of paged(client, {
    path: `${repo}/pulls`,
    query,
    sizeParameter,
    pages: MOST_PAGES,
    signal,
  })) {
    const pull = readPull(item);
    if (pull?.open && pull.headCommit === commit) found.push(pull);
  }
  return found;
}

function readPull(item: Json): ForgePullRequest | undefined {
  const number = countIn(item, 'number');
  if (number === undefined) return undefined;
  const head = objectIn(item, 'head');
  const headCommit = textIn(head, 'sha');
  const headRef = textIn(head, 'ref');
  const from = textIn(objectIn(head, 'repo'), 'full_name');
  const to = textIn(objectIn(objectIn(item, 'base'), 'repo'), 'full_name');
  return {
    number,
    open: item.state === 'open',
    fork: !isObject(head.repo) || (from !== undefined && to !== undefined && from !== to),
    ...(headCommit ? { headCommit } : {}),
    ...(headRef ? { headRef } : {}),
  };
}
