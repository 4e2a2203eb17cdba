import { type Cell, FINAL, OF_EACH_KIND, OUTAGES, PASSING } from './cell.ts';
import type { FaultName } from './faults.ts';
import { PHASE_NAMES, type PhaseName, phaseOf } from './phases.ts';

const HINTS: Partial<Record<FaultName, string>> = {
  '401': 'Check the input api-key',
  'a redirect to another host': 'credentials are never sent on',
  '429, Retry-After of an hour': 'asks to wait 3600 s',
};
/** Faults of requests with a body. */
const OF_BODIES: ReadonlySet<FaultName> = new Set(['reset within the body']);
const WITH_BODY: ReadonlySet<PhaseName> = new Set(['upload', 'deploy']);
/** Faults of JSON replies: a stream is not JSON, and the reply to a cancel or a teardown is not read. */
const OF_JSON: ReadonlySet<FaultName> = new Set([
  'done, but the JSON is cut off',
  'done, but a field is missing',
  'done, but a field is of another type',
  'done, but the reply is lost',
  'done, but the reply stops in the middle',
]);
const UNREAD: ReadonlySet<PhaseName> = new Set(['log', 'replacing', 'teardown', 'post: cancel']);
/** A teardown that was answered but not done cannot be distinguished from one that was done. */
const FALSE_SUCCESS: ReadonlySet<FaultName> = new Set(['200 with an empty body']);

function applies(fault: FaultName, phase: PhaseName): boolean {
  if (phaseOf({ phase }).story !== 'run' && !OF_EACH_KIND.has(fault)) return false;
  if (OF_BODIES.has(fault) && !WITH_BODY.has(phase)) return false;
  if (FALSE_SUCCESS.has(fault) && UNREAD.has(phase) && phase !== 'log') return false;
  // A lost reply to a POST is tested with JSON; a stream that is cut has a table of its own.
  return !(OF_JSON.has(fault) && phase === 'log');
}

/** A single fault is survived in every phase. */
export const ONCE: readonly Cell[] = PASSING.flatMap((fault) =>
  PHASE_NAMES.filter((phase) => phaseOf({ phase }).at === undefined && applies(fault, phase)).map(
    (phase): Cell => ({ fault, phase, times: 'once', ending: 'goes on' }),
  ),
);

/** Ten unusable replies in a row end the watch of a status; the reply to a teardown is not read at all. */
const UNREADABLE = '200 with an HTML page';
const STATUS: ReadonlySet<string> = new Set([
  'status',
  'deploy status',
  'look-up',
  'upload',
  'deploy look-up',
  'deploy',
  'teardown look-up',
]);
const STOPPED_AT = {
  'look-up': 'GET',
  upload: 'POST',
  status: 'Its status could not be read before the timeout',
  'deploy look-up': 'GET',
  deploy: 'POST',
  'deploy status': 'did not become healthy in time',
  'teardown look-up': 'GET',
  teardown: 'could not be deleted',
} as const satisfies Partial<Record<PhaseName, string>>;

/** A fault that never ends is ended by the phase's timeout input. */
export const FOR_EVER: readonly Cell[] = OUTAGES.flatMap((fault) => [
  ...Object.entries(STOPPED_AT).map(
    ([phase, says]): Cell => ({
      fault,
      phase: phase as PhaseName,
      times: 'for ever',
      ending: 'stops',
      says: fault === UNREADABLE && STATUS.has(phase) ? 'this does not look like the cloud’s API' : says,
    }),
  ),
  { fault, phase: 'log', times: 'for ever', ending: 'without the log', says: 'build log' } as const,
  {
    fault,
    phase: 'deploy log',
    times: 'for ever',
    ending: 'without the log',
    says: 'deployment log',
  } as const,
  { fault, phase: 'replacing', times: 'for ever', ending: 'kept', says: 'could not be deleted' } as const,
]);

/** A request that may have had its effect is sent at most three times; each time its effect is looked for. */
export const NEVER_KNOWN: readonly Cell[] = (['500', 'reset after the body'] as const).flatMap((fault) =>
  (['upload', 'deploy'] as const).map(
    (phase): Cell => ({ fault, phase, times: 'for ever', ending: 'stops', says: 'POST' }),
  ),
);

/** A fault that no retry can fix is reported at once. */
export const AT_ONCE: readonly Cell[] = [...FINAL].flatMap((fault) =>
  (['look-up', 'upload', 'deploy', 'teardown look-up'] as const).map(
    (phase): Cell => ({ fault, phase, times: 'for ever', ending: 'stops', says: HINTS[fault] ?? '' }),
  ),
);

/** The step waits through five refusals in a row. */
export const FIVE_TIMES: readonly Cell[] = (['look-up', 'upload', 'log', 'status', 'deploy'] as const).map(
  (phase): Cell => ({ fault: '503', phase, times: 'five times', ending: 'goes on' }),
);
