import type { User } from './options.ts';
import type { ForgeState } from './state.ts';

/** A request after authentication. */
export type ForgeCall = {
  readonly method: string;
  /** Below the API's root. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly user: User & { readonly app: boolean };
  /** Of the request, for Link headers. */
  readonly url: string;
  readonly webUrl: string;
};

export type ForgeReply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** `undefined`: the path belongs to another handler. */
export type Handler = (call: ForgeCall, state: ForgeState) => ForgeReply | undefined;

/** Thrown by handlers. */
export class Refused extends Error {
  readonly reply: ForgeReply;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.reply = { status, body: { message, ...more } };
  }
}

export const NOT_FOUND = 'Not Found';

/** What the caller may do: users everything, the workflow's token what its permissions say. */
export function demand(
  call: ForgeCall,
  state: ForgeState,
  key: 'pull-requests' | 'deployments',
  wanted: 'read' | 'write',
): void {
  if (call.user.type === 'User') return;
  const granted = state.behaviour.permissions[key];
  if (granted === 'write' || granted === wanted) return;
  if (granted === 'none') throw new Refused(404, NOT_FOUND);
  const words = {
    github: 'Resource not accessible by integration',
    gitea: 'user should have a permission to write',
  };
  throw new Refused(403, words[state.flavour]);
}

/** One page of a list, with the headers that the flavour sends. */
export function page<T>(
  call: ForgeCall,
  state: ForgeState,
  items: readonly T[],
  body: (item: T) => unknown,
): ForgeReply {
  const isGitHub = state.flavour === 'github';
  const most = isGitHub ? 100 : 50;
  const size = Math.min(most, Number(call.query.get(isGitHub ? 'per_page' : 'limit')) || 30);
  const number = Number(call.query.get('page')) || 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(number < last ? [linkTo(call, number + 1, 'next'), linkTo(call, last, 'last')] : []),
    ...(number > 1 ? [linkTo(call, 1, 'first'), linkTo(call, number - 1, 'prev')] : []),
  ];
  const headers = {
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
    ...(isGitHub ? {} : { 'x-total-count': String(items.length) }),
  };
  return { status: 200, body: items.slice((number - 1) * size, number * size).map(body), headers };
}

function linkTo(call: ForgeCall, number: number, rel: string): string {
  const url = new URL(call.url);
  url.searchParams.set('page', String(number));
  return `<${url.href}>; rel="${rel}"`;
}

export function textOf(call: ForgeCall, name: string): string {
  const value = call.body[name];
  return typeof value === 'string' ? value : '';
}
