import type { Step } from './step.ts';

export type LateWork = Parameters<Step['afterResult']>[0];

/** Each is a process of its own: more at once would want a machine of their own. */
const AT_ONCE = 4;
/** Milliseconds after which no more are begun: a job of a hundred agents ends all the same. */
const BEGUN_WITHIN_MS = 10_000;

/** What is left to do once the result is out; it never throws, and what finds no time is not done. */
export async function workAfterResult(
  works: readonly LateWork[],
  debug: (line: string) => void,
): Promise<void> {
  const until = Date.now() + BEGUN_WITHIN_MS;
  const left = [...works];
  const worker = async () => {
    while (left.length > 0 && Date.now() < until)
      await left
        .shift()?.(debug)
        .catch(() => undefined);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (left.length > 0) debug(`${left.length} builds left no list of their entries: there was no time.`);
}
