import type { GoesOn } from '../../report/goes-on.ts';
import type { Failure, RunResult } from '../../report/result.ts';

/** How a cancelled run is reported. @param why what cancelled it, as the beginning of a sentence */
export function cancellation(result: RunResult, why: string): Failure {
  const { build, outcome } = result;
  // A cleanup, a report or a teardown builds nothing.
  const isBuilding = build?.id !== undefined || outcome === 'building' || outcome === 'queued';
  return {
    title: 'Cancelled',
    message: isBuilding ? `${why} ${whatWasCancelled(result)}.` : `${why.replace(/,$/, '')}.`,
    hint: 'Run the job again if you still need it.',
  };
}

/** The failure of a cancelled run, once more is known of what became of its build and rollout. */
export function recancelled(before: RunResult, now: RunResult): RunResult {
  const { failure } = now;
  if (failure === undefined) return now;
  const message = failure.message.replace(whatWasCancelled(before), () => whatWasCancelled(now));
  return { ...now, failure: { ...failure, message } };
}

/** What ran at that moment, and what became of it: a build that has ended was not cancelled. */
function whatWasCancelled({ build, deployment }: RunResult): string {
  if (deployment?.id !== undefined) {
    if (deployment.status === 'healthy') return `after deployment ${deployment.id} was healthy`;
    return `while deployment ${deployment.id} was rolled out${left(deployment)}`;
  }
  if (deployment?.goesOn !== undefined) return `while a deployment was sent${left(deployment)}`;
  if (build?.id === undefined)
    return build?.goesOn === undefined
      ? 'before a build was submitted'
      : `while a build was sent${left(build)}`;
  const hasEnded = build.status !== undefined && build.status !== 'cancelled';
  return hasEnded ? `after build ${build.id} had ended` : `while build ${build.id} was running${left(build)}`;
}

const LEFT: Readonly<Record<GoesOn, string>> = { surely: '; it goes on', perhaps: '; it may go on' };

function left({ goesOn }: { readonly goesOn?: GoesOn }): string {
  return goesOn === undefined ? '' : LEFT[goesOn];
}
