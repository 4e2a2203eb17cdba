import type { Builder } from '../../builder/job.ts';
import { type Call, type Handler, Refusal, type Reply } from '../../server/exchange.ts';
import type { SgpOptions } from './options.ts';
import { pageOf } from './paging.ts';
import { buildRecord } from './records.ts';
import type { SgpBuild, SgpState } from './state.ts';
import { submitBuild } from './submit.ts';

export type SgpWorld = { readonly state: SgpState; readonly options: SgpOptions; readonly builder: Builder };

export function buildHandlers(world: SgpWorld): Readonly<Record<string, Handler>> {
  const record = (build: SgpBuild) => buildRecord(build, world.options);
  return {
    submitBuild: async (call) => json(200, record(await submitBuild(call, world))),
    listBuilds: (call) => listBuilds(world, call),
    listUndeployedAgents: (call) => json(200, undeployed(world, call.account)),
    getBuild: (call) => json(200, record(find(world, call))),
    streamBuildLogs: (call) => {
      const { log } = find(world, call);
      return {
        kind: 'events',
        open: (from, signal) => log.follow(from, signal),
        dataOf: (line) => ({ line }),
      };
    },
    cancelBuild: (call) => {
      const build = find(world, call);
      const before = record(build);
      cancel(build);
      return json(202, before);
    },
  };
}

function listBuilds({ state, options }: SgpWorld, call: Call): Reply {
  const wanted = ['agent_name', ...(options.filters === 'all' ? ['source_commit', 'working_tree_hash'] : [])];
  const filters = wanted.filter((name) => typeof call.query[name] === 'string');
  const matches = state.builds
    .filter((build) => build.account === call.account)
    .filter((build) =>
      filters.every(
        (name) => (name === 'agent_name' ? build.agentName : build.source[name]) === call.query[name],
      ),
    );
  const page = pageOf(matches, call.query);
  const items = page.items.map((build) => buildRecord(build, options));
  if (options.lists === 'array') return json(200, items);
  const limit = call.query.limit ?? 100;
  return json(200, { object: 'list', items, limit, total: page.total, has_more: page.more });
}

function undeployed({ state, options }: SgpWorld, account: string): readonly unknown[] {
  const deployed = new Set(
    state.deployments
      .filter((entry) => entry.wasHealthy && entry.account === account)
      .map((entry) => entry.agentName),
  );
  const agents = new Map<string, { latest: SgpBuild; total: number }>();
  for (const build of state.builds) {
    if (build.account !== account || deployed.has(build.agentName)) continue;
    agents.set(build.agentName, { latest: build, total: (agents.get(build.agentName)?.total ?? 0) + 1 });
  }
  return [...agents].map(([name, { latest, total }]) => ({
    agent_name: name,
    latest_build: buildRecord(latest, options),
    total_builds: total,
  }));
}

/** Only queued and running builds are cancelled, and only after the reply (contract, cancelBuild). */
export function cancel(build: SgpBuild): void {
  if (build.status !== 'queued' && build.status !== 'running') return;
  setImmediate(() => {
    if (build.endedAt) return;
    build.status = 'cancelling';
    build.stop.abort();
  });
}

function find({ state }: SgpWorld, call: Call): SgpBuild {
  const build = state.buildsById.get(call.params.build_id ?? '');
  if (!build || build.account !== call.account) throw new Refusal(404, { detail: 'Build not found' });
  return build;
}

function json(status: number, body: unknown): Reply {
  return { kind: 'json', status, body };
}
