/** Which of the known server versions is emulated (contracts/README.md, "Disagreements between sources"). */
export type SgpOptions = {
  readonly keys: readonly string[];
  readonly accounts: readonly string[];
  /** Disagreements 1 and 2: `id` and `build_status`, the oldest `build_id` and `status`, or the first with a `status`. */
  readonly records: 'current' | 'legacy' | 'both';
  /** Disagreement 3: a name must be new and an id must exist; anything; or only names are accepted. */
  readonly agentTargets: 'exact' | 'any' | 'name-only';
  /** Disagreement 13: an object with `items`, or a bare array. */
  readonly lists: 'page' | 'array';
  /** Disagreement 14: whether `source_commit`, `working_tree_hash` and `preview_label` filter. */
  readonly filters: 'all' | 'old';
  /** Disagreement 7: in_progress and healthy, or running and COMPLETED. */
  readonly deployWords: 'guide' | 'sdk';
  /** Disagreement 8. */
  readonly deployLogLines: 'objects' | 'strings';
  /** Where `image_url` appears, or never. */
  readonly imageUrls: 'when-done' | 'never';
  /** Disagreement 12: nested project files, or the guide's flat samples as well. */
  readonly projectFiles: 'nested' | 'any';
  /** Secrets that manifests may name; absent: all exist except those called `missing-…`, and they cannot be listed. */
  readonly secrets?: readonly string[];
  /**
   * Disagreement 33: `/v5/credentials` and the older `/v5/sgp/secrets`, only the older one, or a key that may list
   * neither.
   */
  readonly secretLists: 'both' | 'older' | 'forbidden';
  readonly maxArchiveBytes: number;
  /** The maximum lifetime of a preview, in milliseconds. */
  readonly maxPreviewMs: number;
  /** Milliseconds between two events of a rollout. */
  readonly rolloutStepMs: number;
};

const DAY = 24 * 60 * 60 * 1000;

/**
 * The newest server, as strict as the strictest known one. Key and account are not secrets: they give access to
 * nothing.
 */
export const SGP_DEFAULTS: SgpOptions = {
  keys: ['emulator-key-not-a-secret'],
  accounts: ['emulator-account'],
  records: 'current',
  agentTargets: 'exact',
  lists: 'page',
  filters: 'all',
  deployWords: 'guide',
  deployLogLines: 'objects',
  imageUrls: 'when-done',
  projectFiles: 'nested',
  secretLists: 'both',
  maxArchiveBytes: 500 * 1024 * 1024,
  maxPreviewMs: 30 * DAY,
  rolloutStepMs: 400,
};

/** What a user may send and read in addition: what the guide prints and what the SDK expects. */
export const SGP_BY_HAND: Partial<SgpOptions> = {
  agentTargets: 'any',
  records: 'both',
  projectFiles: 'any',
};

/** The accepted values of options that have a closed list. */
export const SGP_CHOICES = {
  records: ['current', 'legacy', 'both'],
  agentTargets: ['exact', 'any', 'name-only'],
  lists: ['page', 'array'],
  filters: ['all', 'old'],
  deployWords: ['guide', 'sdk'],
  deployLogLines: ['objects', 'strings'],
  imageUrls: ['when-done', 'never'],
  projectFiles: ['nested', 'any'],
  secretLists: ['both', 'older', 'forbidden'],
} as const satisfies { readonly [Name in keyof SgpOptions]?: readonly SgpOptions[Name][] };
