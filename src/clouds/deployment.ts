/** `superseded`: a later deployment replaced it. `deleted`: it was removed. Both are ends, as the others are. */
export type DeploymentStatus =
  | 'pending'
  | 'progressing'
  | 'healthy'
  | 'failed'
  | 'cancelled'
  | 'superseded'
  | 'deleted'
  | 'unknown';

export function isDeploymentEnd(status: DeploymentStatus): boolean {
  return status !== 'pending' && status !== 'progressing' && status !== 'unknown';
}

export type Deployment = {
  readonly id: string;
  readonly status: DeploymentStatus;
  readonly rawStatus: string;
  readonly buildId?: string;
  readonly agentName?: string;
  readonly previewLabel?: string;
  readonly createdAt?: string;
  readonly expiresAt?: string;
  /**
   * The repository that made it (`<host>/<owner>/<name>`), where the cloud's own record shows that; otherwise its
   * build may show it.
   */
  readonly repository?: string;
  /** Why neither the record nor a build can show which repository made it, as the end of a sentence. */
  readonly unmarked?: string;
  readonly events: readonly DeploymentEvent[];
  /**
   * On clouds that deploy in place: the deployment before this one. If this rollout fails, the earlier one still
   * serves, and deleting this one would delete both.
   */
  readonly previous?: { readonly id: string; readonly createdAt?: string };
  /** What the cloud says went wrong, as plain text from outside. */
  readonly error?: string;
};

export type DeploymentEvent = {
  /** Absent where the cloud gives events no time. */
  readonly at?: string;
  readonly warning: boolean;
  readonly reason: string;
  readonly message: string;
};

export type DeploymentLogPage = {
  readonly lines: readonly { readonly id?: string; readonly text: string }[];
  /** Absent: continue with the previous cursor. */
  readonly cursor?: string;
  readonly more: boolean;
};

export type DeploymentRequest = {
  readonly of:
    | { readonly buildId: string }
    | { readonly imageName: string; readonly imageTag: string }
    /** A full reference of an image that was built elsewhere. */
    | { readonly image: string };
  readonly agentName: string;
  /** The project file as read; sent verbatim by clouds that take one. */
  readonly manifest?: string;
  readonly environmentConfig?: string;
  /** As given, where the cloud has regions. */
  readonly region?: string;
  /** What the project file or the inputs gave, for clouds that take settings one by one; never defaults. */
  readonly agentSettings?: Readonly<Record<string, unknown>>;
  readonly preview?: PreviewRequest;
};

type PreviewRequest = {
  readonly label: string;
  readonly ttlMs: number;
  /** Whose preview it is, `<host>/<owner>/<name>`: part of its name where a preview has no record of its build. */
  readonly repository?: string;
};

/** Which previews are asked for. */
export type PreviewQuery = {
  /** Absent: of every agent, as far as the cloud can recognise previews. */
  readonly agentName?: string;
  readonly label?: string;
  /** The addresses by which this run's repository is known, `<host>/<owner>/<name>`; the first is the one it gives. */
  readonly repositories: readonly string[];
};

/** For clouds that can deploy. Previews are matched by exact label and exact agent. */
export type Deployments = {
  /** A preview replaces the earlier one with the same label: there is never an older one to delete. */
  readonly inPlace?: true;
  readonly create: (
    request: DeploymentRequest,
    progress: DeployProgress,
    signal: AbortSignal,
  ) => Promise<Deployment>;
  readonly get: (id: string, signal: AbortSignal) => Promise<Deployment>;
  readonly logs?: (id: string, cursor: string | undefined, signal: AbortSignal) => Promise<DeploymentLogPage>;
  /**
   * Live and past previews, newest first. What the server's filter returns is checked again. Previews of other
   * repositories are among them: `repository` or the build shows which.
   */
  readonly previews: (of: PreviewQuery, signal: AbortSignal) => AsyncIterable<Deployment>;
  /** `gone`: it was already deleted, superseded or never there: a success for a teardown. */
  readonly remove: (id: string, signal: AbortSignal) => Promise<'removed' | 'gone'>;
  /** One shell command with which a person removes these, the key left to a variable; of ids that are safe in a shell. */
  readonly removalCommand: (ids: readonly string[]) => string;
  /** The time at the cloud, in milliseconds since the epoch: expiries are compared with it. */
  readonly now: () => number;
};

export type DeployProgress = {
  readonly notice: (message: string) => void;
  /** Something may not be as the author intended. */
  readonly warning?: (message: string) => void;
  readonly submitted: (deployment: Deployment) => void;
};
