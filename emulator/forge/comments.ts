import { demand, type ForgeCall, type Handler, NOT_FOUND, page, Refused, textOf } from './exchange.ts';
import type { StoredComment } from './options.ts';
import type { ForgeState } from './state.ts';

/** GitHub's limit in characters; Gitea has none (docs/platform.md, Tokens and REST API). */
const GITHUB_LIMIT = 65_536;

export const comments: Handler = (call, state) => {
  const [, issue] = /^\/issues\/(\d+)\/comments$/.exec(call.path) ?? [];
  if (issue !== undefined) {
    if (!state.pulls.has(Number(issue))) throw new Refused(404, NOT_FOUND);
    if (state.behaviour.conversation === 'disabled')
      throw new Refused(410, 'Issues are disabled for this repo');
    if (call.method === 'GET') return list(call, state, Number(issue));
    if (call.method === 'POST') return create(call, state, Number(issue));
  }
  const [, id] = /^\/issues\/comments\/(\d+)$/.exec(call.path) ?? [];
  return id === undefined ? undefined : one(call, state, Number(id));
};

function list(call: ForgeCall, state: ForgeState, issue: number) {
  demand(call, state, 'pull-requests', 'read');
  const since = Date.parse(call.query.get('since') ?? '') || 0;
  const found = [...state.comments.values()].filter(
    (comment) => comment.issue === issue && Math.floor(comment.updatedAt / 1000) * 1000 >= since,
  );
  const view = (comment: StoredComment) => viewOf(comment, call, state);
  if (state.flavour === 'github') return page(call, state, found, view);
  // All at once, whatever page is requested, and no Link header.
  return { status: 200, body: found.map(view), headers: { 'x-total-count': String(found.length) } };
}

function create(call: ForgeCall, state: ForgeState, issue: number) {
  demand(call, state, 'pull-requests', 'write');
  refuseLocked(state);
  const body = bodyOf(call, state);
  const now = Date.now();
  const comment = { id: state.nextId(), issue, user: call.user, body, createdAt: now, updatedAt: now };
  state.comments.set(comment.id, comment);
  state.onComment(comment);
  return { status: 201, body: viewOf(comment, call, state) };
}

function one(call: ForgeCall, state: ForgeState, id: number) {
  const comment = state.comments.get(id);
  if (comment === undefined) throw new Refused(404, NOT_FOUND);
  if (call.method === 'GET') return { status: 200, body: viewOf(comment, call, state) };
  demand(call, state, 'pull-requests', 'write');
  if (call.method === 'DELETE') {
    state.comments.delete(id);
    return { status: 204 };
  }
  if (call.method !== 'PATCH') return undefined;
  refuseLocked(state);
  comment.body = bodyOf(call, state);
  comment.updatedAt = Date.now();
  state.onComment(comment);
  return { status: 200, body: viewOf(comment, call, state) };
}

function refuseLocked(state: ForgeState): void {
  if (state.behaviour.conversation !== 'locked') return;
  throw new Refused(403, 'Unable to create comment because issue is locked.');
}

function bodyOf(call: ForgeCall, state: ForgeState): string {
  const body = textOf(call, 'body');
  if (body === '') throw new Refused(422, 'Validation Failed');
  if (state.flavour === 'github' && body.length > GITHUB_LIMIT) {
    throw new Refused(422, 'Validation Failed', {
      errors: [{ message: `body is too long (maximum is ${GITHUB_LIMIT} characters)` }],
    });
  }
  return body;
}

function viewOf(comment: StoredComment, call: ForgeCall, state: ForgeState) {
  const { login, id, type } = comment.user;
  const page = state.flavour === 'github' ? 'pull' : 'pulls';
  return {
    id: comment.id,
    html_url: `${call.webUrl}/${state.repository}/${page}/${comment.issue}#issuecomment-${comment.id}`,
    body: comment.body,
    user: state.flavour === 'github' ? { login, id, type } : { login, id },
    created_at: secondsOf(comment.createdAt),
    updated_at: secondsOf(comment.updatedAt),
  };
}

function secondsOf(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
