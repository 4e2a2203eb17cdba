/** How a rollout goes, where it is not to go well. */
export type Rollout = {
  /** `stuck`: it stays in progress. `superseded`: another one takes over meanwhile. Default healthy. */
  readonly end?: 'healthy' | 'failed' | 'cancelled' | 'superseded' | 'stuck';
  /** Which failure is played: the image cannot be had, or the agent ends as soon as it starts. */
  readonly cause?: 'image' | 'crash';
  /** Log lines in place of the played ones. */
  readonly lines?: readonly string[];
  /** Between two events, in milliseconds; default the cloud's `rolloutStepMs`. */
  readonly stepMs?: number;
};
