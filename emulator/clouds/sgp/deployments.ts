import { type Call, type Handler, Refusal, type Reply } from '../../server/exchange.ts';
import type { SgpWorld } from './builds.ts';
import { createDeployment, removeDeployment } from './deploy.ts';
import { pageOf } from './paging.ts';
import { deploymentRecord } from './records.ts';
import type { SgpDeployment } from './state.ts';

export function deploymentHandlers(world: SgpWorld): Readonly<Record<string, Handler>> {
  const record = (deployment: SgpDeployment) => json(deploymentRecord(deployment, world.options));
  return {
    createDeployment: (call) => record(createDeployment(world, call)),
    listDeployments: (call) => listDeployments(world, call),
    getDeployment: (call) => record(find(world, call)),
    deleteDeployment: (call) => {
      const deployment = find(world, call);
      removeDeployment(deployment, 'Deleted on request');
      return record(deployment);
    },
    getDeploymentLogs: (call) => json(logPage(world, call)),
  };
}

function listDeployments({ state, options }: SgpWorld, call: Call): Reply {
  const { agent_name: agent, build_id: build, preview_label: label } = call.query;
  const matches = state.deployments.filter(
    (entry) =>
      entry.account === call.account &&
      (agent === undefined || entry.agentName === agent) &&
      (build === undefined || entry.buildId === build) &&
      (label === undefined || options.filters === 'old' || entry.preview?.label === label),
  );
  const page = pageOf(matches, call.query);
  const items = page.items.map((entry) => deploymentRecord(entry, options));
  const limit = call.query.limit ?? 100;
  return json({ object: 'list', items, limit, total: page.total, has_more: page.more });
}

/** `has_more` says only that the page was full; the cursor is the id of the last line of the page. */
function logPage(world: SgpWorld, call: Call): unknown {
  const deployment = find(world, call);
  const cursor = typeof call.query.cursor === 'string' ? call.query.cursor : '';
  const limit = typeof call.query.limit === 'number' ? call.query.limit : 100;
  const left = deployment.lines.filter((line) => line.id > cursor);
  const lines = left.slice(0, limit);
  return {
    deployment_id: deployment.id,
    lines: world.options.deployLogLines === 'strings' ? lines.map((line) => line.message) : lines,
    next_cursor: lines.at(-1)?.id ?? null,
    has_more: lines.length === limit,
  };
}

function find({ state }: SgpWorld, call: Call): SgpDeployment {
  const deployment = state.deployments.find((entry) => entry.id === call.params.deployment_id);
  if (!deployment || deployment.account !== call.account) {
    throw new Refusal(404, { detail: 'Deployment not found' });
  }
  return deployment;
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
