import { unlessAborted } from '../../deadline.ts';
import type { Work } from '../step/step.ts';

/** At most so many tasks at once; those that wait begin in the order in which they came. */
export type Limit = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** @throws {AbortedError} by a task that still waited when `signal` fired; whatever the task throws */
export function createLimit(most: number): Limit {
  const waiting: (() => void)[] = [];
  let free = most;
  const leave = () => {
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
      // Admitted at the same moment: the place goes on to the next.
      if (at < 0) leave();
      else waiting.splice(at, 1);
      throw thrown;
    }
  };
  return async (task, signal) => {
    await enter(signal);
    try {
      return await task();
    } finally {
      leave();
    }
  };
}

/** Processor and disk are what packing costs: more at once only makes each slower. */
const PACKING = 2;
/** Enough to fill a line; an archive waits on disk rather than in a crowd of connections. */
const UPLOADING = 4;

/** One limit for each kind of work, and one for the agents that are at work at all. */
export type Limits = Readonly<Record<Work, Limit>> & { readonly agents: Limit };

/** @param parallel builds and rollouts that are followed at once */
export function createLimits(parallel: number): Limits {
  return {
    pack: createLimit(PACKING),
    upload: createLimit(UPLOADING),
    follow: createLimit(parallel),
    // The next ones are packed while these are followed, and no more archives than that lie on the disk.
    agents: createLimit(parallel + PACKING),
  };
}
