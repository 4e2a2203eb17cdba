import { asObject, countIn, isObject, type Json, objectIn, textIn } from './payload.ts';

export type PullRequest = {
  readonly number: number;
  readonly headCommit?: string;
  readonly headRef?: string;
  /** The head before the push that is the event; a forge that lags may still have it. */
  readonly previousHead?: string;
  readonly fork: boolean;
  /** Whether it was open at the time of the event or reply; absent where unknown. */
  readonly open?: boolean;
};

/** The payload's pull request, for any event (docs/platform.md, "Payload → PR number"). */
export function pullRequestOf(
  event: string,
  payload: Json,
  ref: string | undefined,
): PullRequest | undefined {
  if (isObject(payload.pull_request)) return fromPullRequest(payload, payload.pull_request, event, ref);
  if (event === 'issue_comment') return fromIssue(payload);
  if (event === 'workflow_run') return fromWorkflowRun(payload);
  return undefined;
}

function fromPullRequest(payload: Json, pull: Json, event: string, ref: string | undefined) {
  const number = countIn(pull, 'number') ?? countIn(payload, 'number') ?? numberInRef(event, ref);
  if (number === undefined) return undefined;
  const head = objectIn(pull, 'head');
  const fork = isFork(pull, repositoryOf(payload));
  const previousHead = textIn(payload, 'before');
  return {
    ...pullRequest(number, textIn(head, 'sha'), textIn(head, 'ref'), fork),
    ...(previousHead && { previousHead }),
    ...stateOf(pull),
  };
}

function fromIssue(payload: Json): PullRequest | undefined {
  const issue = objectIn(payload, 'issue');
  const number = countIn(issue, 'number');
  const isPull = isObject(issue.pull_request) || payload.is_pull === true;
  if (number === undefined || !isPull) return undefined;
  return { ...pullRequest(number, undefined, undefined, false), ...stateOf(issue) };
}

/** `undefined` for forks on GitHub: there the forge is asked for the open pull request of `head_sha`. */
function fromWorkflowRun(payload: Json): PullRequest | undefined {
  const run = objectIn(payload, 'workflow_run');
  const [first] = Array.isArray(run.pull_requests) ? run.pull_requests : [];
  const pull = asObject(first);
  const number = countIn(pull, 'number');
  if (number === undefined) return undefined;
  const head = objectIn(pull, 'head');
  const from = textIn(objectIn(run, 'head_repository'), 'full_name');
  const to = textIn(objectIn(payload, 'repository'), 'full_name');
  const fork = from !== undefined && to !== undefined && from !== to;
  return pullRequest(number, textIn(run, 'head_sha') ?? textIn(head, 'sha'), textIn(head, 'ref'), fork);
}

function pullRequest(
  number: number,
  headCommit: string | undefined,
  headRef: string | undefined,
  fork: boolean,
): PullRequest {
  return { number, ...(headCommit ? { headCommit } : {}), ...(headRef ? { headRef } : {}), fork };
}

function stateOf({ state, merged }: Json): Pick<PullRequest, 'open'> {
  if (merged === true || state === 'closed') return { open: false };
  return state === 'open' ? { open: true } : {};
}

/**
 * Whether it comes from a fork, a deleted fork, or a branch that exists only as a pull request (AGit flow).
 * @param base the full name of the repository, if the pull request does not have it
 */
export function isFork(pull: Json, base?: string): boolean {
  const head = objectIn(pull, 'head');
  const from = objectIn(head, 'repo');
  const to = textIn(objectIn(objectIn(pull, 'base'), 'repo'), 'full_name') ?? base;
  const name = textIn(from, 'full_name');
  if (!isObject(head.repo) || from.fork === true) return !isSameRepository(name, to);
  return (name !== undefined && to !== undefined && name !== to) || isAgit(pull, head);
}

/** A repository that is itself a fork gets pull requests from its own branches too. */
function isSameRepository(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && from === to;
}

/**
 * Gitea keeps an AGit pull request's head in the base repository, without a branch. A deleted branch has the same
 * `ref`, but keeps its label.
 */
function isAgit(pull: Json, head: Json): boolean {
  const ref = textIn(head, 'ref');
  const label = textIn(head, 'label');
  return (
    pull.flow === 1 || (ref?.startsWith('refs/pull/') === true && (label === undefined || label === ref))
  );
}

function repositoryOf(payload: Json): string | undefined {
  return textIn(objectIn(payload, 'repository'), 'full_name');
}

/** `refs/pull/7/merge` on GitHub, `refs/pull/7/head` on Gitea. */
function numberInRef(event: string, ref: string | undefined): number | undefined {
  const digits = event.startsWith('pull_request') ? /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
