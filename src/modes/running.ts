import type { CloudName } from '../clouds/cloud.ts';
import type { State } from '../host/state.ts';

/**
 * What post must know of a run that main may not live to end: one value, saved anew at every turn.
 * No secrets: the credentials come from the inputs, which post is given again.
 */
export type Running = {
  readonly cloud: CloudName;
  readonly buildId?: string;
  /** The build has not ended, as far as main knows. */
  readonly building: boolean;
  /** Main has asked the cloud to cancel. */
  readonly cancelAsked: boolean;
  /** A preview whose rollout has not ended, as far as main knows. */
  readonly previewId?: string;
};

const KEY = 'running';

export function saveRunning(state: State, running: Running): void {
  state.save(KEY, JSON.stringify(running));
}

/** @returns `undefined` where main submitted nothing or left nothing readable. */
export function readRunning(state: State): Running | undefined {
  const saved = state.read()[KEY];
  if (saved === undefined) return undefined;
  try {
    return JSON.parse(saved) as Running;
  } catch {
    return undefined;
  }
}
