/** How a rollout goes, where it is not to go well. */
export type Rollout = {
  /**
   * `crash`: the container ends as soon as it starts, until the revision fails. `image`: it cannot be pulled, which
   * only `errors` tells. `degraded`: a condition explains what the failed revision does not. `stuck`: it never gets
   * ready. Default ready.
   */
  readonly end?: 'ready' | 'crash' | 'image' | 'degraded' | 'stuck';
  /** Log lines in place of the played ones. */
  readonly lines?: readonly string[];
  /** Between two steps, in milliseconds; default the cloud's `rolloutStepMs`. */
  readonly stepMs?: number;
};
