import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe } from '@jest/globals';
import { atEnd } from './cleanup.ts';
import { clientsReady } from './clients-ready.ts';
import { temporaryFolder } from './workspace.ts';

/**
 * The folder in which `.ci/clients` installs the packages of `.ci/python-clients.txt`; `installed.txt` shows that all
 * are there.
 */
const place = join(import.meta.dirname, '../../.cache/python-clients');
const listed = readFileSync(join(import.meta.dirname, '../../.ci/python-clients.txt'), 'utf8');
const marker = join(place, 'installed.txt');

await clientsReady();

/** Whether the vendors' clients of this checkout's list are installed. */
export const hasPythonClients = existsSync(marker) && readFileSync(marker, 'utf8') === `${listed}${place}\n`;

/** Milliseconds after which a client is ended: it waits for something that never comes. */
const LIMIT_MS = 120_000;

/** A group of tests that need the vendors' Python clients; without them they are skipped, and one line says so. */
export function describeWithPythonClients(name: string, tests: () => void): void {
  if (!hasPythonClients) process.stderr.write(`skipped: ${name}: the clients are missing (.ci/clients)\n`);
  (hasPythonClients ? describe : describe.skip)(name, tests);
}

export type ClientRun = {
  /** `null` if a signal ended the client. */
  readonly exitCode: number | null;
  /** Its stdout, and stdout and stderr together. */
  readonly stdout: string;
  readonly output: string;
};

export type ClientOptions = {
  /** Default: an empty folder. */
  readonly cwd?: string;
  /** Its variables in addition to a home of its own, a PATH and a wide terminal without colours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to its stdin; default: nothing. */
  readonly input?: string;
};

/** A client gets no proxy and no configuration of the user. */
function start(program: string, args: readonly string[], { cwd, env }: ClientOptions) {
  const child = spawn(join(place, 'bin', program), args, {
    cwd: cwd ?? temporaryFolder('client'),
    env: {
      PATH: `${join(place, 'bin')}:${process.env.PATH ?? ''}`,
      HOME: temporaryFolder('client-home'),
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
  });
  atEnd(() => child.kill('SIGKILL'));
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  child.stdin.on('error', () => undefined);
  return child;
}

/** Runs a program of the clients' environment to its end: `prime`, or `python` with arguments of its own. */
export async function runPythonClient(
  program: string,
  args: readonly string[],
  options: ClientOptions = {},
): Promise<ClientRun> {
  const child = start(program, args, options);
  let stdout = '';
  let output = '';
  child.stdout.on('data', (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.on('data', (text: string) => {
    output += text;
  });
  child.stdin.end(options.input ?? '');
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { exitCode, stdout, output };
  } finally {
    clearTimeout(limit);
  }
}

/** Runs a Python program that is given as text. */
export function runPython(program: string, options: ClientOptions = {}): Promise<ClientRun> {
  return runPythonClient('python', ['-'], { ...options, input: program });
}

export type CommandRun = { readonly exitCode: number; readonly output: string };

/**
 * A command line that is loaded once and then runs many commands, as it takes seconds to load on a busy machine: `load`
 * is Python that defines `run()`, which reads `sys.argv` and ends as the command does.
 */
export function openCommandLine(
  load: string,
  options: ClientOptions = {},
): (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<CommandRun> {
  const child = start('python', ['-c', `${load}\n${COMMANDS}`], options);
  let errors = '';
  child.stderr.on('data', (text: string) => {
    errors += text;
  });
  const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (args, env = {}) => {
    child.stdin.write(`${JSON.stringify({ args, env })}\n`);
    const { value, done } = await replies.next();
    if (done) throw new Error(`the client has ended: ${errors}`);
    return JSON.parse(value) as CommandRun;
  };
}

/** One command per line, as `{"args": […], "env": {…}}`; one line each with its exit code and output. */
const COMMANDS = `
import contextlib, io, json, os, sys
replies = sys.stdout
for line in sys.stdin:
    command = json.loads(line)
    os.environ.update(command["env"])
    sys.argv = ["command", *command["args"]]
    written, code = io.StringIO(), 0
    with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written):
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    print(json.dumps({"exitCode": code, "output": written.getvalue()}), file=replies, flush=True)
`;
