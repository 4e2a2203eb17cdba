/**
 * Where the step runs. Only this file decides it; other modules ask what the host can do. Source of every row:
 * docs/platform.md.
 */

type HostName = 'github' | 'gitea' | 'forgejo' | 'act';

export type Host = {
  readonly name: HostName;
  readonly title: string;
  readonly can: HostTraits;
};

export type HostTraits = {
  /** `by-version`: Gitea shows job summaries from 1.27 on, but a step does not know the version. */
  readonly summaries: 'shown' | 'by-version' | 'lost';
  /** `::error file=…` appears on the pull request's diff. */
  readonly annotationsOnDiff: boolean;
  /** The forge has deployments (REST). */
  readonly deploymentsApi: boolean;
  /** Values in GITHUB_STATE reach post also after a cancel. */
  readonly stateFileSurvivesCancel: boolean;
  /** One `add-mask` masks every line of its value. */
  readonly masksManyLines: boolean;
  /** The last `::` of a line, not the first after the name, ends a command's head: no value may contain one. */
  readonly readsCommandsGreedily: boolean;
  /** A cancelled step gets SIGINT and some seconds. */
  readonly signalsOnCancel: boolean;
  /** Post may start while main still runs. */
  readonly postOverlapsMain: boolean;
  /** How a run's page is addressed. */
  readonly runPage: 'by-id' | 'by-number' | 'none';
  /** How the web page of a file at a commit is addressed: `<repository>/<this>/<commit>/<path>#L<line>`. */
  readonly filePage: 'blob' | 'src/commit';
  /** The list of an issue's comments is paged; otherwise it is always complete. */
  readonly pagesComments: boolean;
  /** Name of the paging parameter elsewhere in the REST API. */
  readonly pageSizeParameter: 'per_page' | 'limit';
};

const GITHUB: HostTraits = {
  summaries: 'shown',
  annotationsOnDiff: true,
  deploymentsApi: true,
  stateFileSurvivesCancel: true,
  masksManyLines: true,
  readsCommandsGreedily: false,
  signalsOnCancel: true,
  postOverlapsMain: false,
  runPage: 'by-id',
  filePage: 'blob',
  pagesComments: true,
  pageSizeParameter: 'per_page',
};

/** Runners that are based on act share its command reader and its way of cancelling. */
const ACT_FAMILY: HostTraits = {
  summaries: 'lost',
  annotationsOnDiff: false,
  deploymentsApi: false,
  stateFileSurvivesCancel: false,
  masksManyLines: false,
  readsCommandsGreedily: true,
  signalsOnCancel: false,
  postOverlapsMain: true,
  runPage: 'by-number',
  filePage: 'src/commit',
  pagesComments: false,
  pageSizeParameter: 'limit',
};

const HOSTS: Readonly<Record<HostName, Host>> = {
  github: { name: 'github', title: 'GitHub', can: GITHUB },
  gitea: { name: 'gitea', title: 'Gitea', can: { ...ACT_FAMILY, summaries: 'by-version' } },
  forgejo: { name: 'forgejo', title: 'Forgejo', can: ACT_FAMILY },
  // act has no forge of its own: its API is GitHub's, or what the caller's GITHUB_API_URL names.
  act: {
    name: 'act',
    title: 'act',
    can: {
      ...ACT_FAMILY,
      // Since 0.2.79 it prints each step's summary into its log; older ones do not know node24 either.
      summaries: 'shown',
      deploymentsApi: true,
      runPage: 'none',
      filePage: 'blob',
      pagesComments: true,
      pageSizeParameter: 'per_page',
    },
  },
};

/** In this order, because Forgejo also sets Gitea's variable, Gitea also sets act's, and all set GITHUB_ACTIONS. */
const SIGNS: readonly (readonly [string, HostName])[] = [
  ['FORGEJO_ACTIONS', 'forgejo'],
  ['GITEA_ACTIONS', 'gitea'],
  ['ACT', 'act'],
  ['GITHUB_ACTIONS', 'github'],
];

/** Without any of these variables the host is treated as GitHub, which has the most commands. */
export function detectHost(env: NodeJS.ProcessEnv): Host {
  const sign = SIGNS.find(([variable]) => isSet(env[variable]));
  return HOSTS[sign?.[1] ?? 'github'];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value.toLowerCase() !== 'false';
}
