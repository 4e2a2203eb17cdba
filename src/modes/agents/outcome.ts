import type { Failure, RunResult } from '../../report/result.ts';
import { count } from '../../report/units.ts';
import { listed } from '../plan/survey.ts';
import { endedWell, type Member } from './member.ts';
import { nameOf } from './progress.ts';

const NAMED = 20;

/** How the step ends, by how its agents ended. */
export function outcomeOf(
  members: readonly Member[],
  { isCancelled, dryRun }: { readonly isCancelled: boolean; readonly dryRun: boolean },
): Pick<RunResult, 'outcome' | 'failure'> {
  const bad = members.filter(({ recorder }) => !endedWell(recorder.result()));
  if (isCancelled) return { outcome: 'cancelled', failure: cancellation(members.length, bad.length) };
  if (bad.length === 0) return { outcome: dryRun ? 'dry-run' : 'succeeded' };
  const failed = bad.filter(({ recorder }) => recorder.result().outcome === 'failed').map(nameOf);
  const others = bad.length - failed.length;
  const cancelled =
    others === 0 ? '' : `, and ${count(others, 'agent')} ${others === 1 ? 'was' : 'were'} cancelled`;
  const failure: Failure = {
    title: `${failed.length} of ${count(members.length, 'agent')} failed`,
    message: `${listed(failed, NAMED)} failed${cancelled}.`,
    hint: 'Run the job again once it is fixed: what has succeeded is reused.',
  };
  return { outcome: 'failed', failure };
}

function cancellation(all: number, bad: number): Failure {
  return {
    title: 'Cancelled',
    message: `The workflow was cancelled when ${all - bad} of ${count(all, 'agent')} were done.`,
    hint: 'Run the job again if you still need it: what has succeeded is reused.',
  };
}
