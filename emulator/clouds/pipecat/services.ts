/** The paths of the vendor's CLI: the same cloud, with the organization in the path (contract, tag `cli`). */

import type { Call, Handler, Reply } from '../../server/exchange.ts';
import { findAgent } from './agents.ts';
import { createAgent, updateAgent } from './deploy.ts';
import { agentRecord } from './records.ts';
import { type GitLink, notImplemented, type PipecatAgent, type PipecatWorld, refusal } from './state.ts';

type Handlers = Readonly<Record<string, Handler>>;

/** The operation of the API that does the same. */
const SAME_AS: Readonly<Record<string, string>> = {
  getOrganizationProperties: 'getProperties',
  listOrganizationRegions: 'listRegions',
  createOrganizationUploadUrl: 'createUploadUrl',
  createOrganizationBuild: 'createBuild',
  listOrganizationBuilds: 'listBuilds',
  getOrganizationBuild: 'getBuild',
  getOrganizationBuildLogs: 'getBuildLogs',
  listServices: 'listAgents',
  deleteService: 'deleteAgent',
  getServiceLogs: 'getAgentLogs',
};

/**
 * The emulator has one organization, which every name means: users can keep their `PIPECAT_ORG`. `api`: the handlers
 * of the API's own paths.
 */
export function serviceHandlers(world: PipecatWorld, api: Handlers): Handlers {
  const shared = Object.entries(SAME_AS).flatMap(([name, operation]) => {
    const handler = api[operation];
    return handler ? [[name, handler] as const] : [];
  });
  return {
    ...Object.fromEntries(shared),
    listOrganizations: () => {
      const { organization: name } = world.options;
      return json({ organizations: [{ name, verboseName: 'Emulator' }] });
    },
    createService: (call) => createService(world, call),
    updateService: (call) => updateAgent(world, named(world, call), call),
    getService: (call) => json({ body: agentRecord(findAgent(world, call), world.options) }),
    linkService: (call) => linkService(findAgent(world, call), call),
    unlinkService: (call) => {
      findAgent(world, call).git = undefined;
      return { kind: 'empty', status: 204 };
    },
    listSecretSets: (call) => listSecretSets(world, call),
    getSecretSet: (call) => getSecretSet(world, call),
  };
}

function createService(world: PipecatWorld, call: Call): Reply {
  if (bodyOf(call).git !== undefined)
    throw notImplemented('The emulator does not play builds from a GitHub repository.');
  return createAgent(world, call);
}

/** The agent from the body: these paths do not have it. */
function named({ state }: PipecatWorld, call: Call): PipecatAgent {
  const { serviceName } = bodyOf(call);
  if (typeof serviceName !== 'string') throw refusal(400, 'serviceName is required');
  const agent = state.agents.get(serviceName);
  if (!agent) throw refusal(404, 'Service not found');
  return agent;
}

function linkService(agent: PipecatAgent, call: Call): Reply {
  agent.git = { ...agent.git, ...(bodyOf(call) as GitLink) };
  return json({ gitConfig: { autoDeploy: true, ...agent.git } });
}

/** Only the known names: without `secretSets`, agents may name many more. */
function listSecretSets({ options }: PipecatWorld, call: Call): Reply {
  const region = String(call.query.region ?? options.defaultRegion);
  const sets = [
    ...(options.secretSets ?? []).map((name) => ({ name, type: 'secret', region, status: 'ready' })),
    ...options.pullSecretSets.map((name) => ({ name, type: 'imagePullSecret', region, status: 'ready' })),
  ];
  return json({ sets });
}

function getSecretSet({ options }: PipecatWorld, call: Call): Reply {
  const name = call.params.secretSet ?? '';
  const isKnown = options.secretSets?.includes(name) ?? !name.startsWith('missing-');
  if (!isKnown && !options.pullSecretSets.includes(name)) throw refusal(404, `Secret set ${name} not found`);
  return json({ secrets: [], region: options.defaultRegion, status: 'ready' });
}

function bodyOf({ body }: Call): Readonly<Record<string, unknown>> {
  return body.kind === 'json' ? (body.value as Readonly<Record<string, unknown>>) : {};
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
