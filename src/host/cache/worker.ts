import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { restoreCache, saveCache } from '@actions/cache';
import { readEntry, writeEntry } from './entry-client.ts';
import { CONTENT_FILE, CONTENT_LIMIT } from './worker-argument.ts';

/** The channel to the parent, which reads nothing else as an answer. */
const ANSWER = 3;
/** Milliseconds after which it ends by itself, should the parent have died before it could end it. */
const LONGEST_LIFE = 10_000;
/** Part of an entry's identity, so that it is the same in every run; relative to a folder of this process alone. */
const PATH = 'cloud-build-memory';

/**
 * Carries out one order of `build-cache.ts` in a process of its own.
 * @param order the verb and its keys
 */
export async function runWorker([verb, ...keys]: readonly string[]): Promise<void> {
  setTimeout(() => process.exit(), LONGEST_LIFE).unref();
  const [key = ''] = keys;
  switch (verb) {
    case 'remember':
      writeFileSync(PATH, '');
      for (const one of keys) await saveCache([PATH], one);
      return;
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
      // No key is ever exactly the first: the newest entry that begins with the prefix is meant.
      const hit = await restoreCache([PATH], `${key}latest`, [key], { lookupOnly: true });
      if (hit !== undefined) writeSync(ANSWER, hit);
    }
  }
}
