import { spawn } from 'node:child_process';
import { closeSync, createWriteStream, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../../emulator/runner/options.ts';
import { openStep } from '../../emulator/runner/step.ts';
import { openStepFiles } from '../../emulator/runner/step-files.ts';
import { actionFolder } from './bundle.ts';
import { atEnd } from './cleanup.ts';
import { temporaryFolder } from './workspace.ts';

export type MainRun = {
  readonly exitCode: number | null;
  /** Path of the file with main's stdout. */
  readonly stdout: string;
  /** Peak resident memory of main, in bytes. */
  readonly peakBytes: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly faults: readonly string[];
};

export type MainOptions = Omit<RunOptions, 'action'> & {
  /** Stdout is a pipe that is not read for this many milliseconds, then a file. */
  readonly slowReaderMs?: number;
};

/** Runs only main, with stdout in a file, for output that is too large for events. Its peak memory is measured. */
export async function runMainOnly(options: MainOptions): Promise<MainRun> {
  const temp = options.temp ?? temporaryFolder('runner-temp');
  const step = openStep({ ...options, action: actionFolder, temp });
  const files = openStepFiles(step.platform, temp, 'main');
  const stdout = join(temp, 'stdout.log');
  const file = openSync(stdout, 'w');
  const child = spawn(options.node ?? process.execPath, [step.action.main], {
    cwd: options.workspace,
    env: { ...step.env, ...files.variables },
    stdio: ['ignore', options.slowReaderMs === undefined ? file : 'pipe', 'inherit'],
  });
  if (child.stdout) setTimeout(() => child.stdout?.pipe(createWriteStream(stdout)), options.slowReaderMs);
  closeSync(file);
  atEnd(() => child.kill('SIGKILL'));
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid ?? 0));
  }, 50);
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (process.env.TEST_TELLS) process.stderr.write(`peak: ${Math.round(peakBytes / 1024 / 1024)} MiB\n`);
  const { outputs, summary, faults, summaryFault } = files.read();
  return {
    exitCode,
    stdout,
    peakBytes,
    outputs,
    summary,
    faults: [...faults, ...(summaryFault ? [summaryFault] : [])],
  };
}

/** The kernel's own peak value, so that no peak between two reads is missed. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
