/**
 * The platforms that start actions, as far as an action can distinguish them (docs/platform.md). `gitea-1.25` means
 * the old pair: a server before 1.26 with a runner before 3.1.0.
 */
export type PlatformName = 'github' | 'gitea' | 'gitea-container' | 'gitea-1.25' | 'forgejo' | 'act';

export type Platform = {
  readonly name: PlatformName;
  /** `github`: v2 after trimming and v1 anywhere, CR ends a line. `column-0`: the Go runners, LF only. */
  readonly grammar: 'github' | 'column-0';
  /** What a cancelled job does to main. `none`: nothing, and post starts while main still runs. */
  readonly cancel: 'interrupt-then-kill' | 'kill-group' | 'kill' | 'none';
  /** A container's files are not copied out once the job is cancelled. */
  readonly filesLostOnCancel: boolean;
  /** `set-env` and `add-path` on stdout: refused and the step fails, executed, or refused and ignored. */
  readonly setEnv: 'fails' | 'obeyed' | 'ignored';
  /** Main and post write one summary file, or one each. */
  readonly summaryFile: 'each' | 'shared';
  /** Whether the platform shows the summary on a page. */
  readonly summaryShown: boolean;
  /** The runner itself prints the summary of main and of post into the log, after each has ended. */
  readonly summaryLogged?: boolean;
  readonly defaultActor: string;
};

const GO_RUNNER = {
  grammar: 'column-0',
  filesLostOnCancel: false,
  setEnv: 'obeyed',
  summaryFile: 'each',
  summaryShown: false,
} as const;

const GITEA = {
  ...GO_RUNNER,
  name: 'gitea',
  cancel: 'kill-group',
  setEnv: 'ignored',
  summaryFile: 'shared',
  summaryShown: true,
  defaultActor: 'gitea-actions',
} as const;

/** docs/platform.md: sections 1 (GitHub), 3 (Gitea, Forgejo) and 4 (act). */
export const PLATFORMS: Readonly<Record<PlatformName, Platform>> = {
  github: {
    name: 'github',
    grammar: 'github',
    cancel: 'interrupt-then-kill',
    filesLostOnCancel: false,
    setEnv: 'fails',
    summaryFile: 'each',
    summaryShown: true,
    defaultActor: 'octo',
  },
  gitea: GITEA,
  'gitea-container': { ...GITEA, name: 'gitea-container', cancel: 'none', filesLostOnCancel: true },
  'gitea-1.25': { ...GITEA, name: 'gitea-1.25', setEnv: 'obeyed', summaryShown: false },
  forgejo: { ...GO_RUNNER, name: 'forgejo', cancel: 'kill', defaultActor: 'forgejo-actions' },
  act: { ...GO_RUNNER, name: 'act', cancel: 'kill', summaryLogged: true, defaultActor: 'nektos/act' },
};
