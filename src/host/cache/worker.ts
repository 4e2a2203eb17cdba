import { writeFileSync, writeSync } from 'node:fs';
import { restoreCache, saveCache } from '@actions/cache';

/** The channel to the parent, which reads nothing else as an answer. */
const ANSWER = 3;
/** Milliseconds after which it ends by itself, should the parent have died before it could end it. */
const LONGEST_LIFE = 10_000;
/** Part of an entry's identity, so that it is the same in every run; relative to a folder of this process alone. */
const PATH = 'cloud-build-memory';

/**
 * Carries out one order of `memory.ts` in a process of its own.
 * @param order the verb and its keys
 */
export async function runWorker([verb, ...keys]: readonly string[]): Promise<void> {
  setTimeout(() => process.exit(), LONGEST_LIFE).unref();
  if (verb === 'remember') {
    writeFileSync(PATH, '');
    for (const key of keys) await saveCache([PATH], key);
    return;
  }
  const [key = ''] = keys;
  // No key is ever exactly the first: the newest entry that begins with the prefix is meant.
  const hit = await restoreCache([PATH], `${key}latest`, [key], { lookupOnly: true });
  if (hit !== undefined) writeSync(ANSWER, hit);
}
