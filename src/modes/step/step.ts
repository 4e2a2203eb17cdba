import type { Cloud } from '../../clouds/cloud.ts';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { Host } from '../../host/host.ts';
import type { State } from '../../host/state.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import type { Settings } from '../../settings/settings.ts';

/** What every phase of a run works with. */
export type Step = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly trigger: Trigger;
  readonly settings: Settings;
  readonly recorder: RunRecorder;
  /** Fires when the workflow is cancelled. */
  readonly signal: AbortSignal;
  /** The cloud's client, loaded and opened at first use. */
  readonly cloud: () => Promise<Cloud>;
  /** Has `work` done with so many milliseconds for the cloud's requests, further attempts included. */
  readonly within: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
  /** The runner's folder for files of this job. */
  readonly temp: string;
  /** The forge's client, loaded and opened at first use; `undefined` without a token or a repository. */
  readonly forge: () => Promise<Forge | undefined>;
  /**
   * The pull request's comment, where one is wanted. `update` has what the recorder says now written beside the work;
   * `finish` writes the last word. Neither throws.
   */
  readonly comment: { readonly update: () => Promise<void>; readonly finish: () => Promise<void> };
  /** Work that nobody waits for until the result has been told; it must not throw. */
  readonly background: (work: Promise<void>) => void;
  /** A file or folder to be removed when the step ends, however it ends. */
  readonly removeAtEnd: (path: string) => void;
};
