import { type CloudName, isPipecatAgent, type Platform } from './names.ts';

/** What is known of a cloud before any request: plain data, so that inputs are checked without loading a client. */
export type CloudTraits = {
  readonly name: CloudName;
  readonly title: string;
  readonly baseUrl: string;
  /** A path that users append to the base URL and that we strip. */
  readonly baseUrlSuffix?: string;
  readonly variables: {
    readonly key: readonly string[];
    readonly account: readonly string[];
    readonly baseUrl: readonly string[];
    /** Lines of `Name: value` that are sent with every request to the API. */
    readonly headers?: string;
  };
  readonly account: 'required' | 'optional' | 'refused';
  /** What is wrong with such a key, without quoting it. */
  readonly keyFault?: (key: string) => string | undefined;
  /** Of the inputs that only some clouds know: those that this one knows. */
  readonly inputs: ReadonlySet<CloudInput>;
  readonly platforms: readonly Platform[];
  /** The names that an agent can have; where a preview is an agent of its own, its name may begin with a longer one. */
  readonly agentNames?: {
    readonly accepted: string;
    readonly fits: (name: string, target: 'none' | 'preview' | 'production') => boolean;
  };
  /** An image's name has no path there: no owner and no registry. */
  readonly plainImageNames?: true;
  /** The registries whose public images can become the account's own (`source-image`), by host; Docker Hub is `docker.io`. */
  readonly sourceRegistries?: readonly string[];
  /** An image that was built elsewhere must have a tag; a digest alone is not enough. */
  readonly imagesNeedTag?: true;
  /** A build is recorded first and started by its id: nothing runs before main knows the id. */
  readonly startsBuildsById?: true;
  readonly deploys: boolean;
  /** A preview is an agent of its own, known by its name alone: `<agent>-<label>-<mark>`. */
  readonly previewsAreAgents?: true;
  readonly projectFile?: 'manifest.yaml' | 'pcc-deploy.toml';
  /** Where the Dockerfile must be found in the archive; `in-place` keeps its path in the context. */
  readonly dockerfileEntry: 'in-place' | { readonly name: string; readonly keepsOriginal: boolean };
  /**
   * Files that look like credentials are not sent, unless the ignore file includes them again (contracts/README.md,
   * disagreement 28).
   */
  readonly leavesOutCredentials: boolean;
  /** The project file in use is never sent: it describes the deployment, not the image. */
  readonly leavesOutProjectFile?: true;
  /** `./` for clouds whose own packer writes it. */
  readonly entryPrefix: '' | './';
  readonly contextHash: 'working-tree' | 'archive-md5';
  /** What the cloud's list of builds can be asked by, to find a build of the same context. */
  readonly findsBuildsBy: 'tree-hash' | 'archive-hash' | 'nothing';
  /** Whether the record of a build names its agent. */
  readonly buildsNameAgents: boolean;
  /** Bytes of all files before compression; more is refused before anything is sent. */
  readonly contentLimit: number;
  /** Bytes of the gzip archive. */
  readonly archiveLimit: { readonly refuseAbove: number; readonly warnAbove: number };
};

export type CloudInput =
  | 'agent-name'
  | 'agent-id'
  | 'build-args'
  | 'region'
  | 'visibility'
  | 'vm-image'
  | 'image'
  | 'source-image'
  | (typeof AGENT_INPUTS)[number]
  | 'environment-config'
  | 'manifest';

/** Settings of an agent that are sent one by one, and how its deployment is followed. */
const AGENT_INPUTS = [
  'deploy-wait',
  'secret-set',
  'image-credentials',
  'agent-profile',
  'min-agents',
  'max-agents',
  'max-session-duration',
  'krisp-viva',
  'managed-keys',
] as const;

const MIB = 1024 * 1024;
/** contracts/README.md, Limits: refuse above 500 MiB, warn above 500 MB; the unit is open. */
const ARCHIVE_LIMIT = { refuseAbove: 500 * MIB, warnAbove: 500_000_000 };

/**
 * Our own limit; the contract limits only the archive. Ten times that: real sources do not compress better, only
 * sparse files do.
 */
const CONTENT_LIMIT = 5000 * MIB;

