import type { LogEvent } from './events.ts';
import type { PlatformName } from './platform.ts';
import type { ActionProcess, Start } from './process.ts';

export type RunOptions = {
  /** Default `github`. */
  readonly platform?: PlatformName;
  /** The folder of action.yml; by default the current folder. */
  readonly action?: string;
  /** A script to start instead of action.yml's `main` and `post`. */
  readonly entry?: string;
  /** The node binary; by default that of this process. */
  readonly node?: string;
  /** Starts main and post; by default each is a process of `node`. */
  readonly start?: (start: Start) => ActionProcess;
  /** Flags for that binary, before the script. */
  readonly nodeFlags?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  /**
   * Inputs of post instead of main's: `none`, or those of another action, as in a composite action (docs/platform.md,
   * "Files, state, limits").
   */
  readonly postInputs?: 'none' | Readonly<Record<string, string>>;
  /** The value of `${{ github.token }}`. */
  readonly token?: string;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** An existing folder, given as GITHUB_WORKSPACE and as the working directory. */
  readonly workspace: string;
  /** RUNNER_TEMP; by default a new folder. The caller removes it: `log-file` is in it. */
  readonly temp?: string;
  readonly job?: Job;
  /** Set last, over everything else. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: only main, as if the runner was lost with it. */
  readonly post?: boolean;
  /** Milliseconds after which main or post is killed; default one minute. */
  readonly timeoutMs?: number;
  /** Factor on the platform's own waits between signals; default 1. */
  readonly timeScale?: number;
  /** Called with each line of main and of post. */
  readonly onEvent?: (event: LogEvent) => void;
};

export type Job = {
  readonly repository?: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly runId?: number;
  readonly runNumber?: number;
  readonly runAttempt?: number;
  readonly workflow?: string;
  readonly name?: string;
  /** GITHUB_ACTION: the step's id. */
  readonly action?: string;
  readonly actor?: string;
  readonly serverUrl?: string;
  readonly apiUrl?: string;
};
