import { spawn } from 'node:child_process';

/**
 * What earlier runs remember for later ones, by way of the runner's cache. It is an acceleration and never a
 * condition: absence, slowness and corruption cost one debug line.
 *
 * The toolkit's cache client cannot be aborted, waits for minutes where a server accepts and stays silent, and
 * prints warnings of its own (docs/platform.md, section 2). So it runs in a process of its own, which is ended at
 * the deadline and whose words go to the debug log.
 */
export type Memory = {
  /** The newest text that was remembered under a key that begins with `prefix`. */
  readonly recall: (prefix: string) => Promise<string | undefined>;
  /** Keys are written once: a second text under the same key is not kept. */
  readonly remember: (key: string, text: string) => Promise<void>;
};

/** Milliseconds in, and as many out (issue: reuse). */
const WITHIN_MS = 3_000;
/** A longer answer is not one that we wrote. */
const LONGEST = 64 * 1024;

/** What the child process is asked by its environment. */
export const ORDER = 'CLOUD_BUILD_MEMORY';

export type Order =
  | { readonly verb: 'recall'; readonly prefix: string }
  | { readonly verb: 'remember'; readonly key: string; readonly text: string };

export function openMemory(
  env: NodeJS.ProcessEnv,
  debug: (line: string) => void,
  withinMs: number = WITHIN_MS,
): Memory {
  // The cache's own test of the environment (docs/platform.md, isFeatureAvailable): without it no process is started.
  const available = Boolean(env.ACTIONS_CACHE_URL || env.ACTIONS_RESULTS_URL);
  const ask = async (order: Order) => (available ? obey(env, order, withinMs, debug) : undefined);
  return {
    recall: (prefix) => ask({ verb: 'recall', prefix }),
    remember: async (key, text) => void (await ask({ verb: 'remember', key, text })),
  };
}

/** @returns what the child wrote to its own channel; `undefined` for nothing, a failure or the deadline. */
function obey(
  env: NodeJS.ProcessEnv,
  order: Order,
  withinMs: number,
  debug: (line: string) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const script = process.argv[1];
    if (script === undefined) return resolve(undefined);
    const child = spawn(process.execPath, [script], {
      env: { ...withoutInputs(env), [ORDER]: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const deadline = setTimeout(() => {
      debug(`The cache did not answer within ${withinMs} ms.`);
      child.kill('SIGKILL');
    }, withinMs);
    let answer = '';
    let words = '';
    child.stdio[3]?.on('data', (chunk) => {
      if (answer.length <= LONGEST) answer += String(chunk);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        if (words.length <= LONGEST) words += String(chunk);
      });
    }
    child.on('error', (error) => debug(`The cache could not be asked: ${error.message}`));
    child.on('close', () => {
      clearTimeout(deadline);
      if (words.trim() !== '') debug(`The cache says: ${words.trim().slice(0, 1000)}`);
      resolve(answer === '' || answer.length > LONGEST ? undefined : answer);
    });
  });
}

/** The child needs the runner's cache variables and neither keys nor files that commands are read from. */
function withoutInputs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const secret = /^(?:INPUT_|STATE_|GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY|TOKEN)$)|_API_KEY$|_KEY$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secret.test(name)));
}
