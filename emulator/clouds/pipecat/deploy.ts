import { randomUUID } from 'node:crypto';
import type { Call, Problem, Reply } from '../../server/exchange.ts';
import type { PipecatOptions } from './options.ts';
import { agentRecord, scalingOf } from './records.ts';
import { playRollout } from './rollout.ts';
import { addAgent, inBackground, type PipecatAgent, type PipecatWorld, refusal } from './state.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The rules of agent requests that a schema cannot express. */
export function agentConstraints(call: Call): Problem[] {
  if (call.body.kind !== 'json') return [];
  const settings = call.body.value as Settings;
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(settings)) {
    if (value === '')
      problems.push({ loc: ['body', name], msg: 'Empty members are left out', type: 'empty' });
  }
  const { minAgents = 0, maxAgents = Number.POSITIVE_INFINITY } = scalingOf({ settings });
  if (minAgents > maxAgents)
    problems.push({ loc: ['body', 'autoScaling'], msg: 'minAgents is above maxAgents', type: 'value_error' });
  const { agentProfile, resources } = withoutEmpty(settings);
  if (agentProfile !== undefined && resources !== undefined)
    problems.push({ loc: ['body', 'resources'], msg: 'Not with agentProfile', type: 'value_error' });
  return problems;
}

/** `null` and `{}` count as left out (contract, createAgent). */
function withoutEmpty(settings: Settings): Settings {
  const given = Object.entries(settings).filter(
    ([, value]) =>
      value !== null && !(typeof value === 'object' && Object.keys(value as object).length === 0),
  );
  return Object.fromEntries(given);
}

/** @throws {Refusal} if the name is taken, or if what the request names does not fit */
export function createAgent(world: PipecatWorld, call: Call): Reply {
  const { state, options } = world;
  const { serviceName, region: given, forceRedeploy: _all, ...settings } = settingsOf(call);
  const name = String(serviceName);
  if (state.agents.has(name)) throw refusal(options.taken, 'Service already exists');
  const region = String(given ?? options.defaultRegion);
  if (!options.regions.includes(region)) throw refusal(400, `Unknown region ${region}`);
  checkReferences(world, settings, region);
  const agent = addAgent(state, { name, region, settings, createdAt: new Date() });
  startRollout(world, agent);
  return answer(world, agent);
}

/** Rolls out only if something has changed. @throws {Refusal} as for a create */
export function updateAgent(world: PipecatWorld, agent: PipecatAgent, call: Call): Reply {
  const { serviceName, region, forceRedeploy, ...settings } = settingsOf(call);
  if ((serviceName ?? agent.name) !== agent.name)
    throw refusal(400, 'The name of an agent cannot be changed');
  if ((region ?? agent.region) !== agent.region)
    throw refusal(400, `The region of an agent cannot be changed (it is in ${agent.region})`);
  checkReferences(world, settings, agent.region);
  const { buildId: build, image } = agent.settings;
  const isNew = (settings.buildId ?? build) !== build || (settings.image ?? image) !== image;
  const kept = { ...agent.settings };
  if (settings.buildId !== undefined) delete kept.image;
  if (settings.image !== undefined) delete kept.buildId;
  if (settings.agentProfile !== undefined) delete kept.resources;
  if (settings.resources !== undefined) delete kept.agentProfile;
  agent.settings = { ...kept, ...settings };
  agent.updatedAt = new Date();
  if (isNew || forceRedeploy === true) {
    startRollout(world, agent);
    return answer(world, agent);
  }
  return answer(world, agent, 'The configuration is identical: nothing was rolled out');
}

function settingsOf({ body }: Call): Settings {
  return withoutEmpty((body.kind === 'json' ? body.value : {}) as Settings);
}

function answer({ options }: PipecatWorld, agent: PipecatAgent, warning?: string): Reply {
  const record = agentRecord(agent, options);
  if (!options.tellsDeployment) {
    delete record.desiredDeploymentId;
    delete record.activeDeploymentId;
  }
  const withWarning = warning === undefined ? record : { ...record, warning };
  return {
    kind: 'json',
    status: 200,
    body: options.agentAnswers === 'body' ? { body: withWarning } : withWarning,
  };
}

function startRollout({ state, options }: PipecatWorld, agent: PipecatAgent): void {
  agent.desired = randomUUID();
  agent.deployedAt = new Date();
  const rollout = state.rollouts.shift() ?? {};
  inBackground(state, playRollout(agent, agent.desired, rollout, options.rolloutStepMs));
}

function checkReferences({ state, options }: PipecatWorld, settings: Settings, region: string): void {
  const { buildId } = settings;
  if (buildId !== undefined) {
    const build = state.builds.find(({ id }) => id === buildId);
    if (!build) throw refusal(404, 'Build not found');
    if (build.status !== 'success') throw refusal(400, `Build is not ready (status ${build.status})`);
    if (build.region !== region) throw refusal(400, 'Build region and agent region differ');
  }
  checkLimits(options, settings, region);
  const knows = (name: string) =>
    options.secretSets === undefined
      ? !name.startsWith('missing-')
      : [...options.secretSets, ...options.pullSecretSets].includes(name);
  for (const member of ['secretSet', 'imagePullSecretSet']) {
    const name = settings[member];
    if (typeof name === 'string' && !knows(name)) throw refusal(404, `Secret set ${name} not found`);
  }
}

function checkLimits(options: PipecatOptions, settings: Settings, region: string): void {
  const { architecture } = settings;
  const { maxAgents = 1 } = scalingOf({ settings });
  if (maxAgents > options.maxAgents) throw refusal(400, `maxAgents may not be above ${options.maxAgents}`);
  if (architecture === undefined) return;
  if (options.architecture === 'unknown') throw refusal(400, 'Unknown member: architecture');
  const supported = options.architectures ?? [architecture];
  if (!supported.includes(architecture as string)) {
    const list = supported.join(', ');
    throw refusal(
      400,
      `Architecture '${architecture}' is not supported in region '${region}' (supported: ${list})`,
    );
  }
}
