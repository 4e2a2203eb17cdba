import { HttpError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';

/** Where a followed log goes. What these throw ends the following; nothing else about a log does. */
export type LogSink = {
  /** New lines in order; a batch is never empty. No further one comes before the promise is fulfilled. */
  readonly onLines: (lines: readonly string[]) => void | Promise<void>;
  /** One sentence for the reader of the log. */
  readonly onNotice: (message: string) => void;
};

/** What a log follower knows of the build beside it. */
export type LogScope = {
  readonly clock: Clock;
  /** Fires when the log is wanted no longer. */
  readonly signal: AbortSignal;
  /** Fires when the build has ended: what the log still has to say must come soon. */
  readonly ended: AbortSignal;
  /** Has the status asked at once; resolves to whether the build had ended by then. */
  readonly hurry: () => Promise<boolean>;
  /** Milliseconds; the ceiling between two requests of a polled log. */
  readonly pollIntervalMs: number;
};

/** How a log was followed. */
export type LogFacts = {
  /** How many lines were delivered. */
  readonly delivered: number;
  /** The log was read to its end and nothing is known to be missing or doubled. */
  readonly complete: boolean;
  /** How often a lost log was taken up again. */
  readonly resumed: number;
};

/** How long, in milliseconds, a log may go on after its build has ended: till so long a silence, at the most so long. */
export const GRACE_SILENT_MS = 1000;
export const GRACE_MAX_MS = 5000;

/** What a failed log request means for the following of it. */
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
