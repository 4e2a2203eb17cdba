import { type Handler, Refused, textOf } from './exchange.ts';

/** Paths that belong to no repository. GitHub refuses `GET /user` to the tokens of workflows and apps. */
export const users: Handler = (call, state) => {
  const { login, id, type, app } = call.user;
  if (call.path === '/user' && call.method === 'GET') {
    if (app) throw new Refused(403, 'Resource not accessible by integration');
    return { status: 200, body: state.flavour === 'github' ? { login, id, type } : { login, id } };
  }
  if (call.path === '/graphql' && call.method === 'POST' && state.flavour === 'github') {
    if (!textOf(call, 'query').includes('viewer')) throw new Refused(400, 'Problems parsing');
    return { status: 200, body: { data: { viewer: { login } } } };
  }
  return undefined;
};
