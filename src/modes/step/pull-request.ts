import { messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { PullRequest, Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import { knownNumber, mayHavePullRequest, type PullRequestFacts, SEARCHABLE } from './known-pull-request.ts';

type PullRequestLookup = PullRequestFacts & {
  readonly console: Pick<Console, 'info' | 'afterGroup'>;
};

/**
 * The pull request that this run is about, with its head where `wantsHead`. Its absence is no error.
 * @throws {HttpError} where the forge refuses to answer
 */
export async function findPullRequest(
  context: PullRequestLookup,
  forge: Forge,
  options: { readonly wantsHead: boolean; readonly signal: AbortSignal },
): Promise<PullRequest | undefined> {
  const { trigger } = context;
  const number = knownNumber(context);
  if (number === undefined) return searchByCommit(context, forge, options.signal);
  const known = trigger.pullRequest?.number === number ? trigger.pullRequest : { number, fork: false };
  if (known.headCommit !== undefined || !options.wantsHead) return known;
  return (await forge.getPullRequest(number, options.signal)) ?? known;
}

/** Events whose commit is on the repository's own branches. A fork may contain the same commit. */
const OWN_BRANCHES = new Set(['push', 'create']);

/** Results of searches, so that a job asks the forge once. */
const searches = new WeakMap<Trigger, Promise<PullRequest | undefined>>();

function searchByCommit(
  context: PullRequestLookup,
  forge: Forge,
  signal: AbortSignal,
): Promise<PullRequest | undefined> {
  const { trigger } = context;
  const { commit } = trigger;
  if (commit === undefined || !SEARCHABLE.has(trigger.event)) return Promise.resolve(undefined);
  const known = searches.get(trigger);
  if (known !== undefined) return known;
  const search = askForPullRequest(context, forge, commit, signal);
  searches.set(trigger, search);
  // A search that failed or was aborted may be repeated.
  search.catch(() => searches.delete(trigger));
  return search;
}

async function askForPullRequest(
  { trigger, console }: PullRequestLookup,
  forge: Forge,
  commit: string,
  signal: AbortSignal,
): Promise<PullRequest | undefined> {
  const { event, ref } = trigger;
  const all = await forge.openPullRequestsOf(commit, signal);
  const found = OWN_BRANCHES.has(event) ? all.filter(({ fork }) => !fork) : all;
  const [first] = [...found].sort(
    (a, b) => Number(a.fork) - Number(b.fork) || Number(b.headRef === ref) - Number(a.headRef === ref),
  );
  if (first === undefined) {
    const own = all.length > 0 ? ' of this repository' : '';
    console.afterGroup(`No open pull request${own} has commit ${commit.slice(0, 12)}.`);
  } else if (found.length > 1) {
    const numbers = found.map(({ number }) => `#${number}`).join(', ');
    console.afterGroup(`Commit ${commit.slice(0, 12)} is in ${numbers}: #${first.number} gets the comment.`);
  }
  return first;
}

/** The trigger, completed with what the forge knows; unchanged if it knows nothing. */
export async function enrichTrigger(
  context: PullRequestLookup,
  forge: Forge | undefined,
  signal: AbortSignal,
): Promise<Trigger> {
  const { trigger, console } = context;
  if (forge === undefined || !mayHavePullRequest(context)) return trigger;
  try {
    const pullRequest = await findPullRequest(context, forge, { wantsHead: true, signal });
    if (pullRequest === undefined) return trigger;
    const commit = trigger.commit ?? pullRequest.headCommit;
    return { ...trigger, pullRequest, ...(commit === undefined ? {} : { commit }) };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    console.info(`The pull request of this run could not be looked up: ${messageOf(thrown)}`);
    return trigger;
  }
}
