import { basename, resolve } from 'node:path';
import type { CloudTraits } from '../../clouds/traits.ts';
import { affectedBy } from '../../context/changes/changes.ts';
import { topOf } from '../../git/git.ts';
import type { PlannedAgent } from '../../report/pages/plan.ts';
import { count, duration, short } from '../../report/units.ts';
import { agentNameFrom } from '../../settings/agent.ts';
import { inputOf } from '../../settings/reader.ts';
import { withoutBackticks } from '../../without-backticks.ts';
import type { Step } from '../step/step.ts';
import { type Agent, type AgentSources, readAgent } from './agent.ts';
import { type Base, changesSince, chooseBase } from './base.ts';
import { agentFolders } from './globs.ts';
import { uncommittedFolders } from './uncommitted.ts';

/** The agents that the globs match, and those of them that changed; for `mode: plan` and for a run of many agents. */
export type Survey = {
  readonly agents: readonly Agent[];
  readonly chosen: readonly ChosenAgent[];
  /** Short; absent where there was nothing to compare with. */
  readonly base?: string;
  /** Why every agent is listed. */
  readonly notice?: string;
  /** Something went wrong: the clone or the event lacks what would be compared. */
  readonly isUnexpected?: true;
};

export type ChosenAgent = Agent & PlannedAgent;

/**
 * Finds the agents and which of them changed since the base commit; prints the reason for each.
 * @param traitsOf the cloud of a folder, relative to the workspace
 * @throws {UserError} for a glob that matches nothing and for an input `base` that names no commit
 */
export async function surveyAgents(step: Step, traitsOf: AgentSources['traitsOf']): Promise<Survey> {
  const { settings, console } = step;
  const { workspace } = settings.context;
  const folders = await agentFolders(workspace, settings.agents);
  const agents = withoutGuessedTwins(await readAgents(folders, sourcesOf(step, traitsOf)));
  const top = topOf(workspace, folders);
  const base = await chooseBase(step, top);
  const changes = await changesSince(base, top);
  if (changes.kind === 'none') return everyAgent(agents, changes);
  const affected = affectedBy(
    agents.map(({ scope }) => scope),
    { top, ...changes },
  );
  const uncommitted = await uncommittedFolders(agents, { workspace, top });
  const chosen = agents.flatMap((agent, at): ChosenAgent[] => {
    const changed = affected[at];
    const unknown = uncommitted[at];
    if (agent.problem !== undefined) return [agent];
    if (changed !== undefined) return [{ ...agent, changed }];
    return unknown === undefined ? [] : [{ ...agent, uncommitted: unknown }];
  });
  await console.buildLines(chosen.map((agent) => `${agent.path}: ${reasonOf(agent)}`));
  return { agents, chosen, ...(base.kind === 'commit' && { base: short(base.commit) }) };
}

/** Far fewer than the files that a process may have open. */
const AT_ONCE = 64;

async function readAgents(folders: readonly string[], sources: AgentSources): Promise<readonly Agent[]> {
  const agents: Agent[] = [];
  for (let at = 0; at < folders.length; at += AT_ONCE) {
    const some = folders.slice(at, at + AT_ONCE).map((folder) => readAgent(folder, sources));
    agents.push(...(await Promise.all(some)));
  }
  return agents;
}

/**
 * Agents of `*\/agent` whose manifests have faults would all be called `agent`: where another has that name, the folder's
 * path is the name, so that each is reported by itself.
 */
function withoutGuessedTwins(agents: readonly Agent[]): readonly Agent[] {
  const counts = new Map<string, number>();
  const keyOf = ({ cloud, name }: Agent) => `${cloud}/${name}`;
  for (const agent of agents) counts.set(keyOf(agent), (counts.get(keyOf(agent)) ?? 0) + 1);
  return agents.map((agent) =>
    agent.isNameGuessed && counts.get(keyOf(agent)) !== 1 ? { ...agent, name: agent.path } : agent,
  );
}

function sourcesOf(
  { env, settings, trigger }: Step,
  traitsOf: (folder: string) => CloudTraits,
): AgentSources {
  const { workspace } = settings.context;
  const dockerfile = inputOf(env, 'dockerfile');
  const environments = inputOf(env, 'environment-config');
  return {
    workspace,
    traitsOf,
    // As a step of one agent names it.
    workspaceName: agentNameFrom(trigger.repository?.name ?? '') ?? basename(workspace),
    memo: new Map(),
    // A value equal to the default was not chosen: a manifest's own Dockerfile counts.
    ...(dockerfile !== '' && dockerfile !== 'Dockerfile' && { dockerfile }),
    ...(environments !== '' && { environmentConfig: resolve(workspace, environments) }),
  };
}

function everyAgent(agents: readonly Agent[], { why, expected }: Extract<Base, { kind: 'none' }>): Survey {
  const notice = `${everyOne(agents.length)} named. ${why}`;
  return { agents, chosen: agents, notice, ...(!expected && { isUnexpected: true }) };
}

function everyOne(agents: number): string {
  if (agents < 3) return agents === 1 ? 'The agent is' : 'Both agents are';
  return `All ${agents} agents are`;
}

/** Says why every agent is listed; to be called after the phase, as few people look into its group. */
export function reportNotice({ console }: Pick<Step, 'console'>, { notice, isUnexpected }: Survey): void {
  if (notice === undefined) return;
  if (isUnexpected) console.notice(notice);
  else console.info(withoutBackticks(notice));
}

function reasonOf({ changed, problem, uncommitted }: PlannedAgent): string {
  if (changed !== undefined) return `${changed} changed`;
  if (uncommitted !== undefined) return `the commit does not have ${uncommitted}, so it cannot be compared`;
  return problem ?? 'named without comparison';
}

/** The closing line of the phase `Plan`. */
export function surveyLine({ agents, chosen, base }: Survey, ms: number): string {
  const of = `${chosen.length} of ${count(agents.length, 'agent')}`;
  const since = base === undefined ? 'named' : `changed since ${base}`;
  return `✓ Plan: ${of} ${since} (${duration(ms)})`;
}

const NAMED = 5;

/** The first names, and how many more there are. */
export function listed(names: readonly string[], atMost: number = NAMED): string {
  const more = names.length > atMost ? ` and ${names.length - atMost} more` : '';
  return `${names.slice(0, atMost).join(', ')}${more}`;
}
