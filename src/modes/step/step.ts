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
 * The kinds of work whose number at once is limited where one process has many agents: packing costs processor and disk,
 * sending costs the line, and whatever is followed costs the cloud its attention.
 */
export type Work = 'pack' | 'upload' | 'follow';

/**
 * What every phase of a run works with, for one agent: nothing of it is shared with another agent's run but what may be
 * (connections, the forge's client). Whoever runs many agents gives each a step of its own (docs/architecture.md, "Many
 * agents in one process").
 */
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
  /** Another client of the same cloud, with `options` of its own: for what is asked beside the work. */
  readonly openCloud: (options: CloudOptions) => Promise<Cloud>;
  /** Has `work` done with so many milliseconds for the cloud's requests, further attempts included. */
  readonly within: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
  /** What was found out of the workspace's repositories. */
  readonly repositories: RepositoryMemo;
  /** The runner's folder for files of this job. */
  readonly temp: string;
  /** The forge's client, loaded and opened at first use; `undefined` without a token or a repository. */
  readonly forge: () => Promise<Forge | undefined>;
  /**
   * The pull request's comment, where one is wanted. `update` has what the recorder says now written beside the work;
   * `finish` writes the last word. Neither throws.
   */
  readonly comment: { readonly update: () => Promise<void>; readonly finish: () => Promise<void> };
  /** Has `task` done when there is room for this kind of work; at once where a step has one agent. */
  readonly turn: <T>(work: Work, task: () => Promise<T>) => Promise<T>;
  /** Opens the file that gets the whole log of a build. */
  readonly openBuildLog: (buildId: string) => LogFile;
  /** Work that nobody waits for until the result has been published; it must not throw. */
  readonly background: (work: Promise<void>) => void;
  /** Work that begins when the result is out, so that nothing waits for it; `debug` is the log of that time. */
  readonly afterResult: (work: (debug: (line: string) => void) => Promise<void>) => void;
  /** A file or folder to be removed when the step ends, however it ends. */
  readonly removeAtEnd: (path: string) => void;
};
