import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Console } from './console/console.ts';
import type { Host } from './host.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { appendState, SECRET_STATE, type SecretState, secretState } from './runner-state.ts';
import { tolerate } from './tolerate.ts';

/**
 * Values that main saves for post.
 *
 * One way is not enough (docs/platform.md, "Cancel, state, post"): after a cancel in a container Gitea loses the
 * state file, but its runner reads the command on stdout at once; a file of our own covers the rest. Where the
 * runner's file is enough, as on GitHub, only that is used. Nothing here throws: if state cannot be saved, the
 * running build must go on.
 */
export type State = SecretState & {
  /**
   * Saved by the time it returns; the last value of a key wins. Never secrets.
   * @param brief the short form for the log, if the host prints saved state; without one a long value is not printed
   */
  readonly save: (key: string, value: string, brief?: string) => void;
  /** All that main saved in any way, except secrets. */
  readonly read: () => Readonly<Record<string, string>>;
  /** Random text that only main and its post know; new for each main. */
  readonly token: string;
  /**
   * The same for one of several agents that main works for, under keys of its own: `<key>_<agent>`. A command is
   * printed for it only if nothing else works, as some hosts show such commands in the log.
   * @param agent counts from 0
   */
  readonly of: (agent: number) => State;
  /** The number of the agent, if it is the state of one of several: space for each is small (docs/platform.md). */
  readonly agent?: number;
  /** This state, and one for each agent for which something was saved. */
  readonly all: () => readonly State[];
  /** Set by post when it takes over; main, if it still runs, must write nothing more. */
  readonly markCancelled: () => void;
  readonly cancelled: () => boolean;
};

const MAIN_RAN = 'mainRan';
/** Characters. A longer value would make the log's lines too wide, and is only kept in the files. */
const PRINTED = 120;

/** Whether this process is the post step. Only the runner's variables count: anyone may write a file. */
export function isPost(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env[`STATE_${MAIN_RAN}`]);
}

type Output = Pick<Console, 'saveState' | 'maskText'>;

/** In main: saves that main ran, and where its file is. In post: ready to be read. */
export function openState(env: NodeJS.ProcessEnv, host: Host, console: Output): State {
  const token = tokenOf(env) ?? randomBytes(16).toString('base64url');
  // Most steps on GitHub never need it, and the first digest adds half a millisecond to a start.
  let path: string | undefined;
  const file = () => {
    path ??= ownFile(env, token);
    return path;
  };
  const survives = host.can.stateFileSurvivesCancel;
  const keep = keeper({ env, file, survives, console });
  // The file may be newer: main can still be writing it when post has begun.
  const read = () => ({ ...fromRunner(env), ...(survives ? {} : fromFile(file())) });
  const common = {
    token,
    ...secretState(env),
    markCancelled: () => void tolerate(() => writePrivateFile(`${file()}.cancelled`, '')),
    cancelled: () => readPrivateFile(`${file()}.cancelled`) !== undefined,
  };
  const state: State = {
    ...common,
    save: (key, text, brief) => keep(key, text, brief ?? (text.length <= PRINTED ? text : undefined)),
    read,
    of: (agent) => {
      const own: State = {
        ...common,
        agent,
        save: (key, text) => keep(`${key}_${agent}`, text),
        read: () => ownOf({ ...read(), ...keep.saved }, agent),
        of: state.of,
        all: () => [own],
      };
      return own;
    },
    all: () => [state, ...agentsIn(read()).map(state.of)],
  };
  if (!isPost(env)) keep(MAIN_RAN, token, token, 'at-once');
  return state;
}

type Keeping = {
  readonly env: NodeJS.ProcessEnv;
  readonly file: () => string;
  readonly survives: boolean;
  readonly console: Output;
};

/** Saves one value in each way that is needed. `brief`: the short form for the log, if a file has the value too. */
function keeper({ env, file, survives, console }: Keeping) {
  const saved: Record<string, string> = {};
  const keep = (key: string, text: string, brief?: string, when?: 'at-once') => {
    const value = console.maskText(text);
    saved[key] = value;
    const kept = !survives && tolerate(() => writePrivateFile(file(), JSON.stringify(saved)));
    const written = tolerate(() => appendState(env.GITHUB_STATE, `${key}=${encode(value)}`));
    if (written && survives) return;
    if (kept && brief === undefined) return;
    const printed = encode(console.maskText(kept && brief !== undefined ? brief : value));
    console.saveState(key, printed, when ?? (kept ? 'in-next-group' : 'at-once'));
  };
  return Object.assign(keep, { saved });
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
 * One file for one step of one job. Its name cannot be guessed: it is derived from values that the runner passes to
 * post.
 */
function ownFile(env: NodeJS.ProcessEnv, token: string): string {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION, GITHUB_WORKSPACE } = env;
  const step = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION, GITHUB_WORKSPACE, token];
  const name = createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 32);
  return join(env.RUNNER_TEMP || tmpdir(), `cloud-build-action-${name}.json`);
}

function tokenOf(env: NodeJS.ProcessEnv): string | undefined {
  const saved = env[`STATE_${MAIN_RAN}`];
  return saved === undefined ? undefined : decode(saved);
}

function fromFile(file: string): Record<string, string> {
  try {
    const content: unknown = JSON.parse(readPrivateFile(file) ?? '');
    if (typeof content !== 'object' || content === null) return {};
    return Object.fromEntries(
      Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function fromRunner(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter(
    ([name, value]) => name.startsWith('STATE_') && !name.startsWith(SECRET_STATE) && value,
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name.slice('STATE_'.length), decode(value ?? '')]),
  );
}

/**
 * Letters, digits, `-` and `_` only: without `::` for greedy readers, and without `%` for those that do not unescape
 * it.
 */
function encode(value: string): string {
  return Buffer.from(value, 'utf8').toString('base64url');
}

function decode(value: string): string {
  return Buffer.from(value, 'base64url').toString('utf8');
}
