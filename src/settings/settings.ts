import type { CloudName, Platform } from '../clouds/cloud.ts';

/** The settings of a step: checked, complete, readonly. Durations in milliseconds. */
export type Settings = {
  readonly mode: Mode;
  readonly cloud: CloudName;
  /** Absent where no request will be made: a dry run, `plan`, or an event without secrets. */
  readonly connection?: Connection;
  readonly region?: string;
  readonly context: ContextSettings;
  readonly project?: ProjectFile;
  /** From the input or the project file. */
  readonly agent?: { readonly by: 'agent-id' | 'agent-name'; readonly value: string };
  /** The project file that would name the agent and cannot be read, as given; only beside faults. */
  readonly unreadProject?: string;
  readonly image: {
    readonly name?: string;
    readonly tag?: string;
    /** `build: never`: the full reference of an image that was built elsewhere. */
    readonly reference?: string;
  };
  /** Prime: an image of another registry that becomes the account's own; then nothing is packed. */
  readonly sourceImage?: SourceImage;
  /** Pipecat: the agent's settings from inputs and project file, by the API's names; never a default. */
  readonly agentSettings?: AgentSettings;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  readonly visibility?: 'private' | 'public';
  readonly vmImage: boolean;
  readonly build: 'auto' | 'always' | 'never';
  readonly buildId?: string;
  readonly reuseWithinMs: number;
  readonly deploy: 'none' | 'preview' | 'production' | 'auto';
  readonly preview: {
    readonly label?: string;
    readonly ttlMs: number;
    readonly keep: number;
    /** A checked template with names in braces (settings/deploy/preview-url.ts). */
    readonly url?: string;
    /** A checked path or template, likewise. */
    readonly check?: string;
  };
  readonly pullRequest?: number;
  readonly comment: { readonly when: 'auto' | 'always' | 'never' | 'on-failure'; readonly key?: string };
  readonly githubToken?: string;
  readonly githubEnvironment?: string;
  readonly buildTimeoutMs: number;
  readonly deployTimeoutMs: number;
  /** Whether a deployment is followed to its end. */
  readonly deployWait: boolean;
  readonly pollIntervalMs: number;
  readonly cancelOnAbort: boolean;
  readonly history: number;
  readonly agents: readonly string[];
  /** `run` with `agents`: builds and rollouts followed at once. */
  readonly parallel: number;
  /** `run` with `agents`: the first failure cancels the rest. */
  readonly failFast: boolean;
  readonly base?: string;
  readonly dryRun: boolean;
};

/** What settings need to know of the event; a `Trigger` fits. */
export type EventFacts = {
  readonly event: string;
  readonly pullRequest?: { readonly number: number };
  readonly closed: boolean;
  readonly pushToDefaultBranch: boolean;
  readonly refDeleted?: true;
  readonly secretsWithheld: boolean;
  readonly repository?: { readonly name: string };
};

type Mode = 'run' | 'plan' | 'cleanup' | 'report';

/** Address and credentials for requests. `baseUrl` has no trailing slash; it may have a path prefix. */
export type Connection = {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** SGP: account id. Prime: team id. */
  readonly account?: string;
  /** Additional headers for a gateway, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Absolute paths inside the workspace; links are resolved in `workspace` and `root`, but not yet in the files. */
export type ContextSettings = {
  readonly workspace: string;
  readonly root: string;
  /** Where the Dockerfile is searched; whether it exists is checked when the context is listed. */
  readonly dockerfile: string;
  /** Given by the project file; otherwise Docker's own look-up decides. */
  readonly ignoreFile?: string;
  /** Given by the project file: only these folders, relative to `root`, are sent. */
  readonly includePaths?: readonly string[];
  /** Given by the project file: applies where there is no ignore file. */
  readonly exclude?: ExcludePatterns;
};

/** Patterns of a project file, each with its line from 1; `file` is its name for messages. */
export type ExcludePatterns = {
  readonly file: string;
  readonly patterns: readonly { readonly text: string; readonly line: number }[];
};

/** An image of another registry, as given, and the name of its copy. */
export type SourceImage = {
  /** As given. */
  readonly reference: string;
  /** From Docker Hub: its copy is a public image of the platform, with the same name. */
  readonly isShared: boolean;
  /** The name of the copy: as given, else the last part of the path; and its tag. */
  readonly name: string;
  readonly tag: string;
  /** The author chose the name or the tag. If not, the cloud derives both. */
  readonly isNamed: boolean;
};

/** Members of the API's AgentSettings (contracts/pipecat.openapi.yaml). */
export type AgentSettings = Readonly<Record<string, unknown>>;

/** manifest.yaml or pcc-deploy.toml, as read. The texts are sent to the cloud unchanged. */
export type ProjectFile = {
  readonly path: string;
  readonly text: string;
  readonly agentName?: string;
  readonly environmentConfig?: { readonly path: string; readonly text: string };
  /** Pipecat: what the file declares, for an agent's create or update; never a default. */
  readonly agentSettings?: AgentSettings;
  /** SGP: the secrets that the agent's credentials are taken from, each with its line from 1. */
  readonly secrets?: readonly { readonly name: string; readonly line?: number }[];
  /** Things the author should know that do not stop the step. */
  readonly warnings: readonly string[];
  /** Information for the log. */
  readonly notes?: readonly string[];
};
