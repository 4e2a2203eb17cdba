import { readFileSync } from 'node:fs';
import { messageOf, UserError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { asObject, isObject, type Json, objectIn, textIn } from './payload.ts';
import { type PullRequest, pullRequestOf } from './pull-request.ts';
import { type EventRepository, repositoryOf } from './repository.ts';

/** The event that started the run; the only place that reads the payload (docs/platform.md, "Payload → PR number"). */
export type Trigger = {
  /** GITHUB_EVENT_NAME. */
  readonly event: string;
  readonly pullRequest?: PullRequest;
  /** The pull request was closed, merged or not; the step deletes its previews. */
  readonly closed: boolean;
  /** The commit that is built: a pull request's head, never its merge commit. */
  readonly commit?: string;
  /** Branch or tag name without `refs/…/`. */
  readonly ref?: string;
  readonly defaultBranch?: string;
  /** A push to the default branch: what `deploy: auto` calls production. */
  readonly pushToDefaultBranch: boolean;
  /** The push deleted its branch or tag: what is checked out is something else. */
  readonly refDeleted?: true;
  /** The commit to compare with, for `plan`: push `before`, or the pull request's base. */
  readonly base?: string;
  /** An event of a fork or of Dependabot, which gets no secrets on this platform. */
  readonly secretsWithheld: boolean;
  readonly repository?: EventRepository;
  /** The repository's page in a browser, without a slash at its end. */
  readonly repositoryUrl?: string;
  /** The run's page in a browser. */
  readonly runUrl?: string;
  readonly runId?: string;
  readonly runNumber: number;
  readonly runAttempt: number;
};

/**
 * Reads the event. If the payload is missing or unusual, only the facts from it are absent.
 * @throws {UserError} when the payload's file exists but is not JSON.
 */
export function readTrigger(env: NodeJS.ProcessEnv, host: Host): Trigger {
  const event = env.GITHUB_EVENT_NAME ?? '';
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const pullRequest = pullRequestOf(event, payload, env.GITHUB_REF);
  const defaultBranch = textIn(objectIn(payload, 'repository'), 'default_branch');
  const commit = commitOf(event, payload, pullRequest, env);
  const ref = refOf(event, payload, pullRequest, env);
  const base = baseOf(payload);
  const repository = repositoryOf(payload, env);
  const repositoryUrl = repositoryUrlOf(payload, env);
  const runUrl = runUrlOf(repositoryUrl, env, host);
  const runId = env.GITHUB_RUN_ID;
  return {
    event,
    closed: isObject(payload.pull_request) && payload.action === 'closed',
    pushToDefaultBranch: isPushTo(defaultBranch, event, payload, env),
    secretsWithheld: withholdsSecrets(event, payload, pullRequest, env),
    runNumber: wholeNumber(env.GITHUB_RUN_NUMBER, 0),
    runAttempt: wholeNumber(env.GITHUB_RUN_ATTEMPT, 1),
    ...(deletesRef(event, payload) && { refDeleted: true }),
    ...(pullRequest && { pullRequest }),
    ...(commit && { commit }),
    ...(ref && { ref }),
    ...(defaultBranch && { defaultBranch }),
    ...(base && { base }),
    ...(repository && { repository }),
    ...(repositoryUrl && { repositoryUrl }),
    ...(runUrl && { runUrl }),
    ...(runId && { runId }),
  };
}

function isPushTo(branch: string | undefined, event: string, payload: Json, env: NodeJS.ProcessEnv): boolean {
  if (event !== 'push' || deletesRef(event, payload) || branch === undefined) return false;
  return env.GITHUB_REF === `refs/heads/${branch}`;
}

/** Gitea's payload has no `deleted`. */
function deletesRef(event: string, payload: Json): boolean {
  return event === 'push' && (payload.deleted === true || isZeros(textIn(payload, 'after')));
}

function readPayload(path: string | undefined): Json {
  if (!path) return {};
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return asObject(JSON.parse(text));
  } catch (cause) {
    throw new UserError(`The event payload ${path} is not JSON: ${messageOf(cause)}`, {
      hint: 'The runner writes this file; on act, look at the file given with --eventpath.',
      cause,
    });
  }
}

/** On GitHub an issue comment's payload has no head commit: it comes from the forge or the workspace. */
function commitOf(event: string, payload: Json, pull: PullRequest | undefined, env: NodeJS.ProcessEnv) {
  const known =
    pull?.headCommit ??
    textIn(objectIn(payload, 'workflow_run'), 'head_sha') ??
    textIn(objectIn(payload, 'merge_group'), 'head_sha') ??
    (event === 'push' ? commitIn(payload, 'after') : undefined);
  if (known !== undefined) return known;
  return pull || deletesRef(event, payload) ? undefined : env.GITHUB_SHA || undefined;
}

function refOf(event: string, payload: Json, pull: PullRequest | undefined, env: NodeJS.ProcessEnv) {
  const run = textIn(objectIn(payload, 'workflow_run'), 'head_branch');
  const ref = pull?.headRef ?? run ?? (event === 'issue_comment' && pull ? undefined : env.GITHUB_REF);
  return ref?.replace(/^refs\/(?:heads\/|tags\/)?/, '') || undefined;
}

function baseOf(payload: Json): string | undefined {
  return (
    commitIn(objectIn(objectIn(payload, 'pull_request'), 'base'), 'sha') ??
    commitIn(objectIn(payload, 'merge_group'), 'base_sha') ??
    commitIn(payload, 'before')
  );
}

/** All zeros mean that there was none: a new branch, or a deleted one. */
function commitIn(of: Json, key: string): string | undefined {
  const commit = textIn(of, key);
  return isZeros(commit) ? undefined : commit;
}

function isZeros(commit: string | undefined): boolean {
  return commit !== undefined && /^0+$/.test(commit);
}

const DEPENDABOT = 'dependabot[bot]';

/** `pull_request_target` runs with the base's secrets; Dependabot's events are listed in docs/platform.md. */
function withholdsSecrets(
  event: string,
  payload: Json,
  pull: PullRequest | undefined,
  env: NodeJS.ProcessEnv,
): boolean {
  const fromFork = pull?.fork === true && /^(?:pull_request(?:_review.*)?|workflow_call)$/.test(event);
  const byDependabot =
    env.GITHUB_ACTOR === DEPENDABOT && /^(?:pull_request|push|create|deployment.*)$/.test(event);
  // Also if another user started the run, the pull request is Dependabot's (docs/interface.md, inputs).
  const author = textIn(objectIn(objectIn(payload, 'pull_request'), 'user'), 'login');
  return fromFork || byDependabot || (event === 'pull_request' && author === DEPENDABOT);
}

/** The payload has the public address; GITHUB_SERVER_URL may be an internal one. */
function repositoryUrlOf(payload: Json, env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  const fallback = server && name ? `${server.replace(/\/+$/, '')}/${name}` : undefined;
  const page = textIn(objectIn(payload, 'repository'), 'html_url') ?? fallback;
  return page !== undefined && /^https?:\/\//.test(page) ? page.replace(/\/+$/, '') : undefined;
}

function runUrlOf(page: string | undefined, env: NodeJS.ProcessEnv, host: Host): string | undefined {
  if (page === undefined) return undefined;
  const { GITHUB_RUN_ID: id, GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: attempt } = env;
  if (host.can.runPage === 'by-number' && number) return `${page}/actions/runs/${number}?by_index=1`;
  if (host.can.runPage === 'by-id' && id) return `${page}/actions/runs/${id}/attempts/${attempt || 1}`;
  return undefined;
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : otherwise;
}
