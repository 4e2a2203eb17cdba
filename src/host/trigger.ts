/** What happened: the one reading of the event payload (docs/platform.md, "Payload → PR number"). */
export type Trigger = {
  /** GITHUB_EVENT_NAME. */
  readonly event: string;
  readonly pullRequest?: PullRequest;
  /** `closed`: merged or not; the step tears previews down. */
  readonly closed: boolean;
  /** The commit that is really built: a pull request's head, never its merge commit. */
  readonly commit?: string;
  /** Branch or tag name without `refs/…/`. */
  readonly ref?: string;
  readonly defaultBranch?: string;
  /** A push to the default branch: what `deploy: auto` calls production. */
  readonly pushToDefaultBranch: boolean;
  /** The commit before, for `plan`: push `before`, or the pull request's base. */
  readonly base?: string;
  /** A fork's or Dependabot's event: no secrets, by the platform's rule. */
  readonly secretsWithheld: boolean;
  readonly repository?: { readonly owner: string; readonly name: string };
  /** The run's page in a browser. */
  readonly runUrl?: string;
  readonly runId?: string;
  readonly runNumber: number;
  readonly runAttempt: number;
};

export type PullRequest = {
  readonly number: number;
  readonly headCommit?: string;
  readonly headRef?: string;
  readonly fork: boolean;
};
