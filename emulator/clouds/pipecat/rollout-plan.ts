/** How a rollout goes, where it is not to go well. */
export type Rollout = {
  /**
   * `crash`: the container ends as soon as it starts, until the revision fails. `image`: it cannot be pulled, which
   * only `errors` reports. `architecture`: as `crash`, since the image is of another architecture. `degraded`: a condition
   * explains what the failed revision does not. `stuck`: it never gets ready. Default ready.
   */
  readonly end?: 'ready' | 'crash' | 'image' | 'architecture' | 'degraded' | 'stuck';
  /** The cloud's own sentence for what failed; empty for none, as on older servers. Default: one that fits. */
  readonly headline?: string;
  /** Log lines in place of the played ones. */
  readonly lines?: readonly string[];
  /** Between two steps, in milliseconds; default the cloud's `rolloutStepMs`. */
  readonly stepMs?: number;
};
