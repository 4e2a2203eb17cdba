/** Which of the server versions on record is played (contracts/README.md, "Disagreements between sources"). */
export type PrimeOptions = {
  /**
   * `current`: a build makes a VM image and nothing else. `older`: it makes a container image, of which a VM image is made
   * on request; existing images cannot be changed.
   */
  readonly generation: 'current' | 'older';
  readonly keys: readonly string[];
  /** Teams that every key may act for. */
  readonly teams: readonly string[];
  /** Disagreement 17: with `artifacts`, flat with one error and image, or nothing but a status. */
  readonly records: 'grouped' | 'flat' | 'status-only';
  /** Names in the answer to initiate: `build_id` or `buildId`. */
  readonly answers: 'snake' | 'camel';
  /** Disagreement 19. */
  readonly initiateStatus: 200 | 201;
  /** What start answers: the build, `{}` or nothing. */
  readonly startAnswers: 'build' | 'object' | 'nothing';
  /** Disagreement 18. */
  readonly totals: 'total_count' | 'totalCount' | 'none';
  /** How an error is spelled in records. */
  readonly errors: 'errorMessage' | 'error_message';
  /** Whether references are told at all. */
  readonly imagePaths: 'told' | 'never';
  /** Servers that leave the zone out mean UTC. */
  readonly times: 'zoned' | 'zoneless';
  /** The order of lists is nowhere documented. */
  readonly order: 'newest' | 'oldest' | 'mixed';
  /** Records a page at the most, whatever is asked for. */
  readonly maxPage: number;
  /** How long an upload URL lives, in seconds; `tellsExpiry` says whether the answer tells it. */
  readonly uploadSeconds: number;
  readonly tellsExpiry: boolean;
  /** The image quota of one owner. */
  readonly maxImages: number;
  readonly maxImageBytes: number;
  readonly maxArchiveBytes: number;
  /** Hosts whose public images may become the user's; `docker.io` for Docker Hub. */
  readonly sourceRegistries: readonly string[];
  /** Whether the key is a platform admin's, who owns the images without an owner. */
  readonly admin: boolean;
  /**
   * How long a VM image takes to be made of another image, in milliseconds, and (older generation) whether the account may
   * have one.
   */
  readonly vmImageMs: number;
  readonly vmImages: boolean;
};

/** The newest server, as strict as any on record. The key and team are no secrets: they open nothing. */
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

/** The words of the options that know no others. */
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
