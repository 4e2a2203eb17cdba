import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Console } from './console/console.ts';
import type { Host } from './host.ts';

/**
 * What main leaves for post. Never secrets: state can be read by whoever can read the runner's files.
 *
 * One way is not enough (docs/platform.md, "Cancel, state, post"): after a cancel in a container Gitea loses
 * the state file; its runner does record the command on stdout at once; and a file of our own covers the rest.
 * Nothing here throws: state that cannot be saved must not end a build that runs.
 */
export type State = {
  /** Saved by the time it returns; the last value of a key wins. */
  readonly save: (key: string, value: string) => void;
  /** All that main saved, whichever way it came. */
  readonly read: () => Readonly<Record<string, string>>;
  /**
   * The same for one of several agents that main works for, under keys of its own: `<key>_<agent>`. No command is printed for
   * it unless nothing else can hold it, as such commands stand readable in the log of some hosts.
   * @param agent counts from 0
   */
  readonly of: (agent: number) => State;
  /** This one, and one for each agent for which something was saved. */
  readonly all: () => readonly State[];
  /** Post says that it has taken over; main, if it still runs, must say nothing more. */
  readonly markCancelled: () => void;
  readonly cancelled: () => boolean;
};

const MAIN_RAN = 'mainRan';

/** Whether this process is the post step. Asks the runner alone: a file may be an earlier attempt's. */
export function isPost(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env[`STATE_${MAIN_RAN}`]);
}

/** In main: forgets what an earlier attempt left and tells post that main ran. In post: ready to be read. */
export function openState(
  env: NodeJS.ProcessEnv,
  host: Host,
  console: Pick<Console, 'command' | 'maskText'>,
): State {
  const file = ownFile(env);
  const marker = `${file}.cancelled`;
  const saved: Record<string, string> = {};
  const keep = (key: string, text: string, byCommand: 'always' | 'if-nothing-else') => {
    const value = console.maskText(text);
    saved[key] = value;
    const survives = host.can.stateFileSurvivesCancel;
    const kept = !survives && tolerate(() => replaceFile(file, JSON.stringify(saved)));
    const encoded = encode(value);
    const written = tolerate(() => appendState(env.GITHUB_STATE, key, encoded));
    const isSafe = byCommand === 'always' ? written && survives : kept || written;
    if (!isSafe) console.command('save-state', encoded, { name: key });
  };
  // The file may be newer: main can still be writing it when post has begun.
  const read = () => ({ ...fromRunner(env), ...fromFile(file) });
  const marks = {
    markCancelled: () => void tolerate(() => replaceFile(marker, '')),
    cancelled: () => existsSync(marker),
  };
  const state: State = {
    ...marks,
    save: (key, text) => keep(key, text, 'always'),
    read,
    of: (agent) => {
      const own: State = {
        ...marks,
        save: (key, text) => keep(`${key}_${agent}`, text, 'if-nothing-else'),
        read: () => ownOf({ ...read(), ...saved }, agent),
        of: state.of,
        all: () => [own],
      };
      return own;
    },
    all: () => [state, ...agentsIn(read()).map(state.of)],
  };
  if (!isPost(env)) {
    tolerate(() => rmSync(file, { force: true }));
    tolerate(() => rmSync(marker, { force: true }));
    state.save(MAIN_RAN, 'true');
  }
  return state;
}

function agentsIn(all: Readonly<Record<string, string>>): readonly number[] {
  const agents = Object.keys(all).flatMap((key) => /_(\d+)$/.exec(key)?.[1] ?? []);
  return [...new Set(agents.map(Number))];
}

/** What was saved for one agent, under its plain keys. */
function ownOf(all: Readonly<Record<string, string>>, agent: number): Record<string, string> {
  const end = `_${agent}`;
  const own = Object.entries(all).filter(([key]) => key.endsWith(end));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(0, -end.length), value]));
}

/**
 * One file for one step of one job: matrix jobs of a host-mode runner share the temporary folder and every
 * number of the run, but not the workspace.
 */
function ownFile(env: NodeJS.ProcessEnv): string {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION, GITHUB_WORKSPACE } = env;
  const step = JSON.stringify([
    GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT,
    GITHUB_JOB,
    GITHUB_ACTION,
    GITHUB_WORKSPACE,
  ]);
  const name = createHash('sha256').update(step).digest('hex').slice(0, 24);
  return join(env.RUNNER_TEMP || tmpdir(), `cloud-build-action-${name}.json`);
}

/** Whole or not at all, and never through a link that someone else put there. */
function replaceFile(file: string, text: string): void {
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, text, { flag: 'wx', mode: 0o600 });
  renameSync(fresh, file);
}

function appendState(file: string | undefined, key: string, encoded: string): void {
  if (!file) throw new Error('GITHUB_STATE is not set');
  // The runner made the file; one that is missing is not ours to make.
  if (!existsSync(file)) throw new Error('GITHUB_STATE names no file');
  appendFileSync(file, `${key}=${encoded}\n`);
}

function fromFile(file: string): Record<string, string> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content !== 'object' || content === null) return {};
    return Object.fromEntries(
      Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function fromRunner(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter(([name, value]) => name.startsWith('STATE_') && value);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.slice('STATE_'.length), decode(value ?? '')]),
  );
}

/** Letters, digits, `-` and `_` only: no `::` for greedy readers, no `%` for those that forget to unescape. */
function encode(value: string): string {
  return Buffer.from(value, 'utf8').toString('base64url');
}

function decode(value: string): string {
  return Buffer.from(value, 'base64url').toString('utf8');
}

/** Whether it worked. */
function tolerate(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
