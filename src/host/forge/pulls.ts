import { HttpError } from '../../errors.ts';
import type { PullRequest } from '../event/event.ts';
import { countIn, isFork, type Json, objectIn, textIn } from '../event/event.ts';
import type { Host } from '../host.ts';
import type { ForgeClient } from './client.ts';
import { paged } from './paging.ts';

export type ForgePullRequest = PullRequest & { readonly open: boolean };

export type PullRequests = {
  /** The most recently changed first; at most `MOST_PAGES` pages. */
  readonly openPullRequests: (signal: AbortSignal) => AsyncIterable<ForgePullRequest>;
  /** `undefined` if there is no pull request with this number, e.g. because it is an issue. */
  readonly getPullRequest: (number: number, signal: AbortSignal) => Promise<ForgePullRequest | undefined>;
  /** Those with this commit as head, else those that only contain it (which Gitea cannot list). */
  readonly openPullRequestsOf: (commit: string, signal: AbortSignal) => Promise<readonly ForgePullRequest[]>;
};

/** Pages of the most recently changed ones: the push that started the run also changed its pull request. */
const MOST_PAGES = 4;

export function pullRequestsOf(client: ForgeClient, repository: string, host: Host): PullRequests {
  const repo = `/repos/${repository}`;
  return {
    openPullRequests: (signal) => openOnes(client, repo, host, signal),
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

/** GitHub only, which answers 422 for an unknown commit. */
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
  const found: ForgePullRequest[] = [];
  for await (const pull of openOnes(client, repo, host, signal)) {
    if (pull.headCommit === commit) found.push(pull);
  }
  return found;
}

async function* openOnes(
  client: ForgeClient,
  repo: string,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<ForgePullRequest> {
  const sizeParameter = host.can.pageSizeParameter;
  const order =
    sizeParameter === 'per_page' ? { sort: 'updated', direction: 'desc' } : { sort: 'recentupdate' };
  const query = { state: 'open', ...order };
  const list = { path: `${repo}/pulls`, query, sizeParameter, pages: MOST_PAGES, signal };
  for await (const item of paged(client, list)) {
    const pull = readPull(item);
    if (pull?.open) yield pull;
  }
}

function readPull(item: Json): ForgePullRequest | undefined {
  const number = countIn(item, 'number');
  if (number === undefined) return undefined;
  const head = objectIn(item, 'head');
  const headCommit = textIn(head, 'sha');
  const headRef = textIn(head, 'ref');
  return {
    number,
    open: item.state === 'open',
    fork: isFork(item),
    ...(headCommit ? { headCommit } : {}),
    ...(headRef ? { headRef } : {}),
  };
}
