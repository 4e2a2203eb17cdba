import { FAULTS, type FaultName } from './faults.ts';
import type { PhaseName } from './phases.ts';

/**
 * How a step ends after a fault.
 *
 * `goes on`: as without the fault; nothing is lost, repeated or done twice. `without the log`: the same, but log
 * lines are missing, and a message says so. `kept`: success; the older preview stays, with a warning. `summary only`:
 * success; only the job summary shows it, not the comment, with one warning. `stops`: failure, exit code 1, one
 * error.
 */
export type Ending = 'goes on' | 'without the log' | 'kept' | 'summary only' | 'stops';

export type Cell = {
  readonly fault: FaultName;
  readonly phase: PhaseName;
  /** How many requests in a row it affects. */
  readonly times: 'once' | 'five times' | 'for ever';
  readonly ending: Ending;
  /** What the error, the warning or the log says. */
  readonly says?: string;
};

/** Faults that no retry can fix. */
export const FINAL: ReadonlySet<FaultName> = new Set([
  '401',
  'a redirect to another host',
  '429, Retry-After of an hour',
]);

/** A new presigned address is requested; for other requests this is a refusal like any other. */
export const EXPIRED = '403, as for an address that has expired';

/** Faults that affect one request only. */
export const PASSING = (Object.keys(FAULTS) as readonly FaultName[]).filter(
  (fault) => !FINAL.has(fault) && fault !== EXPIRED,
);

/** One of each kind: others differ only for the client, which all stories share. */
export const OF_EACH_KIND: ReadonlySet<FaultName> = new Set([
  'reset after the body',
  'done, but the reply is lost',
  'no reply at all',
  '429, Retry-After in seconds',
  '500',
  '503',
  '200 with an HTML page',
  'done, but the JSON is cut off',
  'done, but a field is missing',
  'a reply of more than 10 MB',
]);

/** In a short story one run gets both faults, the second after the first. */
export const PAIRS: readonly (readonly [FaultName, FaultName])[] = [
  ['reset after the body', '200 with an HTML page'],
  ['429, Retry-After in seconds', 'done, but a field is missing'],
  ['500', 'done, but the JSON is cut off'],
  ['503', 'a reply of more than 10 MB'],
];

/** Faults that may never end. */
export const OUTAGES = ['503', 'no reply at all', '200 with an HTML page'] as const;
