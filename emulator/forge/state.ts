import type {
  Behaviour,
  Flavour,
  ForgeOptions,
  StoredComment,
  StoredDeployment,
  StoredPull,
  StoredRun,
  User,
} from './options.ts';

/** Tokens for this forge only; obviously not secrets. */
export const TOKENS = { workflow: 'not-a-secret-workflow-token', person: 'not-a-secret-personal-token' };

export type ForgeState = {
  readonly flavour: Flavour;
  readonly repository: string;
  readonly repositoryId: number;
  readonly formerNames: readonly string[];
  readonly behaviour: Behaviour;
  readonly comments: Map<number, StoredComment>;
  readonly pulls: Map<number, StoredPull>;
  readonly deployments: Map<number, StoredDeployment>;
  readonly runs: Map<number, StoredRun>;
  /** By token. */
  readonly users: Map<string, User & { readonly app: boolean }>;
  readonly onComment: (comment: StoredComment) => void;
  /** The next free id, for records of any kind. */
  readonly nextId: () => number;
};

const WORKFLOW_USER: Readonly<Record<Flavour, User & { readonly app: boolean }>> = {
  github: { login: 'github-actions[bot]', id: 41898282, type: 'Bot', app: true },
  gitea: { login: 'gitea-actions', id: -2, type: 'Bot', app: false },
};

export function createState(options: ForgeOptions): ForgeState {
  const { flavour = 'github', repository = 'octo/agents', onComment = () => {} } = options;
  let id = 1000;
  return {
    flavour,
    repository,
    repositoryId: options.repositoryId ?? 4711,
    formerNames: options.formerNames ?? [],
    behaviour: {
      latencyMs: options.latencyMs ?? 0,
      permissions: options.permissions ?? { 'pull-requests': 'write', deployments: 'write' },
      conversation: options.conversation ?? 'open',
      token: options.token ?? 'alive',
      remaining: options.remaining,
      limit: options.limit ?? { kind: 'primary' },
    },
    comments: new Map(),
    pulls: new Map(),
    deployments: new Map(),
    runs: new Map(),
    users: new Map([
      [TOKENS.workflow, WORKFLOW_USER[flavour]],
      [TOKENS.person, { login: 'octocat', id: 583231, type: 'User', app: false }],
    ]),
    onComment,
    nextId: () => {
      id += 1;
      return id;
    },
  };
}
