/** `npm run demo`: the example agent, built by the bundled action on the emulator, as a person sees it on a runner. */

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_USAGE, type Demo, readDemoFlags, repositoryOf } from './demo-flags.ts';
import { playPullRequest } from './demo-pull-request.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { messageOf } from './message.ts';
import { environmentOf } from './played.ts';
import { repositoryRoot } from './root.ts';
import { openView, type RunOptions, type RunRecord, spawnAction } from './runner/index.ts';

try {
  const demo = readDemoFlags(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (demo === 'help') process.stdout.write(DEMO_USAGE);
  else process.exitCode = await play(demo);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

async function play(demo: Demo): Promise<number> {
  const root = repositoryRoot();
  const temp = demo.files ?? join(root, '.cache', 'demo');
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
  const entry = demo.entry ?? join(at.root, 'dist', 'index.js');
  if (!existsSync(entry)) throw new Error(`${entry} is missing; npm run bundle makes it`);
  return {
    platform: demo.platform,
    action: at.root,
    entry,
    workspace: demo.workspace ?? at.root,
    temp: at.temp,
    timeoutMs: 30 * 60 * 1000,
    event: { name: 'workflow_dispatch', payload: { inputs: null } },
    env: environmentOf(demo.cloud, at.emulator),
    ...(demo.workspace !== undefined && { job: { repository: repositoryOf(demo.workspace) } }),
    inputs: { 'poll-interval': '1s', ...demo.inputs },
  };
}

/** Shows each line as it comes. Ctrl-C cancels the job, like the button on the runner's page. */
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
