import { Faults, type Misbehaviour, type Rule } from '../faults/fault.ts';
import type {
  Behaviour,
  ForgeOptions,
  StoredComment,
  StoredDeployment,
  StoredPull,
  StoredRun,
  User,
} from './options.ts';
import { type ForgeRequest, serveForge } from './server.ts';
import { createState, TOKENS } from './state.ts';

export type {
  Behaviour,
  Flavour,
  ForgeOptions,
  StoredComment,
  StoredDeployment,
  StoredPull,
  StoredRun,
} from './options.ts';
export type { ForgeRequest } from './server.ts';

export type NewPull = {
  readonly number: number;
  readonly sha: string;
  readonly ref?: string;
  /** `owner/name` of the head; by default the repository itself. */
  readonly from?: string;
  readonly commits?: readonly string[];
};

export type Forge = {
  /** The forge itself, as GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly repository: string;
  readonly tokens: typeof TOKENS;
  readonly behaviour: Behaviour;
  /** In the order in which they took effect. */
  readonly requests: readonly ForgeRequest[];
  /** `operation` as `operations.ts` names them. */
  readonly misbehave: (rule: Rule) => Misbehaviour;
  /** Opens a pull request, or moves its head. */
  readonly pull: (pull: NewPull) => StoredPull;
  readonly closePull: (number: number) => void;
  /** A run of a workflow, as `/actions/runs/{id}` returns it. */
  readonly workflowRun: (run: StoredRun) => void;
  /** A comment of another author. */
  readonly comment: (issue: number, login: string, body: string, type?: User['type']) => StoredComment;
  /** A token of an app. Its user is a bot, and the forge refuses `GET /user` to it. */
  readonly addApp: (token: string, login: string) => void;
  readonly comments: (issue: number) => readonly StoredComment[];
  readonly deployments: () => readonly StoredDeployment[];
  readonly close: () => Promise<void>;
};

/** A forge on loopback with one repository: what docs/platform.md says of comments, pull requests and deployments. */
export async function startForge(options: ForgeOptions = {}): Promise<Forge> {
  const state = createState(options);
  const requests: ForgeRequest[] = [];
  const prefix = state.flavour === 'github' ? '' : '/api/v1';
  const faults = new Faults();
  const { webUrl, close } = await serveForge(state, { prefix, port: options.port ?? 0, requests, faults });
  return {
    serverUrl: webUrl,
    apiUrl: `${webUrl}${prefix}`,
    repository: state.repository,
    tokens: TOKENS,
    behaviour: state.behaviour,
    requests,
    misbehave: (rule) => faults.add(rule),
    pull: ({ number, sha, ref = `topic-${number}`, from = state.repository, commits = [] }) => {
      const earlier = state.pulls.get(number)?.commits ?? [];
      const head = { sha, ref, repository: from };
      const all = [...earlier, ...commits, sha];
      const pull: StoredPull = { number, state: 'open', head, base: 'main', commits: all };
      state.pulls.set(number, pull);
      return pull;
    },
    closePull: (number) => {
      const pull = state.pulls.get(number);
      if (pull) pull.state = 'closed';
    },
    workflowRun: (run) => void state.runs.set(run.id, run),
    comment: (issue, login, body, type = 'User') => {
      const id = state.nextId();
      const now = Date.now();
      const comment = { id, issue, user: { login, id, type }, body, createdAt: now, updatedAt: now };
      state.comments.set(id, comment);
      return comment;
    },
    addApp: (token, login) => {
      state.users.set(token, { login, id: state.nextId(), type: 'Bot', app: true });
    },
    comments: (issue) => [...state.comments.values()].filter((comment) => comment.issue === issue),
    deployments: () => [...state.deployments.values()],
    close,
  };
}
