/** Which of the known server versions is emulated (contracts/README.md, "Disagreements between sources"). */
export type PipecatOptions = {
  /** Private API keys. */
  readonly keys: readonly string[];
  readonly organization: string;
  readonly regions: readonly string[];
  readonly defaultRegion: string;
  /** Regions without cloud builds. */
  readonly regionsWithoutBuilds: readonly string[];
  /** Disagreement 22: whether a build needs a region, or the server uses its default. */
  readonly regionRequired: boolean;
  /** `{properties: {…}}`, the bare map, or an answer without the default. */
  readonly properties: 'wrapped' | 'bare' | 'without-region';
  /** Disagreement 23: whether `dockerfilePath` filters. */
  readonly filtersByDockerfile: boolean;
  /** `{build: {…}}`, or the bare build. */
  readonly buildAnswers: 'wrapped' | 'bare';
  /** Whether sizes and durations are numbers or strings. */
  readonly numbers: 'integers' | 'texts';
  /** The order of a list is not documented. */
  readonly order: 'newest' | 'oldest' | 'mixed';
  /** Whether an equal successful build is returned instead of a new one. */
  readonly reuses: boolean;
  /** Disagreement 26. */
  readonly logLines: 'texts' | 'objects';
  /** Disagreement 27 and the guides: which lines a full reply contains. */
  readonly logKeeps: 'last' | 'first';
  /** The maximum of lines in a reply. */
  readonly maxLogLines: number;
  /** How late the log is, in milliseconds. */
  readonly logLagMs: number;
  /** Whether the upload's fields include a `Content-Type`. */
  readonly uploadFields: 'typed' | 'untyped';
  readonly uploadLifeMs: number;
  readonly maxContextBytes: number;
  /** Disagreement 25: the bare agent, or one in `body`. */
  readonly agentAnswers: 'bare' | 'body';
  /** Disagreement 24: whether a record has the reconciled deployment, or only the deprecated members. */
  readonly readiness: 'reconciled' | 'older';
  /** Whether the reply to a create or update has the id of the new deployment. */
  readonly tellsDeployment: boolean;
  /** The reply to a create with a name that is taken. */
  readonly taken: 400 | 409;
  /** Secret sets that agents may name; absent: all exist except those called `missing-…`. */
  readonly secretSets?: readonly string[];
  /** Sets of registry credentials in the list of secret sets, in addition to `secretSets`. */
  readonly pullSecretSets: readonly string[];
  /** Whether agents have an `architecture`; `unknown`: a request that has the member is refused. */
  readonly architecture: 'known' | 'unknown';
  /** The architectures that every region supports and lists; absent: it supports both and lists none. */
  readonly architectures?: readonly string[];
  /** The organization's limit for `maxAgents`. */
  readonly maxAgents: number;
  /** Whether a build has already ended when the create is answered, with `cached: false` nevertheless. */
  readonly answersAfterBuild: boolean;
  /** Between two steps of a rollout, in milliseconds. */
  readonly rolloutStepMs: number;
};

/** The newest server, as its vendor's clients expect it. The key is not a secret: it gives access to nothing. */
export const PIPECAT_DEFAULTS: PipecatOptions = {
  keys: ['emulator-key-not-a-secret'],
  organization: 'org_emulator',
  regions: ['us-west', 'us-east', 'eu-central', 'ap-south'],
  defaultRegion: 'us-west',
  regionsWithoutBuilds: [],
  regionRequired: false,
  properties: 'wrapped',
  filtersByDockerfile: true,
  buildAnswers: 'wrapped',
  numbers: 'integers',
  order: 'newest',
  reuses: true,
  logLines: 'texts',
  logKeeps: 'last',
  maxLogLines: 10_000,
  logLagMs: 0,
  uploadFields: 'typed',
  uploadLifeMs: 15 * 60 * 1000,
  maxContextBytes: 500 * 1024 * 1024,
  agentAnswers: 'bare',
  readiness: 'reconciled',
  tellsDeployment: true,
  taken: 400,
  // The last three by the names of the vendor's guides, since users paste lines from there.
  pullSecretSets: ['registry-credentials', 'dockerhub-credentials', 'dockerhub-access', 'my-registry-secret'],
  architecture: 'known',
  maxAgents: 50,
  answersAfterBuild: false,
  rolloutStepMs: 400,
};

/** The accepted values of options that have a closed list. */
export const PIPECAT_CHOICES = {
  properties: ['wrapped', 'bare', 'without-region'],
  buildAnswers: ['wrapped', 'bare'],
  numbers: ['integers', 'texts'],
  order: ['newest', 'oldest', 'mixed'],
  logLines: ['texts', 'objects'],
  logKeeps: ['last', 'first'],
  uploadFields: ['typed', 'untyped'],
  agentAnswers: ['bare', 'body'],
  readiness: ['reconciled', 'older'],
  taken: [400, 409],
  architecture: ['known', 'unknown'],
} as const satisfies { readonly [Name in keyof PipecatOptions]?: readonly PipecatOptions[Name][] };
