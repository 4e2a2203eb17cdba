import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds; installing takes half a minute on a quiet machine, and ends by limits of its own. */
const LONGEST_WAIT_MS = 400_000;

/**
 * Waits until `.ci/clients` has ended, where it runs beside the tests: TEST_CLIENTS_READY is the file that appears then. Without
 * it, or where it never comes, what is installed by now counts.
 */
export async function clientsReady(): Promise<void> {
  const file = process.env.TEST_CLIENTS_READY;
  if (!file) return;
  for (let waited = 0; waited < LONGEST_WAIT_MS && !existsSync(file); waited += 200) await delay(200);
}
