import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { atEnd } from './cleanup.ts';
import { temporaryFolder } from './workspace.ts';

/** Where `.ci/clients` installs the packages of `.ci/python-clients.txt`; `installed.txt` marks that all are there, and where. */
const place = join(import.meta.dirname, '../../.cache/python-clients');
const listed = readFileSync(join(import.meta.dirname, '../../.ci/python-clients.txt'), 'utf8');
const marker = join(place, 'installed.txt');

/** Whether the vendors' clients of this checkout's list are installed. */
export const hasPythonClients = existsSync(marker) && readFileSync(marker, 'utf8') === `${listed}${place}\n`;

/** Milliseconds after which a client is ended: it has waited for something that never comes. */
const LIMIT_MS = 120_000;

/** A group of tests that need the vendors' Python clients; without them they are skipped, and one line says so. */
export function describeWithPythonClients(name: string, tests: () => void): void {
  if (!hasPythonClients) process.stderr.write(`skipped: ${name}: the clients are missing (.ci/clients)\n`);
  (hasPythonClients ? describe : describe.skip)(name, tests);
}

export type ClientRun = {
  /** `null` where the client was ended by a signal. */
  readonly exitCode: number | null;
  /** What it wrote to stdout, and to both. */
  readonly stdout: string;
  readonly output: string;
};

export type ClientOptions = {
  /** Default: an empty folder. */
  readonly cwd?: string;
  /** All it gets beside a home of its own, a PATH and a wide terminal without colours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to its stdin; default: nothing. */
  readonly input?: string;
};

/**
 * Runs a program of the clients' environment to its end: `prime`, or `python` with arguments of its own. No proxy and no
 * configuration of the user reaches it.
 */
export async function runPythonClient(
  program: string,
  args: readonly string[],
  { cwd = temporaryFolder('client'), env = {}, input = '' }: ClientOptions = {},
): Promise<ClientRun> {
  const home = temporaryFolder('client-home');
  const child = spawn(join(place, 'bin', program), args, {
    cwd,
    env: {
      PATH: `${join(place, 'bin')}:${process.env.PATH ?? ''}`,
      HOME: home,
      LANG: 'C.UTF-8',
      TERM: 'dumb',
      NO_COLOR: '1',
      COLUMNS: '200',
      NO_PROXY: '127.0.0.1',
      PYTHONUNBUFFERED: '1',
      PYTHONDONTWRITEBYTECODE: '1',
      // The CLI asks the package index for a newer version of itself otherwise.
      PRIME_DISABLE_VERSION_CHECK: '1',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  atEnd(() => child.kill('SIGKILL'));
  let stdout = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, stdout, output };
}

/** Runs a Python program that is given as text. */
export function runPython(program: string, options: ClientOptions = {}): Promise<ClientRun> {
  return runPythonClient('python', ['-'], { ...options, input: program });
}