/** contracts/README.md, "Hosts, auth, environment". */
export const CLOUD_TRAITS: Readonly<Record<CloudName, CloudTraits>> = {
  sgp: {
    name: 'sgp',
    title: 'Scale GenAI Platform',
    baseUrl: 'https://api.egp.scale.com',
    variables: {
      key: ['SGP_API_KEY'],
      account: ['SGP_ACCOUNT_ID'],
      baseUrl: ['SGP_CLIENT_BASE_URL'],
      headers: 'SGP_CLIENT_CUSTOM_HEADERS',
    },
    account: 'required',
    inputs: new Set(['agent-name', 'agent-id', 'image', 'build-args', 'environment-config', 'manifest']),
    platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
    agentNames: {
      accepted: 'lower-case letters, digits and hyphens',
      fits: (name) => /^[a-z0-9-]+$/.test(name),
    },
    imagesNeedTag: true,
    deploys: true,
    projectFile: 'manifest.yaml',
    dockerfileEntry: { name: 'Dockerfile', keepsOriginal: true },
    leavesOutCredentials: false,
    entryPrefix: '',
    contextHash: 'working-tree',
    findsBuildsBy: 'tree-hash',
    buildsNameAgents: true,
    contentLimit: CONTENT_LIMIT,
    archiveLimit: ARCHIVE_LIMIT,
  },
  prime: {
    name: 'prime',
    title: 'Prime Intellect',
    baseUrl: 'https://api.primeintellect.ai',
    baseUrlSuffix: '/api/v1',
    variables: {
      key: ['PRIME_API_KEY'],
      account: ['PRIME_TEAM_ID'],
      baseUrl: ['PRIME_API_BASE_URL', 'PRIME_BASE_URL'],
    },
    account: 'optional',
    inputs: new Set(['source-image', 'visibility', 'vm-image']),
    platforms: ['linux/amd64', 'linux/arm64'],
    // contracts/prime.openapi.yaml, initiateBuild: public images of these; registries of Google are refused.
    sourceRegistries: [
      'docker.io',
      'ghcr.io',
      'quay.io',
      'public.ecr.aws',
      'registry.k8s.io',
      'mcr.microsoft.com',
    ],
    plainImageNames: true,
    startsBuildsById: true,
    deploys: false,
    dockerfileEntry: { name: '.__prime_dockerfile__', keepsOriginal: true },
    leavesOutCredentials: false,
    entryPrefix: './',
    contextHash: 'working-tree',
    findsBuildsBy: 'nothing',
    buildsNameAgents: false,
    contentLimit: CONTENT_LIMIT,
    archiveLimit: ARCHIVE_LIMIT,
  },
  pipecat: {
    name: 'pipecat',
    title: 'Pipecat Cloud',
    baseUrl: 'https://api.pipecat.daily.co',
    baseUrlSuffix: '/v1',
    variables: {
      key: ['PIPECAT_API_KEY', 'PCC_API_KEY', 'PIPECAT_CLOUD_API_KEY'],
      account: [],
      baseUrl: ['PIPECAT_API_HOST'],
    },
    account: 'refused',
    keyFault: (key) => {
      if (key.startsWith('pcc_pat_'))
        return 'it is a personal access token; Pipecat Cloud builds need a private API key';
      if (key.startsWith('pk_'))
        return 'it is a public API key, which only starts sessions; Pipecat Cloud builds need a private API key';
      return undefined;
    },
    inputs: new Set(['agent-name', 'image', 'region', 'manifest', ...AGENT_INPUTS]),
    platforms: ['linux/arm64'],
    agentNames: {
      accepted: '2 to 54 lower-case letters, digits and hyphens, neither end a hyphen',
      fits: (name, target) =>
        target === 'none' ||
        (target === 'preview' ? /^[a-z0-9][a-z0-9-]*$/.test(name) : isPipecatAgent(name)),
    },
    deploys: true,
    previewsAreAgents: true,
    projectFile: 'pcc-deploy.toml',
    dockerfileEntry: 'in-place',
    leavesOutCredentials: true,
    leavesOutProjectFile: true,
    entryPrefix: '',
    contextHash: 'archive-md5',
    findsBuildsBy: 'archive-hash',
    buildsNameAgents: false,
    // As the vendor's clients refuse it (contracts/README.md, Limits).
    contentLimit: 500 * MIB,
    archiveLimit: ARCHIVE_LIMIT,
  },
};
