import { spawn } from 'node:child_process';
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import { noProxyForToolkit } from '../../proxy.ts';
import { CONTENT_FILE, CONTENT_LIMIT, WORKER_ARGUMENT } from './worker-argument.ts';

/**
 * What earlier runs keep for later ones in the runner's cache. It only makes runs faster: if it is absent, slow or
 * corrupt, that is one debug line.
 *
 * Most entries consist of the key alone. A content is bytes, not an archive: anyone who may write to the cache could
 * otherwise have files of the job overwritten by unpacking. The reader must verify with a key of its own that it
 * wrote the content (`modes/reuse/entry-list.ts`).
 *
 * The toolkit's cache client cannot be aborted, waits for minutes where a server accepts and stays silent, and prints
 * warnings of its own (docs/platform.md, section 2). So it runs in a separate process, which is killed at the
 * deadline; its output goes to the debug log.
 */
export type BuildCache = {
  /** The newest saved key that begins with `prefix`, in lower case. */
  readonly find: (prefix: string) => Promise<string | undefined>;
  /** @param keys at most 512 characters each, lower case (Gitea's cache has only that), without commas */
  readonly save: (keys: readonly string[]) => Promise<void>;
  /** The content of the newest entry for the first prefix that has one; anyone may have written it. */
  readonly read: (prefixes: readonly string[]) => Promise<Buffer | undefined>;
  /** @param content at most `CONTENT_LIMIT` bytes; more is not written */
  readonly write: (key: string, content: Buffer) => Promise<void>;
};

/** Milliseconds for each request. */
const WITHIN_MS = 3_000;
/** Characters that are kept of an answer and of other output. */
const LONGEST = 16 * 1024;

type Verb = 'find' | 'save' | 'read' | 'write';

/** Content that is passed through a file in the worker's folder: `given` before it starts, `taken` after it has ended. */
type Content = { readonly given?: Buffer; taken?: Buffer };

export type BuildCacheOptions = {
  readonly debug: (line: string) => void;
  /** Ends running requests. */
  readonly signal: AbortSignal;
  readonly withinMs?: number;
  /** The script that starts `worker.ts`; the running one unless given. */
  readonly script?: string;
};

/** @returns `undefined` where the runner offers no cache. */
export function openBuildCache(env: NodeJS.ProcessEnv, options: BuildCacheOptions): BuildCache | undefined {
  // The cache's own test of the environment (docs/platform.md, isFeatureAvailable).
  if (!env.ACTIONS_CACHE_URL && !env.ACTIONS_RESULTS_URL) return undefined;
  const script = options.script ?? process.argv[1];
  if (script === undefined) return undefined;
  const ask = (verb: Verb, keys: readonly string[], content?: Content) =>
    runRequest(env, options, [script, WORKER_ARGUMENT, verb, ...keys], content);
  return {
    find: async (prefix) => {
      const key = (await ask('find', [prefix]))?.trim();
      return key?.startsWith(prefix) ? key : undefined;
    },
    save: async (keys) => void (await ask('save', keys)),
    read: async (prefixes) => {
      const content: Content = {};
      const key = (await ask('read', prefixes, content))?.trim();
      return prefixes.some((prefix) => key?.startsWith(prefix)) ? content.taken : undefined;
    },
    write: async (key, given) => {
      if (given.length <= CONTENT_LIMIT) await ask('write', [key], { given });
    },
  };
}

/** @returns what the worker wrote to its own channel; `undefined` for nothing, a failure or the deadline. */
async function runRequest(
  env: NodeJS.ProcessEnv,
  options: BuildCacheOptions,
  args: readonly string[],
  content?: Content,
): Promise<string | undefined> {
  let folder: string | undefined;
  try {
    // A folder of its own, since jobs of one machine may share the temporary folder.
    folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'cloud-build-memory-'));
    const file = join(folder, CONTENT_FILE);
    if (content?.given) await writeFile(file, content.given);
    const answer = await answerOf(env, options, args, folder);
    if (content && answer !== undefined && (await isContent(file))) content.taken = await readFile(file);
    return answer;
  } catch (thrown) {
    options.debug(`The cache could not be asked: ${messageOf(thrown)}`);
    return undefined;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether it is one regular file of a bounded size. */
async function isContent(file: string): Promise<boolean> {
  const found = await lstat(file);
  return found.isFile() && found.size <= CONTENT_LIMIT;
}

function answerOf(
  env: NodeJS.ProcessEnv,
  { debug, signal, withinMs = WITHIN_MS }: BuildCacheOptions,
  args: readonly string[],
  folder: string,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: childEnvironment(env, folder),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      signal: timeoutSignal(signal, withinMs),
      killSignal: 'SIGKILL',
    });
    const answer = collect(child.stdio[3]);
    const words = [collect(child.stdout), collect(child.stderr)];
    child.on('error', (error) => {
      if (error.name !== 'AbortError') return reject(error);
      if (!signal.aborted) debug(`The cache did not answer within ${withinMs} ms.`);
      // Not at `close`: a grandchild may hold the pipes open for longer.
      resolve(undefined);
    });
    child.on('close', () => {
      const complaint = words.flatMap((text) => complaints(text()));
      if (complaint.length > 0) debug(`The cache says: ${complaint.join(' ')}`);
      resolve(answer() || undefined);
    });
  });
}

/** Its warnings and plain lines. Its debug lines and masks contain signed addresses, and are not needed. */
function complaints(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const shown = lines.filter((line) => line !== '' && !/^::(?!warning|error|notice)/.test(line));
  return shown.map((line) => line.replace(/^::\w+[^:]*::/, ''));
}

function collect(stream: unknown): () => string {
  let text = '';
  (stream as NodeJS.ReadableStream).on('data', (chunk) => {
    if (text.length <= LONGEST) text += String(chunk);
  });
  return () => text.slice(0, LONGEST);
}

/** Variables that the cache's client reads, and those that a process needs to run and to reach a server. */
const PASSED =
  /^(?:ACTIONS_(?:CACHE|RESULTS|RUNTIME)_\w+|GITHUB_SERVER_URL|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TE?MP|TMPDIR|LANG)$/i;

/** Without keys of a cloud, inputs, or files for runner commands; the folder is used as the workspace. */
function childEnvironment(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const passed = Object.entries(env).filter(([name]) => PASSED.test(name));
  const servers = [env.ACTIONS_CACHE_URL, env.ACTIONS_RESULTS_URL].filter((url) => url !== undefined);
  const direct = noProxyForToolkit(servers, env);
  return {
    ...Object.fromEntries(passed),
    no_proxy: direct,
    NO_PROXY: direct,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  };
}
