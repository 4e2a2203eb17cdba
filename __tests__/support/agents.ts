import type { Emulator, EmulatorOptions } from '../../emulator/emulator.ts';
import type { RunningAction, RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runStep, spawnBundle } from './bundle.ts';
import { sgpInputs, startSgp } from './cloud.ts';
import { makeRepository, type Repository } from './workspace.ts';

/** A monorepo of many agents on an emulated SGP, and the step that builds the changed ones. */
export type AgentsJob = {
  readonly emulator: Emulator;
  readonly repository: Repository;
  /** Commits a change of these agents. */
  readonly change: (...names: readonly string[]) => void;
  readonly run: (more?: Partial<RunOptions>) => Promise<RunRecord>;
  readonly spawn: (more?: Partial<RunOptions>) => RunningAction;
};

export type AgentsOptions = {
  /** How many agents: named a1, a2, …, in the folders agents/a1, …. */
  readonly agents: number;
  readonly emulator?: Partial<EmulatorOptions>;
  /** Files in addition, or instead. */
  readonly files?: Readonly<Record<string, string>>;
};

export function agentFiles(name: string, folder = `agents/${name}`): Record<string, string> {
  return {
    [`${folder}/Dockerfile`]: `FROM scratch\nCOPY main.py /main.py\nRUN echo ${name}\n`,
    [`${folder}/main.py`]: `print("${name}")\n`,
    [`${folder}/manifest.yaml`]: manifestOf(name),
    [`${folder}/environments.yaml`]: ENVIRONMENTS,
  };
}

function manifestOf(name: string): string {
  return `build:
  context:
    root: .
    include_paths: [.]
    dockerfile: Dockerfile
agent:
  name: ${name}
deployment:
  image:
    repository: registry.example/${name}
`;
}

const ENVIRONMENTS = `schema_version: v1
environments:
  dev:
    kubernetes: { namespace: agents }
    auth: { principal: { account_id: emulator-account, user_id: someone } }
`;

export async function startAgents({ agents, emulator: options, files }: AgentsOptions): Promise<AgentsJob> {
  const emulator = await startSgp({ workers: 100, ...options });
  const names = Array.from({ length: agents }, (_, index) => `a${index + 1}`);
  const all = Object.assign({}, ...names.map((name) => agentFiles(name)), files);
  const repository = makeRepository(all);
  let before = repository.git('rev-parse', 'HEAD');
  const optionsOf = (more: Partial<RunOptions> = {}): Partial<RunOptions> => ({
    workspace: repository.path,
    event: { name: 'push', payload: { before, ref: 'refs/heads/main' } },
    job: { sha: repository.git('rev-parse', 'HEAD'), ref: 'refs/heads/main' },
    timeoutMs: 120_000,
    ...more,
    inputs: { ...agentsInputs(emulator), ...more.inputs },
  });
  return {
    emulator,
    repository,
    change: (...changed) => {
      before = repository.git('rev-parse', 'HEAD');
      repository.write(
        Object.fromEntries(changed.map((name) => [`agents/${name}/main.py`, `print("${name}, new")\n`])),
      );
      repository.commit();
    },
    spawn: (more) => spawnBundle(optionsOf(more)),
    run: (more) => runStep(optionsOf(more)),
  };
}

/** The inputs of a workflow for many agents. */
export function agentsInputs(emulator: Emulator): Record<string, string> {
  const { 'agent-name': _one, ...inputs } = sgpInputs(emulator, { agents: 'agents/*' });
  return inputs;
}

/** No input says which cloud is meant: project files and the environment do. */
export const NO_CLOUD = { cloud: '', 'base-url': '', 'api-key': '', 'account-id': '' };

/** A step whose environment has the credentials of SGP and of Pipecat Cloud. */
export function withTwoClouds({ url, credentials }: Emulator): Pick<RunOptions, 'env' | 'inputs'> {
  const env = {
    SGP_API_KEY: credentials.apiKey,
    SGP_ACCOUNT_ID: credentials.accountId,
    SGP_CLIENT_BASE_URL: url,
    PIPECAT_API_KEY: credentials.apiKey,
    PIPECAT_API_HOST: `${url}/v1`,
  };
  return { env, inputs: NO_CLOUD };
}
