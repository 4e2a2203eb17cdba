/** Which of the known server versions is emulated (contracts/README.md, "Disagreements between sources"). */
export type PrimeOptions = {
  /**
   * `current`: a build makes a VM image and nothing else. `older`: it makes a container image, of which a VM image is made
   * on request; existing images cannot be changed.
   */
  readonly generation: 'current' | 'older';
  readonly keys: readonly string[];
  /** Teams for which every key may act. */
  readonly teams: readonly string[];
  /** Disagreement 17: with `artifacts`, flat with one error and image, or only a status. */
  readonly records: 'grouped' | 'flat' | 'status-only';
  /** Names in the reply to initiate: `build_id` or `buildId`. */
  readonly answers: 'snake' | 'camel';
  /** Disagreement 19. */
  readonly initiateStatus: 200 | 201;
  /** The reply to start: the build, `{}` or nothing. */
  readonly startAnswers: 'build' | 'object' | 'nothing';
  /** Disagreement 18. */
  readonly totals: 'total_count' | 'totalCount' | 'none';
  /** The name of the error member in records. */
  readonly errors: 'errorMessage' | 'error_message';
  /** Whether records have references. */
  readonly imagePaths: 'told' | 'never';
  /** Servers that leave out the time zone mean UTC. */
  readonly times: 'zoned' | 'zoneless';
  /** The order of lists is not documented. */
  readonly order: 'newest' | 'oldest' | 'mixed';
  /** The maximum of records per page, whatever is requested. */
  readonly maxPage: number;
  /** How long an upload URL is valid, in seconds; `tellsExpiry`: whether the reply says so. */
  readonly uploadSeconds: number;
  readonly tellsExpiry: boolean;
  /** The image quota of one owner. */
  readonly maxImages: number;
  readonly maxImageBytes: number;
  readonly maxArchiveBytes: number;
  /** Registries from which public images can be imported; `docker.io` for Docker Hub. */
  readonly sourceRegistries: readonly string[];
  /** Whether the key belongs to a platform admin, who owns the images without an owner. */
  readonly admin: boolean;
  /**
   * How long a VM image takes to be made of another image, in milliseconds, and (older generation) whether the account may
   * have one.
   */
  readonly vmImageMs: number;
  readonly vmImages: boolean;
};

/** The newest server, as strict as the strictest known one. Key and team are not secrets: they give access to nothing. */
export const PRIME_DEFAULTS: PrimeOptions = {
  generation: 'current',
  keys: ['emulator-key-not-a-secret'],
  teams: ['emulator-team', 'emulator-account'],
  records: 'grouped',
  answers: 'snake',
  initiateStatus: 201,
  startAnswers: 'build',
  totals: 'total_count',
  errors: 'errorMessage',
  imagePaths: 'told',
  times: 'zoned',
  order: 'newest',
  maxPage: 250,
  uploadSeconds: 3600,
  tellsExpiry: true,
  maxImages: 100,
  maxImageBytes: 100 * 1024 ** 3,
  maxArchiveBytes: 500 * 1024 * 1024,
  sourceRegistries: [
    'docker.io',
    'ghcr.io',
    'quay.io',
    'public.ecr.aws',
    'registry.k8s.io',
    'mcr.microsoft.com',
  ],
  admin: false,
  vmImageMs: 1500,
  vmImages: true,
};

/** The accepted values of options that have a closed list. */
export const PRIME_CHOICES = {
  generation: ['current', 'older'],
  records: ['grouped', 'flat', 'status-only'],
  answers: ['snake', 'camel'],
  initiateStatus: [200, 201],
  startAnswers: ['build', 'object', 'nothing'],
  totals: ['total_count', 'totalCount', 'none'],
  errors: ['errorMessage', 'error_message'],
  imagePaths: ['told', 'never'],
  times: ['zoned', 'zoneless'],
  order: ['newest', 'oldest', 'mixed'],
} as const satisfies { readonly [Name in keyof PrimeOptions]?: readonly PrimeOptions[Name][] };
