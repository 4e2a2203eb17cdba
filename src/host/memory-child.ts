import { mkdir, readFile, writeFile, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { restoreCache, saveCache } from '@actions/cache';
import type { Order } from './memory.ts';

/** The channel to the parent, which reads nothing else as an answer. */
const ANSWER = 3;

/**
 * Carries out one order of `memory.ts` in a process of its own. The path is part of a cache entry's identity, so
 * it is the same in every run: below the runner's temporary folder, whatever that is called.
 */
export async function obey(order: Order, env: NodeJS.ProcessEnv): Promise<void> {
  const file = join(env.RUNNER_TEMP ?? '.', 'cloud-build-memory', 'entry.json');
  if (order.verb === 'remember') {
    await promisify(mkdir)(dirname(file), { recursive: true });
    await promisify(writeFile)(file, order.text);
    await saveCache([file], order.key);
    return;
  }
  // No key is ever exactly the prefix: the newest entry that begins with it is meant.
  const hit = await restoreCache([file], `${order.prefix}latest`, [order.prefix]);
  if (hit !== undefined) writeSync(ANSWER, await promisify(readFile)(file, 'utf8'));
}
