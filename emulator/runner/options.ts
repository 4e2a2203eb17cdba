import type { LogEvent } from './events.ts';
import type { PlatformName } from './platform.ts';

export type RunOptions = {
  /** `github` unless given. */
  readonly platform?: PlatformName;
  /** The folder that holds action.yml; the current folder unless given. */
  readonly action?: string;
  /** A script to start instead of action.yml's `main` and `post`. */
  readonly entry?: string;
  /** The node binary; this process's own unless given. */
  readonly node?: string;
  /** Flags for that binary, before the script. */
  readonly nodeFlags?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  /**
   * Inputs that post is given instead of main's: `none`, or another action's, as inside a composite action
   * (docs/platform.md, "Files, state, limits").
   */
  readonly postInputs?: 'none' | Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for. */
  readonly token?: string;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** An existing folder, given as GITHUB_WORKSPACE and as the working directory. */
  readonly workspace: string;
  /** RUNNER_TEMP; a fresh folder unless given. The caller removes it: `log-file` lies there. */
  readonly temp?: string;
  readonly job?: Job;
  /** Set last; wins over everything. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: main alone, as where a runner dies with it. */
  readonly post?: boolean;
  /** Milliseconds after which main or post is killed; one minute unless given. */
  readonly timeoutMs?: number;
  /** Factor on the platform's own waits between signals; 1 unless given. */
  readonly timeScale?: number;
  /** Told of each line as it is read, of main and of post. */
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
