import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PLAYED, type PlayedCloud } from './played.ts';
import { PLATFORMS, type PlatformName } from './runner/index.ts';

export type Demo = {
  readonly cloud: PlayedCloud;
  readonly platform: PlatformName;
  readonly inputs: Readonly<Record<string, string>>;
  /** A folder of the user's own, absolute; by default the example agent's repository. */
  readonly workspace: string | undefined;
  /** Where the files of the run go, absolute; by default a folder in the repository's own cache. */
  readonly files: string | undefined;
  /** A script to start instead of the bundle, to try what is not bundled yet. */
  readonly entry: string | undefined;
  /** A pull request of this number is played from opened to closed. */
  readonly pullRequest: number | undefined;
};

export const DEMO_USAGE = `npm run demo -- [flags]

  --workspace FOLDER   any folder with a Dockerfile, as the step would find it after a checkout; its project file,
                       where it has one, names cloud and agent. Default: the example agent
  --cloud NAME         sgp (default), prime, pipecat
  --mode MODE          run (default), plan, cleanup, report; prime has no previews to clean up
  --deploy WHAT        none (default), preview, production; prime deploys nothing
  --platform NAME      github (default), gitea, forgejo, act
  --input NAME=VALUE   any input of the action; may be given again
  --pull-request N     plays pull request N from opened to closed, its comment's states as files
  --files FOLDER       where summary, log and states of the comment go; emptied first. Default: .cache/demo
  --entry FILE         a script in place of dist/index.js
  --help
`;

const OPTIONS = {
  workspace: { type: 'string' },
  cloud: { type: 'string' },
  mode: { type: 'string', default: 'run' },
  deploy: { type: 'string', default: 'none' },
  platform: { type: 'string', default: 'github' },
  input: { type: 'string', multiple: true, default: [] as string[] },
  files: { type: 'string' },
  entry: { type: 'string' },
  'pull-request': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * @param folder what relative paths are relative to
 * @throws {Error} with a sentence for the person who typed
 */
export function readDemoFlags(args: readonly string[], folder: string): Demo | 'help' {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return 'help';
  const { platform, mode, deploy } = values;
  if (!Object.hasOwn(PLATFORMS, platform)) {
    throw new Error(`--platform ${platform}: expected ${Object.keys(PLATFORMS).join(', ')}`);
  }
  const workspace = readFolder(values.workspace, folder);
  const name = values.cloud ?? cloudOf(workspace);
  const cloud = Object.hasOwn(PLAYED, name) ? PLAYED[name] : undefined;
  if (!cloud) throw new Error(`--cloud ${name}: expected ${Object.keys(PLAYED).join(', ')}`);
  const pullRequest = readNumber(values['pull-request']);
  const wanted = pullRequest !== undefined && deploy === 'none' ? 'preview' : deploy;
  // A folder of the user's own says which cloud it is for: the step finds out and logs it.
  const named = workspace !== undefined && values.cloud === undefined ? {} : { cloud: name };
  const example = workspace === undefined ? cloud.inputs : {};
  const inputs = {
    ...example,
    ...named,
    mode,
    deploy: wanted,
    ...requiredInputs({ mode, deploy: wanted, pullRequest, isExample: workspace === undefined }),
    ...Object.fromEntries(values.input.map(readInput)),
  };
  const inFolder = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path));
  const paths = { workspace, files: inFolder(values.files), entry: inFolder(values.entry) };
  return { cloud, platform: platform as PlatformName, inputs, ...paths, pullRequest };
}

/** Inputs that a mode or a deployment needs on an event without a pull request and without a base. */
function requiredInputs({
  mode,
  deploy,
  pullRequest,
  isExample,
}: {
  readonly mode: string;
  readonly deploy: string;
  readonly pullRequest: number | undefined;
  readonly isExample: boolean;
}) {
  return {
    ...(mode === 'plan' && { agents: isExample ? 'examples/agent' : '*' }),
    ...(mode === 'run' && deploy === 'preview' && pullRequest === undefined && { 'preview-label': 'demo' }),
  };
}

function readFolder(given: string | undefined, folder: string): string | undefined {
  if (given === undefined) return undefined;
  const path = resolve(folder, given);
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new Error(`--workspace ${given}: there is no folder ${path}`);
  }
  return path;
}

/** The cloud whose variables the step gets. The step itself decides by the files. */
function cloudOf(workspace: string | undefined): string {
  const has = (file: string) => workspace !== undefined && existsSync(join(workspace, file));
  return has('pcc-deploy.toml') && !has('manifest.yaml') ? 'pipecat' : 'sgp';
}

function readInput(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--input ${text}: expected NAME=VALUE`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function readNumber(text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) {
    throw new Error(`--pull-request ${text}: expected a number`);
  }
  return text === undefined ? undefined : Number(text);
}

/** The repository name for a folder of the user's own. An agent without a name is called like it. */
export function repositoryOf(workspace: string): string {
  const name = basename(workspace).replaceAll(/[^\w.-]+/g, '-');
  return `octo/${name || 'agent'}`;
}
