/** A log that arrives as Server-Sent Events. */
export type StreamedLog = {
  readonly kind: 'stream';
  /** Opens the stream from the start; the caller resumes by skipping what it already has. */
  readonly open: (buildId: string, signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  /** The log lines of one event's data; markers such as `[DONE]` have none. */
  readonly linesOf: (data: string) => readonly string[];
};

/** A log that is polled; a page holds the newest lines. */
export type PolledLog = {
  readonly kind: 'polled';
  readonly read: (buildId: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** How many lines one answer holds at the most. */
  readonly pageSize: number;
  /** Whether a log with these last lines is complete. Absent if the cloud has no such lines. */
  readonly isWhole?: (lines: readonly string[]) => boolean;
};
