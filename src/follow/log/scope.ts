import { HttpError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';

/** Receives a followed log. An error thrown here ends the following; errors of the log itself do not. */
export type LogSink = {
  /** New lines in order; a batch is never empty. No further one comes before the promise is fulfilled. */
  readonly onLines: (lines: readonly string[]) => void | Promise<void>;
  /** One sentence for the reader of the log. */
  readonly onNotice: (message: string) => void;
};

/** What a log follower needs to know of the build. */
export type LogScope = {
  readonly clock: Clock;
  /** Fires when the log is no longer needed. */
  readonly signal: AbortSignal;
  /** Fires when the build has ended: the rest of the log is read for a short time only. */
  readonly ended: AbortSignal;
  /** Requests the status at once; resolves to whether the build has ended. */
  readonly checkNow: () => Promise<boolean>;
  /** Milliseconds; the ceiling between two requests of a polled log. */
  readonly pollIntervalMs: number;
};

/** How a log was followed. */
export type LogFacts = {
  /** How many lines were delivered. */
  readonly delivered: number;
  /** The log was read to its end and nothing is known to be missing or doubled. */
  readonly complete: boolean;
  /** How often the log was resumed after a lost connection. */
  readonly resumed: number;
};

/**
 * Milliseconds for which a log is read after its build has ended: until it is silent for so long, and at most so
 * long (sgp.openapi.yaml, `streamBuildLogs`: some seconds). A log is often sent in batches of a second.
 */
export const GRACE_SILENT_MS = 2000;
export const GRACE_MAX_MS = 5000;

/** What a failed log request means. */
export type LogFault = 'absent' | 'broken' | 'refused';

/**
 * Sorts a failed log request: no log yet, worth another attempt, or an answer that will not change
 * (sgp.openapi.yaml, `streamBuildLogs`; contracts/README.md, common status mapping).
 */
export function logFaultOf(error: unknown): LogFault {
  if (!(error instanceof HttpError)) return 'broken';
  if (error.status === 404 || error.status === 409 || error.status === 425) return 'absent';
  if (error.status === 408 || error.status === 429) return 'broken';
  return error.status >= 400 && error.status < 500 ? 'refused' : 'broken';
}
