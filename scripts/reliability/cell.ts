import { FAULTS, type FaultName } from './faults.ts';
import type { PhaseName } from './phases.ts';

/**
 * How a step ends although something goes wrong.
 *
 * `goes on`: as it would have without; nothing lost, nothing doubled, nothing done twice.
 * `without the log`: the same, but log lines are missing and that is said.
 * `kept`: success; the older preview stays, with a warning.
 * `untold`: success; the comment does not tell it, with one warning, and the job summary does.
 * `stops`: failure, exit code 1, one error.
 */
export type Ending = 'goes on' | 'without the log' | 'kept' | 'untold' | 'stops';

export type Cell = {
  readonly fault: FaultName;
  readonly phase: PhaseName;
  /** How many requests in a row it strikes. */
  readonly times: 'once' | 'five times' | 'for ever';
  readonly ending: Ending;
  /** What the error, the warning or the log says. */
  readonly says?: string;
};

/** Faults that no further attempt can mend. */
export const FINAL: ReadonlySet<FaultName> = new Set([
  '401',
  'a redirect to another host',
  '429, Retry-After of an hour',
]);

/** A presigned address is asked for anew; anywhere else this is a refusal like any other. */
export const EXPIRED = '403, as for an address that has expired';

/** Faults that are over when they have struck. */
export const PASSING = (Object.keys(FAULTS) as readonly FaultName[]).filter(
  (fault) => !FINAL.has(fault) && fault !== EXPIRED,
);

/** One of each kind: what differs from these differs in the client alone, which every story shares. */
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

/** Where a story is short, one run bears both, the second where the first has passed. */
export const PAIRS: readonly (readonly [FaultName, FaultName])[] = [
  ['reset after the body', '200 with an HTML page'],
  ['429, Retry-After in seconds', 'done, but a field is missing'],
  ['500', 'done, but the JSON is cut off'],
  ['503', 'a reply of more than 10 MB'],
];

/** What may go on for ever. */
export const OUTAGES = ['503', 'no reply at all', '200 with an HTML page'] as const;
