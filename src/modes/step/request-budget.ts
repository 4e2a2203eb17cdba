/**
 * The time that the requests of the current phase may take together, with retries: no phase takes longer than its
 * timeout input because of retries. Outside of a phase there is no limit.
 */
export type RequestBudget = {
  /** Runs `work` with so many milliseconds for its requests. */
  readonly within: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
  /** Milliseconds that are left, never below zero. */
  readonly left: () => number;
};

/**
 * Phases may overlap (a deployment begins while the end of the build's log is read): the latest one that still runs
 * counts.
 */
export function createRequestBudget(now: () => number = () => performance.now()): RequestBudget {
  const running: { readonly until: number }[] = [];
  return {
    async within(ms, work) {
      const phase = { until: now() + ms };
      running.push(phase);
      try {
        return await work();
      } finally {
        running.splice(running.indexOf(phase), 1);
      }
    },
    left: () => Math.max(0, (running.at(-1)?.until ?? Number.POSITIVE_INFINITY) - now()),
  };
}
