import { unlessAborted } from '../../deadline.ts';
import type { Work } from '../step/step.ts';

/** Runs at most so many tasks at once; the others wait and begin in order. */
type Limit = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** @throws {AbortedError} by a task that still waited when `signal` fired; whatever the task throws */
export function createLimit(most: number): Limit {
  const waiting: (() => void)[] = [];
  let free = most;
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const enter = async (signal: AbortSignal) => {
    if (free > 0) {
      free -= 1;
      return;
    }
    let admit = () => {};
    const admitted = new Promise<void>((resolve) => {
      admit = resolve;
    });
    waiting.push(admit);
    try {
      await unlessAborted(admitted, signal);
    } catch (thrown) {
      const at = waiting.indexOf(admit);
      // Admitted at the same moment: pass the place to the next.
      if (at < 0) release();
      else waiting.splice(at, 1);
      throw thrown;
    }
  };
  return async (task, signal) => {
    await enter(signal);
    try {
      return await task();
    } finally {
      release();
    }
  };
}

/** Packing needs processor and disk: more at once only makes each slower. */
const PACKING = 2;
/** Enough to use the network fully; further archives wait on disk instead of sharing the bandwidth. */
const UPLOADING = 4;

/** One limit for each kind of work, and one for the agents that run at all. */
export type Limits = Readonly<Record<Work, Limit>> & { readonly agents: Limit };

/** @param parallel builds and rollouts that are followed at once */
export function createLimits(parallel: number): Limits {
  return {
    pack: createLimit(PACKING),
    upload: createLimit(UPLOADING),
    follow: createLimit(parallel),
    // While these are followed the next ones are packed, and no more archives than that are on disk.
    agents: createLimit(parallel + PACKING),
  };
}
