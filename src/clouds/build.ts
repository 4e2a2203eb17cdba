/** `unknown` may occur at any time and is not an end (contracts/README.md, life cycles). */
export type BuildStatus =
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'timed-out'
  | 'errored'
  | 'unknown';

export function isBuildEnd(status: BuildStatus): boolean {
  return status !== 'queued' && status !== 'running' && status !== 'unknown';
}

/** A build as the cloud knows it. Times are ISO 8601 in UTC. What the cloud did not report is absent. */
export type Build = {
  readonly id: string;
  readonly status: BuildStatus;
  /** The cloud's own word, for the log and for values that we do not know. */
  readonly rawStatus: string;
  /** The id of the account that has it. */
  readonly account?: string;
  readonly agentId?: string;
  readonly agentName?: string;
  readonly imageName?: string;
  readonly imageTag?: string;
  /** The full reference, once the cloud knows it. */
  readonly image?: string;
  readonly createdAt?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly sourceCommit?: string;
  readonly sourceRef?: string;
  readonly sourceRepo?: string;
  readonly workingTreeHash?: string;
  /** The cloud's own hash of the archive it was sent. */
  readonly contextHash?: string;
  readonly region?: string;
  readonly dockerfile?: string;
  /** Of the finished image, where the cloud says. */
  readonly imageBytes?: number;
  /** Of the archive that it was made from, where the cloud reports it. */
  readonly contextBytes?: number;
  /** What the cloud itself calls the image where it shows it, if that is not `image`. */
  readonly displayRef?: string;
  /** The answer to a submit: an equal build that had succeeded before. Its times are not this run's. */
  readonly cached?: true;
  /** What the cloud says went wrong, as plain text from outside. */
  readonly error?: string;
  /** The cloud holds a record and waits for the archive: nothing runs yet, and nothing will by itself. */
  readonly unstarted?: true;
  /** The parts of a build that end on their own, where the cloud has such (Prime: container image, VM image). */
  readonly artifacts?: readonly Artifact[];
};

export type Artifact = {
  readonly id?: string;
  /** In words, e.g. `container image`. */
  readonly kind: string;
  readonly status: BuildStatus;
  readonly rawStatus: string;
  readonly image?: string;
  readonly error?: string;
};
