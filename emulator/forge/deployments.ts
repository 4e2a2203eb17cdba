import { demand, type ForgeCall, type Handler, NOT_FOUND, page, Refused, textOf } from './exchange.ts';
import type { StoredDeployment } from './options.ts';
import type { ForgeState } from './state.ts';

/** docs/platform.md, Trust, tokens, permissions (Deployments API). Gitea has none. */
export const deployments: Handler = (call, state) => {
  if (state.flavour !== 'github') return undefined;
  if (call.path === '/deployments') {
    return call.method === 'POST' ? create(call, state) : list(call, state);
  }
  const [, id] = /^\/deployments\/(\d+)\/statuses$/.exec(call.path) ?? [];
  if (id === undefined) return undefined;
  const deployment = state.deployments.get(Number(id));
  if (deployment === undefined) throw new Refused(404, NOT_FOUND);
  if (call.method === 'POST') return setStatus(call, state, deployment);
  return page(call, state, deployment.statuses.toReversed(), (status) => status);
};

const LONGEST_DESCRIPTION = 140;

function create(call: ForgeCall, state: ForgeState) {
  demand(call, state, 'deployments', 'write');
  const { auto_merge: merges, required_contexts: contexts } = call.body;
  if (merges !== false || !Array.isArray(contexts) || contexts.length > 0) {
    throw new Refused(409, 'Conflict: Commit status checks failed for this ref.');
  }
  refuseLong(call);
  const deployment: StoredDeployment = {
    id: state.nextId(),
    ref: textOf(call, 'ref'),
    environment: textOf(call, 'environment') || 'production',
    transient: call.body.transient_environment === true,
    production: call.body.production_environment === true,
    description: textOf(call, 'description'),
    payload: call.body.payload ?? {},
    statuses: [],
  };
  state.deployments.set(deployment.id, deployment);
  return { status: 201, body: viewOf(deployment) };
}

function list(call: ForgeCall, state: ForgeState) {
  demand(call, state, 'deployments', 'read');
  const environment = call.query.get('environment');
  const found = [...state.deployments.values()]
    .filter((deployment) => environment === null || deployment.environment === environment)
    .reverse();
  return page(call, state, found, viewOf);
}

function setStatus(call: ForgeCall, state: ForgeState, deployment: StoredDeployment) {
  demand(call, state, 'deployments', 'write');
  refuseLong(call);
  const status = {
    state: textOf(call, 'state'),
    description: textOf(call, 'description'),
    logUrl: textOf(call, 'log_url'),
    environmentUrl: textOf(call, 'environment_url'),
  };
  deployment.statuses.push(status);
  if (status.state === 'success' && call.body.auto_inactive !== false) endEarlier(state, deployment);
  return { status: 201, body: status };
}

/** A success ends the earlier ones of its environment, but not transient or production ones. */
function endEarlier(state: ForgeState, fresh: StoredDeployment): void {
  for (const other of state.deployments.values()) {
    if (other.id >= fresh.id || other.environment !== fresh.environment) continue;
    if (other.transient || other.production || other.statuses.at(-1)?.state !== 'success') continue;
    other.statuses.push({ state: 'inactive', description: '', logUrl: '', environmentUrl: '' });
  }
}

function refuseLong(call: ForgeCall): void {
  if (textOf(call, 'description').length > LONGEST_DESCRIPTION) throw new Refused(422, 'Validation Failed');
}

function viewOf({ id, ref, environment, payload, transient, production, description }: StoredDeployment) {
  const names = { transient_environment: transient, production_environment: production };
  return { id, ref, environment, payload, description, ...names };
}
