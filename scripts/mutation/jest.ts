import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Copy } from './copy.ts';

export type JestRun = {
  readonly end: 'passed' | 'failed' | 'timed out';
  /** The first test that failed; unknown where jest itself did. */
  readonly failed?: { readonly file: string; readonly test: string };
  readonly ms: number;
};

export type JestOptions = {
  readonly root: string;
  readonly copy: Copy;
  /** Test files from the copy's root. */
  readonly files: readonly string[];
  /** Only the test of this full name. */
  readonly test?: string;
  /** The active mutant's number, or the file that gets what is reached. */
  readonly control: string;
  readonly timeoutMs: number;
};

const running = new Map<ChildProcess, Copy>();

/** Ends what still runs, for a run that is interrupted. */
export function stopAll(): void {
  for (const [child, copy] of running) {
    killGroup(child);
    endAllOf(copy);
  }
}

/** Runs test files in a copy, one after another, until the first test has failed. Leaves no process behind. */
export async function runJest(options: JestOptions): Promise<JestRun> {
  const { copy, control, timeoutMs } = options;
  writeFileSync(copy.control, control);
  const started = Date.now();
  const child = spawn(process.execPath, argumentsFor(options), {
    cwd: copy.folder,
    env: { ...process.env, TMPDIR: copy.temp },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  running.set(child, copy);
  const run = await new Promise<Omit<JestRun, 'ms'>>((resolve) => {
    const timer = setTimeout(() => resolve({ end: 'timed out' }), timeoutMs);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const failed = /^failed: (\{.*\})$/m.exec(printed)?.[1];
      if (failed !== undefined) resolve({ end: 'failed', failed: JSON.parse(failed) });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ end: code === 0 ? 'passed' : 'failed' });
    });
  });
  running.delete(child);
  killGroup(child);
  await cleanUp(copy);
  return { ...run, ms: Date.now() - started };
}

function argumentsFor({ root, copy, files, test }: JestOptions): string[] {
  const name = test === undefined ? [] : [`--testNamePattern=^${test.replaceAll(/[^\w ]/g, '.')}$`];
  return [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--bail',
    `--cacheDirectory=${join(copy.folder, '..', 'jest')}`,
    `--reporters=${join(root, '.ci', 'first-failure.js')}`,
    ...name,
    '--runTestsByPath',
    ...files,
  ];
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) kill(-pid);
}

/** Actions under test have process groups of their own: what still has this copy's temporary folder is ended too. */
function endAllOf({ folder, temp }: Copy): void {
  for (const pid of processes()) {
    if (belongsTo(pid, folder, temp)) kill(pid);
  }
}

async function cleanUp(copy: Copy): Promise<void> {
  endAllOf(copy);
  // A process that has just been killed may still write there.
  await rm(copy.temp, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  mkdirSync(copy.temp, { recursive: true });
}

/** None where the system does not list its processes as files. */
function processes(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}

function belongsTo(pid: number, folder: string, temp: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return environment.includes(`TMPDIR=${temp}`) || readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    // It has ended, or is another user's.
    return false;
  }
}

/** @param pid negative for a process group */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
