import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pause } from '../server/pause.ts';

const NEVER = new AbortController().signal;

/**
 * Runs a program in a process group of its own and reads stdout and stderr as one sequence of lines. When `signal`
 * fires, or after `limitMs` milliseconds, the whole group is ended, with SIGTERM first.
 * @returns the exit code; -1 if a signal ended it or it could not be started
 */
export async function runLines(
  command: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly signal?: AbortSignal;
    readonly limitMs?: number;
    readonly onLine: (line: string) => void;
  },
): Promise<number> {
  const signal = options.signal ?? NEVER;
  if (signal.aborted) return -1;
  // The shell joins both outputs into one pipe: two pipes would lose the order of the lines.
  const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    ...(options.cwd ? { cwd: options.cwd } : {}),
    env: options.env ?? process.env,
  });
  const gone = new AbortController();
  const stop = () => void endGroup(child, gone.signal);
  signal.addEventListener('abort', stop);
  const timer = options.limitMs === undefined ? undefined : setTimeout(stop, options.limitMs);
  const output = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  output.on('line', options.onLine);
  const closed = once(output, 'close');
  const [code] = (await once(child, 'exit')) as [number | null];
  gone.abort();
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  // Processes that the program left in its group would keep the pipe open.
  kill(child, 'SIGKILL');
  await closed;
  return code ?? -1;
}

async function endGroup(child: ChildProcess, gone: AbortSignal): Promise<void> {
  kill(child, 'SIGTERM');
  await pause(2000, gone);
  if (!gone.aborted) kill(child, 'SIGKILL');
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}
