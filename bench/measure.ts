import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';

/** One run of one process. */
export type Sample = {
  /** From before the start until after the end. */
  readonly seconds: number;
  /** Peak resident memory of the process, in MB of 1024 x 1024 bytes; 0 if the system does not report it. */
  readonly peakMb: number;
  readonly stdout: string;
  /** Bytes of the file that it made, if that was measured. */
  readonly bytes?: number;
};

const POLL_MS = 20;

/**
 * Runs a command to its end.
 * @param into a file that takes its stdout; the sample's is empty then
 * @throws {Error} if it fails: the time of a failed run means nothing.
 */
export async function timed(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  into?: string,
): Promise<Sample> {
  const file = into === undefined ? undefined : openSync(into, 'w');
  const began = performance.now();
  const child = spawn(command, args, {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', file ?? 'pipe', 'inherit'],
  });
  let peakMb = 0;
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  // The peak only grows, so reading it last before the end is enough.
  const poll = setInterval(() => {
    peakMb = Math.max(peakMb, highWaterMb(child.pid));
  }, POLL_MS);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(poll);
  if (file !== undefined) closeSync(file);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, peakMb, stdout };
}

/**
 * This process's environment without variables for Node, for example more certificates, which Node 20 reads at its
 * start.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
}

/**
 * Runs a command that writes `file`, which does not exist before: a step never replaces an archive either, and
 * replacing is slower on file systems that then write it to disk at once.
 */
export async function timedIntoNew(
  file: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Sample> {
  rmSync(file, { force: true });
  const sample = await timed(command, args, env);
  return { ...sample, bytes: statSync(file).size };
}

function highWaterMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs every variant once per round, in a new order each time, so that a slow minute affects all of them. */
export async function interleaved<Name extends string>(
  variants: Readonly<Record<Name, () => Promise<Sample>>>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const names = Object.keys(variants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round += 1) {
    const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
    for (const name of order) samples[name].push(await variants[name]());
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The ratio of ours to theirs in each round: the median with the smallest and largest. */
export function ratio(
  ours: readonly Sample[],
  theirs: readonly Sample[],
): Pick<Measured, 'value' | 'spread'> {
  return summary(ours.map((sample, round) => sample.seconds / (theirs[round]?.seconds ?? Number.NaN)));
}

/** How much more peak memory `large` took than `small` in each round, in MB: the median with the smallest and largest. */
export function growth(
  large: readonly Sample[],
  small: readonly Sample[],
): Pick<Measured, 'value' | 'spread'> {
  return summary(large.map(({ peakMb }, round) => peakMb - (small[round]?.peakMb ?? Number.NaN)));
}

type Measured = { readonly value: number; readonly spread: readonly [number, number] };

export function summary(values: readonly number[]): Measured {
  return { value: median(values), spread: [Math.min(...values), Math.max(...values)] };
}

/** Whether a peer is installed here. */
export function installed(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** `v24.21.0` of a node binary. */
export function versionOf(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
}

/** The version of a peer; `undefined` if it is not installed. */
export function firstLineOf(command: string): string | undefined {
  if (!installed(command)) return undefined;
  const text = execFileSync(command, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return text
    .split('\n', 1)[0]
    ?.replace(/ \((?!GNU).*/, '')
    .trim();
}
