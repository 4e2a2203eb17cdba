import { randomUUID } from 'node:crypto';
import type { Call, Problem, Reply } from '../../server/exchange.ts';
import { agentRecord, scalingOf } from './records.ts';
import { playRollout } from './rollout.ts';
import { addAgent, inBackground, type PipecatAgent, type PipecatWorld, refusal } from './state.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The rules of agent requests that their schema cannot say. */
export function agentConstraints(call: Call): Problem[] {
  if (call.body.kind !== 'json') return [];
  const settings = call.body.value as Settings;
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const empty =
      value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
    if (empty) problems.push({ loc: ['body', name], msg: 'Empty members are left out', type: 'empty' });
  }
  const { minAgents = 0, maxAgents = 50 } = scalingOf({ settings });
  if (minAgents > maxAgents)
    problems.push({ loc: ['body', 'autoScaling'], msg: 'minAgents is above maxAgents', type: 'value_error' });
  return problems;
}

/** @throws {Refusal} where the name is taken, or what it names does not fit */
export function createAgent(world: PipecatWorld, call: Call): Reply {
  const { state, options } = world;
  const {
    serviceName,
    region: given,
    ...settings
  } = (call.body.kind === 'json' ? call.body.value : {}) as Settings;
  const name = String(serviceName);
  if (state.agents.has(name)) throw refusal(options.taken, 'Service already exists');
  const region = String(given ?? 'us-west');
  if (!options.regions.includes(region)) throw refusal(400, `Unknown region ${region}`);
  checkReferences(world, settings, region);
  const agent = addAgent(state, { name, region, settings, createdAt: new Date() });
  roll(world, agent);
  return answer(world, agent);
}

/** Rolls out only what has changed. @throws {Refusal} as for a create */
export function updateAgent(world: PipecatWorld, agent: PipecatAgent, call: Call): Reply {
  const given = (call.body.kind === 'json' ? call.body.value : {}) as Settings;
  const { forceRedeploy, ...settings } = given;
  checkReferences(world, settings, agent.region);
  const { buildId: build, image } = agent.settings;
  const isNew = (settings.buildId ?? build) !== build || (settings.image ?? image) !== image;
  const kept = { ...agent.settings };
  if (settings.buildId !== undefined) delete kept.image;
  if (settings.image !== undefined) delete kept.buildId;
  agent.settings = { ...kept, ...settings };
  agent.updatedAt = new Date();
  if (isNew || forceRedeploy === true) {
    roll(world, agent);
    return answer(world, agent);
  }
  return answer(world, agent, 'The configuration is identical: nothing was rolled out');
}

function answer({ options }: PipecatWorld, agent: PipecatAgent, warning?: string): Reply {
  const record = agentRecord(agent, options);
  if (!options.tellsDeployment) {
    delete record.desiredDeploymentId;
    delete record.activeDeploymentId;
  }
  const told = warning === undefined ? record : { ...record, warning };
  return { kind: 'json', status: 200, body: options.agentAnswers === 'body' ? { body: told } : told };
}

function roll({ state, options }: PipecatWorld, agent: PipecatAgent): void {
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
  const knows = (name: string) => options.secretSets?.includes(name) ?? !name.startsWith('missing-');
  for (const member of ['secretSet', 'imagePullSecretSet']) {
    const name = settings[member];
    if (typeof name === 'string' && !knows(name)) throw refusal(404, `Secret set ${name} not found`);
  }
}
