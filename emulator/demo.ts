/** `npm run demo`: the example agent, built by the bundled action on the emulator, as a person sees it on a runner. */

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { playPullRequest } from './demo-pull-request.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { messageOf } from './message.ts';
import { environmentOf, PLAYED, type PlayedCloud } from './played.ts';
import { repositoryRoot } from './root.ts';
import {
  openView,
  PLATFORMS,
  type PlatformName,
  type RunOptions,
  type RunRecord,
  spawnAction,
} from './runner/index.ts';

type Demo = {
  readonly cloud: PlayedCloud;
  readonly platform: PlatformName;
  readonly inputs: Readonly<Record<string, string>>;
  /** In place of the bundle, for trying what is not bundled yet. */
  readonly entry: string | undefined;
  /** A pull request of this number is played from opened to closed. */
  readonly pullRequest: number | undefined;
};

const USAGE = `npm run demo -- [flags]

  --cloud NAME         sgp (default), prime, pipecat
  --mode MODE          run (default), plan, cleanup, report
  --deploy WHAT        none (default), preview, production
  --platform NAME      github (default), gitea, forgejo, act
  --input NAME=VALUE   any input of the action; may be given again
  --pull-request N     plays pull request N from opened to closed, its comment's states as files
  --entry FILE         a script in place of dist/index.js
`;

try {
  const demo = readFlags(process.argv.slice(2));
  if (demo === 'help') process.stdout.write(USAGE);
  else process.exitCode = await play(demo);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

function readFlags(args: readonly string[]): Demo | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cloud: { type: 'string', default: 'sgp' },
      mode: { type: 'string', default: 'run' },
      deploy: { type: 'string', default: 'none' },
      platform: { type: 'string', default: 'github' },
      input: { type: 'string', multiple: true, default: [] },
      entry: { type: 'string' },
      'pull-request': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { platform, mode, deploy } = values;
  const cloud = Object.hasOwn(PLAYED, values.cloud) ? PLAYED[values.cloud] : undefined;
  if (!cloud) throw new Error(`--cloud ${values.cloud}: expected ${Object.keys(PLAYED).join(', ')}`);
  if (!Object.hasOwn(PLATFORMS, platform)) {
    throw new Error(`--platform ${platform}: expected ${Object.keys(PLATFORMS).join(', ')}`);
  }
  const more = values.input.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new Error(`--input ${text}: expected NAME=VALUE`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  const pullRequest = readNumber(values['pull-request']);
  const wanted = pullRequest !== undefined && deploy === 'none' ? 'preview' : deploy;
  const inputs = { cloud: values.cloud, mode, deploy: wanted, ...Object.fromEntries(more) };
  return { cloud, platform: platform as PlatformName, inputs, entry: values.entry, pullRequest };
}

function readNumber(text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) {
    throw new Error(`--pull-request ${text}: expected a number`);
  }
  return text === undefined ? undefined : Number(text);
}

async function play(demo: Demo): Promise<number> {
  const root = repositoryRoot();
  const temp = join(root, '.cache', 'demo');
  await rm(temp, { recursive: true, force: true });
  await mkdir(temp, { recursive: true });
  const emulator = await startEmulator();
  try {
    if (demo.inputs.mode === 'report' || demo.inputs.mode === 'cleanup')
      demo.cloud.seedPast(emulator.control);
    const options = runOptions(demo, { root, temp, emulator });
    if (demo.pullRequest !== undefined) {
      const number = demo.pullRequest;
      const folder = join(temp, `pull-request-${number}`);
      const write = (text: string) => void process.stdout.write(text);
      return (await playPullRequest({ number, emulator, options, folder, write })) ? 0 : 1;
    }
    const record = await run(emulator, options);
    await writeFile(join(temp, 'summary.md'), record.summary);
    process.stdout.write(ending(record, emulator, temp));
    return record.conclusion === 'success' ? 0 : (record.exitCode ?? 1) || 1;
  } finally {
    await emulator.close();
  }
}

function runOptions(
  demo: Demo,
  at: { readonly root: string; readonly temp: string; readonly emulator: Emulator },
): RunOptions {
  const entry = demo.entry === undefined ? join(at.root, 'dist', 'index.js') : resolve(demo.entry);
  if (!existsSync(entry)) throw new Error(`${entry} is missing; npm run bundle makes it`);
  return {
    platform: demo.platform,
    action: at.root,
    entry,
    workspace: at.root,
    temp: at.temp,
    timeoutMs: 30 * 60 * 1000,
    event: { name: 'workflow_dispatch', payload: { inputs: null } },
    env: environmentOf(demo.cloud, at.emulator),
    inputs: { ...demo.cloud.inputs, 'poll-interval': '1s', ...demo.inputs },
  };
}

/** Shows each line as it comes. Ctrl-C cancels the job, as a person would on the runner's page. */
async function run(emulator: Emulator, options: RunOptions): Promise<RunRecord> {
  process.stdout.write(`${heading(`log of the step, on ${options.platform}, cloud at ${emulator.url}`)}`);
  const view = openView();
  const action = spawnAction({
    ...options,
    onEvent: (event) => {
      const line = view.show(event);
      if (line !== undefined) process.stdout.write(`${line}\n`);
    },
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, action.cancel);
  return action.done;
}

function ending(record: RunRecord, emulator: Emulator, temp: string): string {
  const outputs = Object.entries(record.outputs).filter(([name, value]) => name !== 'result' && value !== '');
  const width = Math.max(0, ...outputs.map(([name]) => name.length));
  const broken = emulator.control.violations.map(
    (entry) => `${entry.method} ${entry.path} ${JSON.stringify(entry.problems)}\n`,
  );
  return [
    heading('job summary'),
    record.summary === '' ? '(none on this platform)\n' : `${record.summary.trimEnd()}\n`,
    heading('outputs'),
    ...outputs.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`),
    broken.length === 0 ? '' : heading('against the contract'),
    ...broken,
    heading(`${record.conclusion}; the files of this run are in ${temp}`),
  ].join('');
}

function heading(text: string): string {
  return `\n── ${text} ${'─'.repeat(Math.max(3, 100 - text.length))}\n\n`;
}
