import type { Build, BuildFilter, Cloud } from '../../clouds/cloud.ts';
import { HttpError, UserError } from '../../errors.ts';
import type { Step } from '../step/step.ts';

/** How many builds are read at the most to find those of an agent that was given by its id. */
const MOST_READ = 1_000;

/**
 * The newest builds, `history` of them; only of the given agent, if there is one and builds name theirs.
 * @throws {UserError} where the key may not list
 */
export async function recentBuilds(step: Step, cloud: Cloud): Promise<readonly Build[]> {
  const { settings, signal } = step;
  const id = settings.agent?.by === 'agent-id' ? settings.agent.value : undefined;
  const builds: Build[] = [];
  let read = 0;
  if (settings.history === 0) return builds;
  try {
    for await (const build of cloud.list(filterOf(step, cloud), signal)) {
      read += 1;
      if (id === undefined || build.agentId === id) builds.push(build);
      if (builds.length === settings.history || (id !== undefined && read === MOST_READ)) break;
    }
  } catch (thrown) {
    throw refusal(thrown, cloud) ?? thrown;
  }
  return builds;
}

function filterOf({ settings }: Step, { traits }: Cloud): BuildFilter {
  const { agent, history } = settings;
  return {
    ...(agent?.by === 'agent-name' && traits.buildsNameAgents && { agentName: agent.value }),
    ...(agent?.by !== 'agent-id' && { atMost: history }),
  };
}

/** What the report is about, where it is not the whole account. */
export function subjectOf({ settings }: Step): string | undefined {
  return settings.agent?.value;
}

function refusal(thrown: unknown, { traits }: Cloud): UserError | undefined {
  if (!(thrown instanceof HttpError) || thrown.status !== 403) return undefined;
  const inputs = traits.account === 'refused' ? 'api-key' : 'api-key and account-id';
  return new UserError(`This key may not list the builds of the account: ${thrown.message}`, {
    hint: `Give the report a key that may read builds, and check ${inputs}; a key that only submits builds is not enough.`,
    cause: thrown,
  });
}
