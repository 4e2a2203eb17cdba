import { type Discovery, discover, isUnnamedTeardown } from './discovery/discovery.ts';
import { FaultyInputs } from './faults.ts';
import { DEFAULT_CLOUD } from './input-table.ts';
import { readInputs, type SettingsSources } from './inputs.ts';
import { inputOf } from './reader.ts';
import { workspaceOf } from './scope.ts';
import type { Settings } from './settings.ts';

/**
 * The settings of this step. Only if the inputs alone are faulty, missing values are taken from the repository
 * (`discovery.ts`), so inputs that work alone keep their meaning. Makes no request.
 * @throws {FaultyInputs} that names every fault at once: the input, what was given, what is accepted
 */
export async function readSettings(env: NodeJS.ProcessEnv, sources: SettingsSources): Promise<Settings> {
  try {
    return await readOrFind(env, sources);
  } catch (thrown) {
    if (thrown instanceof FaultyInputs) for (const warning of thrown.warnings) sources.warn?.(warning);
    throw thrown;
  }
}

async function readOrFind(env: NodeJS.ProcessEnv, sources: SettingsSources): Promise<Settings> {
  const asGiven = () => readInputs(withDefaultCloud(env), sources);
  const first = isUnnamedTeardown(env, sources) ? undefined : await asGiven().catch(faultsOnly);
  if (first !== undefined && !(first instanceof FaultyInputs)) return first;
  const faults = first?.faults ?? [];
  const found = discover(env, { ...sources, workspace: workspaceOf(env), faults });
  if (found !== undefined) return readFound(found, sources);
  if (first !== undefined) throw first;
  return asGiven();
}

async function readFound(found: Discovery, sources: SettingsSources): Promise<Settings> {
  for (const line of found.lines) sources.note?.(line);
  const settings = await readInputs(found.env, sources, found);
  const { agent, project } = settings;
  const isFound = found.agentName !== undefined && agent?.value === found.agentName;
  if (isFound && project?.agentName === undefined && inputOf(found.env, 'agent-name') === '') {
    sources.note?.(
      `agent-name: ${agent.value}, because nothing names the agent and the repository is called so`,
    );
  }
  return settings;
}

function faultsOnly(thrown: unknown): FaultyInputs {
  if (thrown instanceof FaultyInputs) return thrown;
  throw thrown;
}

function withDefaultCloud(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return inputOf(env, 'cloud') === '' ? { ...env, INPUT_CLOUD: DEFAULT_CLOUD } : env;
}
