import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogEvent } from './events.ts';
import { type Output, openOutput } from './output.ts';
import type { Platform } from './platform.ts';

/** One started process of an action: main or post. */
export type ActionProcess = {
  readonly pid: number;
  readonly ended: Promise<PartRecord>;
  /** The events until now. */
  readonly soFar: () => readonly LogEvent[];
  /** Only to the process; does nothing after it has ended. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** To the process and everything that it started. */
  readonly killGroup: () => void;
};

/** How main or post ended. */
export type PartRecord = {
  readonly exitCode?: number;
  /** The signal that ended it. */
  readonly signal?: NodeJS.Signals;
  readonly timedOut: boolean;
  /** Exactly the bytes of each stream, in their order. */
  readonly stdout: string;
  readonly stderr: string;
  /** How the runner read each line, in the order of arrival. */
  readonly events: readonly LogEvent[];
};

/** What a platform starts main and post with. */
export type Start = {
  readonly platform: Platform;
  readonly node: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly onEvent: (event: LogEvent) => void;
};

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) killGroup(child);
});

export function startProcess(start: Start): ActionProcess {
  const child = spawn(start.node, start.args, {
    cwd: start.cwd,
    env: { ...start.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as the Go runners give it, so that the whole group can be killed.
    detached: true,
  });
  running.add(child);
  const output = openOutput(start.platform, start.onEvent);
  return {
    pid: child.pid ?? 0,
    soFar: output.events,
    ended: watch(child, start, output).finally(() => running.delete(child)),
    signal: (name) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(name);
    },
    killGroup: () => killGroup(child),
  };
}

async function watch(child: ChildProcess, start: Start, output: Output): Promise<PartRecord> {
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (chunk: Buffer) => output.push(stream, chunk));
    child[stream]?.on('end', () => output.end(stream));
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    killGroup(child);
  }, start.timeoutMs);
  const ended = await closed(child).finally(() => clearTimeout(timer));
  return { ...ended, timedOut, ...output.texts(), events: output.events() };
}

function closed(child: ChildProcess): Promise<{ exitCode?: number; signal?: NodeJS.Signals }> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ ...(code === null ? {} : { exitCode: code }), ...(signal === null ? {} : { signal }) });
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended: nothing is left to kill.
  }
}

/**
 * What the platform does to main when its job is cancelled (docs/platform.md, Cancellation; Cancel, state, post).
 * @param timeScale factor on the waits between the signals
 * @returns when post may start; main may still run if the platform does not end it
 */
export async function cancelProcess(
  platform: Platform,
  main: ActionProcess,
  timeScale: number,
): Promise<void> {
  const ended = main.ended.then(() => true);
  const within = (ms: number) => Promise.race([ended, delay(ms * timeScale, false, { ref: false })]);
  switch (platform.cancel) {
    case 'interrupt-then-kill':
      main.signal('SIGINT');
      if (await within(7500)) return;
      main.signal('SIGTERM');
      if (await within(2500)) return;
      main.killGroup();
      break;
    case 'kill-group':
      main.killGroup();
      break;
    case 'kill':
      main.signal('SIGKILL');
      break;
    case 'none':
      await within(2000);
      return;
  }
  await ended;
}
