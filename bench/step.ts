import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Emulator, startEmulator } from '../emulator/emulator.ts';
import { type RunRecord, runAction } from '../emulator/runner/index.ts';
import { makeTree, SMALL_AGENT } from './data/trees.ts';

/** A whole step of the committed `dist/` on the emulated cloud, as a runner starts it. */
export type StepRun = {
  readonly record: RunRecord;
  /** From before the start until after the exit of main. */
  readonly seconds: number;
  /** When main exited, in milliseconds since the epoch. */
  readonly endedAt: number;
};

export async function runStep(
  emulator: Emulator,
  given: {
    readonly root: string;
    readonly temp: string;
    readonly node: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): Promise<StepRun> {
  const began = performance.now();
  const record = await runAction({
    action: resolve('.'),
    workspace: given.root,
    temp: given.temp,
    node: given.node,
    post: false,
    inputs: {
      cloud: 'sgp',
      'base-url': emulator.url,
      'api-key': emulator.credentials.apiKey,
      'account-id': emulator.credentials.accountId,
      'agent-name': 'bench',
      comment: 'never',
      ...given.inputs,
    },
  });
  if (record.conclusion !== 'success') throw new Error(record.log);
  return { record, seconds: (performance.now() - began) / 1000, endedAt: Date.now() };
}

/** Runs an emulator during `work`; builds end as soon as their script allows. */
export async function withEmulator<T>(work: (emulator: Emulator) => Promise<T>): Promise<T> {
  const emulator = await startEmulator({ builder: 'play', pace: 0 });
  try {
    return await work(emulator);
  } finally {
    await emulator.close();
  }
}

/** The small agent as a repository, separate from the tree that tar packs. */
export function smallRepository(scratch: string): string {
  const root = makeTree(SMALL_AGENT, join(scratch, 'repositories'));
  if (existsSync(join(root, '.git'))) return root;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: root,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all');
  return root;
}
