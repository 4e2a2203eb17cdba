import { spawn } from 'node:child_process';
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import { noProxyForToolkit } from '../../proxy.ts';
import { CONTENT_FILE, CONTENT_LIMIT, WORKER_ARGUMENT } from './worker-argument.ts';

/**
 * What earlier runs remember for later ones, by way of the runner's cache. It is an acceleration and never a
 * condition: absence, slowness and corruption cost one debug line.
 *
 * Of most entries the key alone is what is remembered. Where an entry has a content, it is bytes and no archive: whoever
 * may write to a cache could otherwise have one unpacked over any file of the job. Whoever reads a content has to show
 * by a key of its own that it is what it wrote (`modes/build/entry-list.ts`).
 *
 * The toolkit's cache client cannot be aborted, waits for minutes where a server accepts and stays silent, and
 * prints warnings of its own (docs/platform.md, section 2). So it runs in a process of its own, which is ended at
 * the deadline and whose words go to the debug log.
 */
export type BuildCache = {
  /** The newest remembered key that begins with `prefix`, in lower case. */
  readonly find: (prefix: string) => Promise<string | undefined>;
  /** @param keys at most 512 characters each, lower case (Gitea's cache knows no other), without commas */
  readonly save: (keys: readonly string[]) => Promise<void>;
  /** The content of the newest entry whose key begins with the first prefix that has one; by whomever it was written. */
  readonly read: (prefixes: readonly string[]) => Promise<Buffer | undefined>;
  /** @param content at most `CONTENT_LIMIT` bytes; more is not written */
  readonly write: (key: string, content: Buffer) => Promise<void>;
};

/** Milliseconds in, and as many out. */
const WITHIN_MS = 3_000;
/** Characters of an answer, and of what the child says besides. */
const LONGEST = 16 * 1024;

type Verb = 'recall' | 'remember' | 'read' | 'write';

/** What passes by the worker's folder: a file that is there before it starts, and what is there when it has ended. */
type Content = { readonly given?: Buffer; taken?: Buffer };

export type BuildCacheOptions = {
  readonly debug: (line: string) => void;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  readonly withinMs?: number;
  /** The script that leads to `memory-child.ts`; the running one unless given. */
  readonly script?: string;
};

/** @returns `undefined` where the runner offers no cache. */
export function openBuildCache(env: NodeJS.ProcessEnv, options: BuildCacheOptions): BuildCache | undefined {
  // The cache's own test of the environment (docs/platform.md, isFeatureAvailable).
  if (!env.ACTIONS_CACHE_URL && !env.ACTIONS_RESULTS_URL) return undefined;
  const script = options.script ?? process.argv[1];
  if (script === undefined) return undefined;
  const ask = (verb: Verb, keys: readonly string[], content?: Content) =>
    obey(env, options, [script, WORKER_ARGUMENT, verb, ...keys], content);
  return {
    find: async (prefix) => {
      const key = (await ask('recall', [prefix]))?.trim();
      return key?.startsWith(prefix) ? key : undefined;
    },
    save: async (keys) => void (await ask('remember', keys)),
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

/** @returns what the child wrote to its own channel; `undefined` for nothing, a failure or the deadline. */
async function obey(
  env: NodeJS.ProcessEnv,
  options: BuildCacheOptions,
  args: readonly string[],
  content?: Content,
): Promise<string | undefined> {
  let folder: string | undefined;
  try {
    // Its own, since jobs of one machine may share the temporary folder.
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

/** One regular file of a bounded size; nothing else was asked for. */
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
      const said = words.flatMap((text) => complaints(text()));
      if (said.length > 0) debug(`The cache says: ${said.join(' ')}`);
      resolve(answer() || undefined);
    });
  });
}

/** Its warnings and plain words. Its own debug lines and masks hold signed addresses, and are of no use here. */
function complaints(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const told = lines.filter((line) => line !== '' && !/^::(?!warning|error|notice)/.test(line));
  return told.map((line) => line.replace(/^::\w+[^:]*::/, ''));
}

function collect(stream: unknown): () => string {
  let text = '';
  (stream as NodeJS.ReadableStream).on('data', (chunk) => {
    if (text.length <= LONGEST) text += String(chunk);
  });
  return () => text.slice(0, LONGEST);
}

/** What the cache's client reads, and what a process needs to run and to reach a server. */
const PASSED =
  /^(?:ACTIONS_(?:CACHE|RESULTS|RUNTIME)_\w+|GITHUB_SERVER_URL|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TE?MP|TMPDIR|LANG)$/i;

/** No key of a cloud, no input and no file that commands are read from; the folder stands in for the workspace. */
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
