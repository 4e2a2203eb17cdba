import { type Cell, OF_EACH_KIND, PASSING } from './cell.ts';
import type { FaultName } from './faults.ts';
import { PHASE_NAMES, type PhaseName, phaseOf } from './phases.ts';

/** For a limit without a time the wait would be a minute (docs.github.com, rate limits): too long for a comment. */
const TOO_LONG: ReadonlySet<FaultName> = new Set(['429 without Retry-After']);

/** A cancelled run has time for one more attempt; the differences before that apply there too. */
const WHEN_CANCELLED: ReadonlySet<FaultName> = new Set([
  '503',
  'done, but the reply is lost',
  'no reply at all',
]);

function applies(fault: FaultName, phase: PhaseName): boolean {
  const { story, operation } = phaseOf({ phase });
  const hasBody = operation === 'createComment' || operation === 'updateComment';
  if (TOO_LONG.has(fault) || (fault === 'reset within the body' && !hasBody)) return false;
  if (story === 'cancelled') return WHEN_CANCELLED.has(fault);
  return story === 'run' || OF_EACH_KIND.has(fault);
}

/** A single fault is survived: there is one comment, and its section is correct. */
export const COMMENT_ONCE: readonly Cell[] = PASSING.flatMap((fault) =>
  PHASE_NAMES.filter((phase) => phaseOf({ phase }).at === 'forge' && applies(fault, phase)).map(
    (phase): Cell => ({ fault, phase, times: 'once', ending: 'goes on' }),
  ),
);

/** Every write takes effect and is never answered: the comment is found by reading. */
export const COMMENT_LOST: readonly Cell[] = (['comment: create', 'comment: update'] as const).map(
  (phase) => ({
    fault: 'done, but the reply is lost',
    phase,
    times: 'for ever',
    ending: 'goes on',
  }),
);

const SAYS = {
  '503': 'was answered 503',
  'no reply at all': 'could not be written',
  '200 with an HTML page': 'is GITHUB_API_URL right?',
} as const;

function summaryOnly(fault: FaultName, phase: PhaseName, says: string): Cell {
  return { fault, phase, times: 'for ever', ending: 'summary only', says };
}

/**
 * The comment never decides the result: a fault that never ends costs one warning, and the job summary shows the
 * result instead.
 */
export const COMMENT_NEVER: readonly Cell[] = [
  summaryOnly('503', 'comment: look-up', SAYS['503']),
  summaryOnly('503', 'comment: create', SAYS['503']),
  summaryOnly('503', 'comment: update', SAYS['503']),
  summaryOnly('no reply at all', 'comment: look-up', SAYS['no reply at all']),
  summaryOnly('no reply at all', 'comment: update', SAYS['no reply at all']),
  summaryOnly('200 with an HTML page', 'comment: look-up', SAYS['200 with an HTML page']),
  summaryOnly('200 with an HTML page', 'comment: create', SAYS['200 with an HTML page']),
  summaryOnly('401', 'comment: update', 'The token is not valid any more'),
  summaryOnly('a redirect to another host', 'comment: look-up', 'where the token must not go'),
  summaryOnly('429, Retry-After of an hour', 'comment: create', 'The rate limit of the token is used up'),
];
