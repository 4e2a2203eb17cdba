/** How a rollout fails, or takes another course than usual. */
export type Rollout = {
  /** `stuck`: it stays in progress. `superseded`: another one replaces it. By default it becomes healthy. */
  readonly end?: 'healthy' | 'failed' | 'cancelled' | 'superseded' | 'stuck';
  /** The kind of failure: the image cannot be pulled, or the agent exits as soon as it starts. */
  readonly cause?: 'image' | 'crash';
  /** Log lines instead of the usual ones. */
  readonly lines?: readonly string[];
  /** Milliseconds between two events; default the cloud's `rolloutStepMs`. */
  readonly stepMs?: number;
};
