/** How a rollout fails, or takes another course than usual. */
export type Rollout = {
  /**
   * `crash`: the container ends as soon as it starts, until the revision fails. `image`: it cannot be pulled, which
   * only `errors` reports. `architecture`: like `crash`, because the image has another architecture. `degraded`: only
   * a condition explains why the revision failed. `stuck`: it never becomes ready. By default it becomes ready.
   */
  readonly end?: 'ready' | 'crash' | 'image' | 'architecture' | 'degraded' | 'stuck';
  /** The cloud's own sentence about the failure; empty for none, as on older servers. Default: one that fits. */
  readonly headline?: string;
  /** Log lines instead of the usual ones. */
  readonly lines?: readonly string[];
  /** Milliseconds between two steps; default the cloud's `rolloutStepMs`. */
  readonly stepMs?: number;
};
