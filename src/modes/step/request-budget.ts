/**
 * The time that the requests of the phase at hand may take together, further attempts included: no phase outlasts
 * its timeout input by trying again. Outside of a phase nothing is limited here.
 */
export type RequestBudget = {
  /** Has `work` done with so many milliseconds for its requests. */
  readonly within: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
  /** Milliseconds that are left, never below zero. */
  readonly left: () => number;
};

export function createRequestBudget(now: () => number = () => performance.now()): RequestBudget {
  let until = Number.POSITIVE_INFINITY;
  return {
    async within(ms, work) {
      const before = until;
      until = now() + ms;
      try {
        return await work();
      } finally {
        until = before;
      }
    },
    left: () => Math.max(0, until - now()),
  };
}
