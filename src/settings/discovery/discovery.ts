import { join, resolve } from 'node:path';
import type { CloudName } from '../../clouds/cloud.ts';
import type { CloudTraits } from '../../clouds/traits.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import { agentNameFrom } from '../agent.ts';
import { collectFaults, type Fault } from '../faults.ts';
import { DEFAULT_CLOUD } from '../input-table.ts';
import { createInputReader, type InputReader, inputOf } from '../reader.ts';
import type { EventFacts } from '../settings.ts';
import { isFile, isInside, resolveLinks, shown } from '../workspace/workspace.ts';
import { type FoundFile, findCloud, wordOf } from './cloud.ts';

export { type FoundFile, findCloud } from './cloud.ts';

/** What was found in addition to the inputs (docs/interface.md, "What is found"). */
export type Discovery = {
  /** The environment, with the found values as inputs. */
  readonly env: NodeJS.ProcessEnv;
  /** One for each thing that was found: what, and why. */
  readonly lines: readonly string[];
  /** Several values fit: no cloud or no project file was chosen. */
  readonly fault?: Fault;
  /** The repository's name as an agent name, for runs in which neither an input nor a project file names the agent. */
  readonly agentName?: string;
};

type DiscoverySources = {
  readonly traits: Readonly<Record<CloudName, CloudTraits>>;
  readonly trigger: EventFacts;
  /** Absolute, links resolved. */
  readonly workspace: string;
  /** The faults of the inputs alone; may be empty. */
  readonly faults: readonly Fault[];
};

/**
 * Looks for values that would resolve a fault of the inputs. Inputs and variables come before files.
 * @returns `undefined` where no fault is about the cloud or the agent, or where nothing is found
 */
export function discover(
  env: NodeJS.ProcessEnv,
  { traits, trigger, workspace, faults }: DiscoverySources,
): Discovery | undefined {
  const all = Object.values(traits);
  if (faults.length > 0 && !faults.some((fault) => isAboutCloud(fault, all))) return undefined;
  const reader = createInputReader(env, collectFaults());
  if (reader.lines('agents').length > 0) return undefined;
  const given = inputOf(env, 'cloud');
  // A cloud that does not exist has no project file that could be meant.
  const isKnown = given === '' || all.some(({ name }) => name === given);
  const files = isKnown ? projectFiles(reader, workspace, all) : [];
  const found = given === '' ? findCloud(env, reader, all, files) : {};
  if (found.fault) return { env: { ...env, INPUT_CLOUD: '' }, lines: [], fault: found.fault };
  const name = found.cloud ?? (given || DEFAULT_CLOUD);
  const file = findManifest(reader, name, found.byFile === true, files);
  const agentName = hasCheckout(workspace, trigger) ? agentNameOf(trigger, reader) : undefined;
  if ((found.cloud ?? DEFAULT_CLOUD) === DEFAULT_CLOUD && !file.path && !file.fault && !agentName)
    return undefined;
  const inputs = {
    INPUT_CLOUD: name,
    ...(file.path === undefined ? {} : { INPUT_MANIFEST: file.path }),
  };
  return omitUndefined({
    env: { ...env, ...inputs },
    lines: [found.line, file.line].filter((line) => line !== undefined),
    fault: file.fault,
    agentName,
  });
}

/**
 * Whether this is a closed pull request on a cloud whose previews are agents, and no agent is named: the inputs are
 * valid, but no preview could be found.
 */
export function isUnnamedTeardown(
  env: NodeJS.ProcessEnv,
  { traits, trigger }: Pick<DiscoverySources, 'traits' | 'trigger'>,
): boolean {
  const reader = createInputReader(env, collectFaults());
  const cloud = Object.values(traits).find(({ name }) => name === reader.text('cloud'));
  const isInPlace = cloud?.deploys === true && !cloud.inputs.has('agent-id');
  return isInPlace && trigger.closed && reader.text('mode') === 'run' && !namesAgent(reader);
}

function namesAgent(reader: InputReader): boolean {
  return (['agent-name', 'agent-id', 'manifest'] as const).some((name) => reader.text(name) !== undefined);
}

/** Whether another cloud, or an agent's name, could resolve it. */
function isAboutCloud({ where, isOfValue }: Fault, all: readonly CloudTraits[]): boolean {
  if (isOfValue) return false;
  const names: readonly string[] = all.flatMap(({ inputs }) => [...inputs]);
  const [about = ''] = where.split(/[ ,]/);
  return ['api-key', 'account-id', 'base-url', ...names].includes(about);
}

/** At the root and in `context`, each once. */
function projectFiles(
  reader: InputReader,
  workspace: string,
  all: readonly CloudTraits[],
): readonly FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const folder of new Set([workspace, resolve(workspace, reader.text('context') ?? '.')])) {
    for (const cloud of all) {
      if (cloud.projectFile === undefined) continue;
      const path = join(folder, cloud.projectFile);
      const resolved = resolveLinks(workspace, path);
      if (found.has(resolved) || !isInside(workspace, path) || !isFile(resolved)) continue;
      found.set(resolved, { cloud, path: shown(workspace, path) });
    }
  }
  return [...found.values()];
}

type FoundManifest = { readonly path?: string; readonly line?: string; readonly fault?: Fault };

/** The only project file of the cloud if no agent is named, or the one that decided the cloud. */
function findManifest(
  reader: InputReader,
  cloud: string,
  namedCloud: boolean,
  files: readonly FoundFile[],
): FoundManifest {
  const isNamed = namedCloud ? reader.text('manifest') !== undefined : namesAgent(reader);
  if (isNamed || reader.text('mode') !== 'run') return {};
  const paths = files.filter((file) => file.cloud.name === cloud).map(({ path }) => path);
  const [path] = paths;
  if (path === undefined) return {};
  if (paths.length > 1) {
    const problem = `missing, and ${wordOf(paths)} would do: ${paths.join(' and ')}`;
    return { fault: { where: 'manifest', problem, accepted: 'the path of the one that is meant' } };
  }
  return { path, line: `manifest: ${path}, because it is the only one and no other was named` };
}

/** Without a checkout it is unknown whether a project file names the agent. */
function hasCheckout(workspace: string, { closed }: EventFacts): boolean {
  return !closed || isFile(join(workspace, '.git', 'HEAD'));
}

function agentNameOf({ repository }: EventFacts, reader: InputReader): string | undefined {
  if (repository === undefined || reader.text('mode') !== 'run') return undefined;
  if (reader.text('agent-name') !== undefined || reader.text('agent-id') !== undefined) return undefined;
  return agentNameFrom(repository.name);
}
