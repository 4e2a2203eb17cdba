import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { messageOf } from '../../errors.ts';
import { readEntry, writeEntry } from './entry-client.ts';
import { CONTENT_FILE, CONTENT_LIMIT } from './worker-argument.ts';

/** The file descriptor for answers to the parent. */
const ANSWER = 3;
/** Milliseconds after which it ends by itself, in case the parent has died. */
const LONGEST_LIFE = 10_000;
/** Part of an entry's identity, so it must be the same in every run; relative to a folder that only this process uses. */
const PATH = 'cloud-build-memory';

/**
 * Executes one request of `build-cache.ts` in a process of its own.
 * @param request the verb and its keys
 */
export async function runWorker(request: readonly string[]): Promise<void> {
  setTimeout(() => process.exit(), LONGEST_LIFE).unref();
  // The parent logs its message as debug; Node's own report of an error would be twenty lines.
  await execute(request).catch((thrown: unknown) => void process.stdout.write(`${messageOf(thrown)}\n`));
}

async function execute([verb, ...keys]: readonly string[]): Promise<void> {
  const [key = ''] = keys;
  switch (verb) {
    case 'save': {
      writeFileSync(PATH, '');
      const { saveCache } = await toolkit();
      for (const one of keys) await saveCache([PATH], one);
      return;
    }
    case 'read': {
      const entry = await readEntry(process.env, keys, CONTENT_LIMIT);
      if (entry === undefined) return;
      writeFileSync(CONTENT_FILE, entry.content, { flag: 'wx' });
      writeSync(ANSWER, entry.key);
      return;
    }
    case 'write':
      return writeEntry(process.env, { key, content: readFileSync(CONTENT_FILE) });
    default: {
      const { restoreCache } = await toolkit();
      // No key is ever equal to the first one, so the newest entry with the prefix is found.
      const hit = await restoreCache([PATH], `${key}latest`, [key], { lookupOnly: true });
      if (hit !== undefined) writeSync(ANSWER, hit);
    }
  }
}

/** 2.5 MB, which entries with a content do not need. */
function toolkit(): Promise<typeof import('@actions/cache')> {
  return import(/* webpackChunkName: "cache-toolkit" */ '@actions/cache');
}
