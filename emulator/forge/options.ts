export type Flavour = 'github' | 'gitea';

export type Access = 'none' | 'read' | 'write';

/** How the forge behaves; all of it can be changed while it runs. */
export type Behaviour = {
  /** The maximum milliseconds of a request, chosen at random; half of it before the effect. */
  latencyMs: number;
  /** Of the workflow's token: what `permissions:` names. */
  permissions: { 'pull-requests': Access; deployments: Access };
  /** `locked`: the conversation is (GitHub: 403). `disabled`: the repository has no issues (410). */
  conversation: 'open' | 'locked' | 'disabled';
  /** `dead`: the workflow's token is refused, as Gitea before 1.26 does after a job was cancelled. */
  token: 'alive' | 'dead';
  /** How many requests are left; `undefined` for no limit. */
  remaining: number | undefined;
  /** How the forge reports a used-up limit. `retryAfter` is in seconds. */
  limit: { readonly kind: 'primary' | 'secondary'; readonly retryAfter?: number };
};

export type ForgeOptions = Partial<Behaviour> & {
  readonly flavour?: Flavour;
  /** `owner/name`; default `octo/agents`. */
  readonly repository?: string;
  /** The repository's number, as in payloads; default 4711. */
  readonly repositoryId?: number;
  /** Its earlier names; they redirect to it. */
  readonly formerNames?: readonly string[];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Called with every state of every comment. */
  readonly onComment?: (comment: StoredComment) => void;
};

export type User = { readonly login: string; readonly id: number; readonly type: 'User' | 'Bot' };

export type StoredComment = {
  readonly id: number;
  readonly issue: number;
  readonly user: User;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
};

export type StoredPull = {
  readonly number: number;
  state: 'open' | 'closed';
  head: { readonly sha: string; readonly ref: string; readonly repository: string };
  readonly base: string;
  /** Every commit of it, for `/commits/{sha}/pulls`. */
  readonly commits: readonly string[];
};

export type StoredRun = {
  readonly id: number;
  readonly attempt?: number;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: string;
};

export type StoredDeployment = {
  readonly id: number;
  readonly ref: string;
  readonly environment: string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly description: string;
  readonly payload: unknown;
  /** Oldest first. */
  readonly statuses: StoredStatus[];
};

export type StoredStatus = {
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
};
