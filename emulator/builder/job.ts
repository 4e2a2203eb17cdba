import type { BuildLog } from './log.ts';

/** What is to be built, whichever cloud asks. */
export type BuildJob = {
  /** The gzip tar on disk. */
  readonly archive: string;
  /** Path inside the archive. */
  readonly dockerfile: string;
  /** The full reference the image gets. */
  readonly image: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform?: string;
  readonly log: BuildLog;
  /** Fires when the build is to stop. */
  readonly signal: AbortSignal;
  /** Called when a worker is free and the work begins. */
  readonly started: () => void;
};

export type BuildEnd = 'success' | 'failed' | 'cancelled';

/** A build whose log and end are given, for tests and benchmarks. Times in milliseconds. */
export type Script = {
  /** Only for a build of this image; default the next build, whichever it is. */
  readonly for?: { readonly imageName?: string; readonly imageTag?: string };
  /** May be a generator that makes lines as it goes. */
  readonly lines?: Iterable<string> | AsyncIterable<string>;
  /** Before each line; with an array the last value goes on. 0 sends as fast as it is read. */
  readonly delays?: number | readonly number[];
  /** How long it stays queued; default 0. */
  readonly queuedMs?: number;
  /** Between the end of the log and the end of the build; default 0. */
  readonly statusLagMs?: number;
  /** How long the log goes on after the build has ended; default 0. */
  readonly logLagMs?: number;
  /** The cloud's own word for how it ends; default its word for success. `never`: it runs until cancelled. */
  readonly end?: string;
};

/** Where and how images are built. */
export type Builder = {
  /** Resolves when the build has ended; a failure is in the log and the result, never thrown. */
  readonly build: (job: BuildJob) => Promise<BuildEnd>;
  /** Stops what is running and removes the storage. */
  readonly close: () => Promise<void>;
};
