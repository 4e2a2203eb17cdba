import { basename } from 'node:path';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import { affectedBy } from '../context/changes/changes.ts';
import { topOf } from '../git/git.ts';
import { type PlannedAgent, renderPlan } from '../report/pages/plan.ts';
import { count, duration, short } from '../report/units.ts';
import { type Agent, type AgentSources, readAgent } from './plan/agent.ts';
import { type Base, changesSince, chooseBase } from './plan/base.ts';
import { agentFolders } from './plan/globs.ts';
import { phase } from './step/phase.ts';
import type { Step } from './step/step.ts';

type Plan = {
  readonly all: number;
  readonly chosen: readonly PlannedAgent[];
  /** Short; absent where there was nothing to compare with. */
  readonly base?: string;
  readonly notice?: string;
};

/** GitHub refuses a matrix with more jobs (docs.github.com, usage limits). */
const MOST_JOBS = 256;

/**
 * Names the agents that changed since the base commit as a matrix for the platform's own scheduler.
 * @throws {UserError} for a glob that matches nothing and for an input `base` that names no commit
 */
export async function plan(step: Step): Promise<void> {
  const { console, recorder } = step;
  const planned = await phase(step, { name: 'Plan' }, () => survey(step), closingLine);
  const { chosen } = planned;
  const include = chosen.map(({ name, path, manifest }) => ({ name, path, manifest }));
  recorder.noteExtra({ matrix: { include }, changed: chosen.length });
  if (chosen.length > MOST_JOBS) {
    console.warning(
      `The matrix has ${chosen.length} entries, and GitHub runs at most ${MOST_JOBS} jobs of one matrix: give the agents to several plan steps by narrower globs.`,
    );
  }
  recorder.notePage(renderPlan(planned));
  recorder.note({ outcome: 'succeeded' });
}

async function survey(step: Step): Promise<Plan> {
  const { settings, console } = step;
  const { workspace } = settings.context;
  const folders = await agentFolders(workspace, settings.agents);
  const sources = sourcesOf(step);
  const agents = await readAgents(folders, sources);
  const top = topOf(workspace, folders);
  const base = await chooseBase(step, top);
  const changes = await changesSince(base, top);
  if (changes.kind === 'none') return everyAgent(step, agents, changes);
  const affected = affectedBy(
    agents.map(({ scope }) => scope),
    { top, ...changes },
  );
  const chosen = agents.flatMap((agent, at): PlannedAgent[] => {
    const path = affected[at];
    if (agent.problem === undefined) return path === undefined ? [] : [{ ...agent, changed: path }];
    return [{ ...agent, problem: agent.problem }];
  });
  for (const agent of chosen) console.info(`${agent.path}: ${reasonOf(agent)}`);
  warnOf(step, agents, chosen);
  return {
    all: agents.length,
    chosen,
    ...(base.kind === 'commit' && { base: short(base.commit) }),
  };
}

/** Far below what a process may have open. */
const AT_ONCE = 64;

async function readAgents(folders: readonly string[], sources: AgentSources): Promise<readonly Agent[]> {
  const agents: Agent[] = [];
  for (let at = 0; at < folders.length; at += AT_ONCE) {
    const some = folders.slice(at, at + AT_ONCE).map((folder) => readAgent(folder, sources));
    agents.push(...(await Promise.all(some)));
  }
  return agents;
}

function sourcesOf({ settings, trigger }: Step): AgentSources {
  const { workspace, root, dockerfile } = settings.context;
  const given = dockerfile.slice(root.length + 1);
  return {
    workspace,
    traits: CLOUD_TRAITS[settings.cloud],
    workspaceName: trigger.repository?.name ?? basename(workspace),
    memo: new Map(),
    // What equals the default was not chosen: a manifest's own Dockerfile stands.
    ...(given !== 'Dockerfile' && { dockerfile: given }),
  };
}

function everyAgent(
  step: Step,
  agents: readonly Agent[],
  { why, expected }: Extract<Base, { kind: 'none' }>,
): Plan {
  const notice = `${agents.length === 1 ? 'The agent is' : `All ${agents.length} agents are`} named. ${why}`;
  if (expected) step.console.info(notice);
  else step.console.notice(notice);
  warnOf(step, agents, agents);
  return { all: agents.length, chosen: agents, notice };
}

function reasonOf({ changed, problem }: PlannedAgent): string {
  return changed === undefined ? (problem ?? 'named without comparison') : `${changed} changed`;
}

const NAMED = 5;

function warnOf({ console }: Step, agents: readonly Agent[], chosen: readonly PlannedAgent[]): void {
  for (const { path, problem } of agents) {
    if (problem !== undefined) {
      console.warning(`${path} counts as changed, because its context cannot be known: ${problem}`);
    }
  }
  const named = new Set(chosen.map(({ path }) => path));
  const bare = agents.filter((agent) => agent.lacksDockerfile && named.has(agent.path));
  if (bare.length > 0) {
    console.warning(
      `${listed(bare.map(({ path }) => path))} without a Dockerfile: the build will fail. A line such as !${bare[0]?.path} in agents leaves a folder out.`,
    );
  }
  for (const [name, paths] of sharedNames(chosen)) {
    console.warning(`${listed(paths)} have the same name, ${name}: give each a name in its manifest.`);
  }
}

function listed(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `${paths.slice(0, NAMED).join(', ')}${more}`;
}

function sharedNames(agents: readonly PlannedAgent[]): readonly [string, readonly string[]][] {
  const byName = new Map<string, string[]>();
  for (const { name, path } of agents) byName.set(name, [...(byName.get(name) ?? []), path]);
  return [...byName].filter(([, paths]) => paths.length > 1);
}

function closingLine({ all, chosen, base }: Plan, ms: number): string {
  const of = `${chosen.length} of ${count(all, 'agent')}`;
  const since = base === undefined ? 'named' : `changed since ${base}`;
  return `✓ Plan: ${of} ${since} (${duration(ms)})`;
}
