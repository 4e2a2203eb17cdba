import type { Step } from './step.ts';

export type LateWork = Parameters<Step['afterResult']>[0];

/** Each starts a process: more at once would overload the machine. */
const AT_ONCE = 4;
/** Milliseconds after which no more are begun, so that a job of a hundred agents ends too. */
const BEGUN_WITHIN_MS = 10_000;

/** Does the work that was left for after the result. Never throws; work for which there is no time is dropped. */
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
