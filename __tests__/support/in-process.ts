/**
 * Main and post from the sources, in this process: a step costs a fifth of the two processes that it is otherwise. Each
 * run has its own environment, output, working directory, exit code and signal listeners, although many run beside each
 * other: what reads `process` is given those of the run that it is part of.
 *
 * What only a process has is not here: being killed, an event loop that becomes empty, errors that nobody catches.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type ActionProcess, openOutput, type PartRecord, type Start } from '../../emulator/runner/index.ts';
import { isPost } from '../../src/host/state.ts';
import { main } from '../../src/main.ts';
import { post } from '../../src/post.ts';

/** What `process` is to one run. */
type OwnProcess = Pick<NodeJS.Process, 'env' | 'argv' | 'cwd' | 'exitCode'> & {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly on: EventEmitter['on'];
  readonly off: EventEmitter['off'];
};

const current = new AsyncLocalStorage<OwnProcess>();
let isShared = false;

/** `process` here is a copy that this test file alone has, so that nothing needs to be undone. */
function shareProcess(): void {
  if (isShared) return;
  isShared = true;
  const names = ['env', 'argv', 'cwd', 'exitCode', 'stdout', 'stderr', 'on', 'off'] as const;
  for (const name of names) {
    let own: unknown = process[name];
    if (typeof own === 'function') own = own.bind(process);
    Object.defineProperty(process, name, {
      configurable: true,
      get: () => {
        const run = current.getStore();
        return run === undefined ? own : run[name];
      },
      set: (value: unknown) => {
        const run = current.getStore();
        if (run === undefined) own = value;
        else Object.assign(run, { [name]: value });
      },
    });
  }
}

/** Starts main, or post where main's state is in the environment. Signals and kills do nothing. */
export function startInProcess(start: Start): ActionProcess {
  shareProcess();
  const output = openOutput(start.platform, start.onEvent);
  const stream = (name: 'stdout' | 'stderr') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        output.push(name, chunk);
        done();
      },
    });
  const events = new EventEmitter();
  const own: OwnProcess = {
    env: { ...start.env },
    // The script is what a cache's worker is started with (src/host/cache/build-cache.ts).
    argv: [start.node, ...start.args],
    cwd: () => start.cwd,
    exitCode: undefined,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    on: events.on.bind(events),
    off: events.off.bind(events),
  };
  const work = current.run(own, () => (isPost(own.env) ? post(own.env) : main(own.env)));
  const ended = within(work, start.timeoutMs).then((timedOut): PartRecord => {
    output.end('stdout');
    output.end('stderr');
    const exitCode = timedOut ? {} : { exitCode: Number(own.exitCode ?? 0) };
    return { ...exitCode, timedOut, ...output.texts(), events: output.events() };
  });
  return { pid: 0, ended, soFar: output.events, signal: () => undefined, killGroup: () => undefined };
}

/** @returns whether it took longer; it then goes on unobserved */
async function within(work: Promise<void>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const tooLong = delay(ms, true, { signal: timer.signal });
  tooLong.catch(() => undefined);
  try {
    return await Promise.race([work.then(() => false), tooLong]);
  } finally {
    timer.abort();
  }
}
