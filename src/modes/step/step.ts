import type { Cloud } from '../../clouds/cloud.ts';
import type { CloudOptions } from '../../clouds/index.ts';
import type { RepositoryMemo } from '../../git/git.ts';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { Host } from '../../host/host.ts';
import type { LogFile } from '../../host/log-file.ts';
import type { State } from '../../host/state.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import type { Settings } from '../../settings/settings.ts';

/**
 * The kinds of work whose number at once is limited where one process has many agents: packing uses processor and
 * disk, sending uses bandwidth, following uses requests to the cloud.
 */
export type Work = 'pack' | 'upload' | 'follow';

/**
 * What every phase of a run needs, for one agent. With many agents, each has a step of its own; only connections, the
 * forge's client and the like are shared (docs/architecture.md, "Many agents in one process").
 */
export type Step = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly trigger: Trigger;
  readonly settings: Settings;
  readonly recorder: RunRecorder;
  /** What was warned of while the step's inputs were read. */
  readonly inputWarnings: readonly string[];
  /** Fires when the workflow is cancelled. */
  readonly signal: AbortSignal;
  /** The cloud's client, loaded and opened at first use. */
  readonly cloud: () => Promise<Cloud>;
  /** Another client of the same cloud with its own `options`, for requests in the background. */
  readonly openCloud: (options: CloudOptions) => Promise<Cloud>;
  /** Runs `work` with so many milliseconds for the cloud's requests, including retries. */
  readonly within: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
  /** What is already known of the workspace's repositories. */
  readonly repositories: RepositoryMemo;
  /** The runner's folder for files of this job. */
  readonly temp: string;
  /** The forge's client, loaded and opened at first use; `undefined` without a token or a repository. */
  readonly forge: () => Promise<Forge | undefined>;
  /**
   * The pull request's comment, where one is wanted. `update` writes the recorder's present state in the background;
   * `finish` writes the final state. Neither throws.
   */
  readonly comment: { readonly update: () => Promise<void>; readonly finish: () => Promise<void> };
  /** Runs `task` when the limit for this kind of work allows it; at once where a step has one agent. */
  readonly turn: <T>(work: Work, task: () => Promise<T>) => Promise<T>;
  /** Opens the file that gets the whole log of a build. */
  readonly openBuildLog: (buildId: string) => LogFile;
  /** Work that nobody waits for until the result has been published; it must not throw. */
  readonly background: (work: Promise<void>) => void;
  /** Work that begins after the result is published, so that nothing waits for it; `debug` writes to the log then. */
  readonly afterResult: (work: (debug: (line: string) => void) => Promise<void>) => void;
  /** A file or folder to be removed when the step ends, however it ends. */
  readonly removeAtEnd: (path: string) => void;
};
