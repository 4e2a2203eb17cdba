import type { Call, Handler, Reply } from '../../server/exchange.ts';
import { createAgent, updateAgent } from './deploy.ts';
import { agentListItem, agentRecord } from './records.ts';
import { type PipecatAgent, type PipecatWorld, refusal } from './state.ts';

export function agentHandlers(world: PipecatWorld): Readonly<Record<string, Handler>> {
  const { state, options } = world;
  return {
    createAgent: (call) => createAgent(world, call),
    updateAgent: (call) => updateAgent(world, findAgent(world, call), call),
    getAgent: (call) => {
      const record = agentRecord(findAgent(world, call), options);
      return json(options.agentAnswers === 'body' ? { body: record } : record);
    },
    listAgents: (call) => {
      const { region, includeActiveDeployment, include } = call.query;
      const agents = [...state.agents.values()].filter((agent) => (region ?? agent.region) === agent.region);
      const details = {
        withDeployment: includeActiveDeployment === true,
        withGit: String(include ?? '')
          .split(',')
          .includes('git'),
      };
      return json({ services: agents.map((agent) => agentListItem(agent, options, details)) });
    },
    deleteAgent: (call) => {
      const agent = findAgent(world, call);
      agent.stop.abort();
      state.agents.delete(agent.name);
      return json({ status: 'OK' });
    },
    getAgentLogs: (call) => agentLog(findAgent(world, call), call),
  };
}

/** By default newest first and ten per page. */
function agentLog(agent: PipecatAgent, { query }: Call): Reply {
  const matches = agent.entries.filter(
    ({ deploymentId, log }) =>
      // Sessions are not emulated, so there is never a session log.
      query.sessionId === undefined &&
      (query.deploymentId ?? deploymentId) === deploymentId &&
      (typeof query.query !== 'string' || log.includes(query.query)),
  );
  const ordered = query.order === 'asc' ? matches : matches.toReversed();
  const offset = Number(query.offset ?? 0);
  const logs = ordered.slice(offset, offset + Number(query.limit ?? 10));
  return json({ total: { value: matches.length, relation: 'eq' }, logs });
}

export function findAgent({ state }: PipecatWorld, call: Call): PipecatAgent {
  const agent = state.agents.get(call.params.agentName ?? '');
  if (!agent) throw refusal(404, 'Service not found');
  return agent;
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
