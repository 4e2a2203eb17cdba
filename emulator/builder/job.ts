import type { BuildLog } from './log.ts';

/** A build request, the same for every cloud. */
export type BuildJob = {
  /** The gzip tar on disk. */
  readonly archive: string;
  /** Path inside the archive. */
  readonly dockerfile: string;
  /** The full reference of the new image. */
  readonly image: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform?: string;
  readonly log: BuildLog;
  /** Fires to stop the build. */
  readonly signal: AbortSignal;
  /** Called when a worker starts the build. */
  readonly started: () => void;
};

export type BuildEnd = 'success' | 'failed' | 'cancelled';

/** A build with a given log and end, for tests and benchmarks. Times in milliseconds. */
export type Script = {
  /** Only for a build of this image; by default the next build of any image. */
  readonly for?: { readonly imageName?: string; readonly imageTag?: string };
  /** May be a generator that makes the lines one by one. */
  readonly lines?: Iterable<string> | AsyncIterable<string>;
  /**
   * The pause before each line; the last value of an array is used for all further lines. 0: as fast as the reader
   * reads.
   */
  readonly delays?: number | readonly number[];
  /** How long the build stays queued; default 0. */
  readonly queuedMs?: number;
  /** Between the end of the log and the end of the build; default 0. */
  readonly statusLagMs?: number;
  /** How long the log continues after the end of the build; default 0. */
  readonly logLagMs?: number;
  /**
   * The cloud's own status at the end; by default its status for success. `never`: the build runs until it is
   * cancelled.
   */
  readonly end?: string;
};

/** Where and how images are built. */
export type Builder = {
  /** Resolves when the build has ended. Never throws: a failure is in the log and the result. */
  readonly build: (job: BuildJob) => Promise<BuildEnd>;
  /** Stops what is running and removes the storage. */
  readonly close: () => Promise<void>;
};
