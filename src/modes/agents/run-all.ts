import { setMaxListeners } from 'node:events';
import { AbortedError } from '../../errors.ts';
import { openSharedComment } from '../comment/comment.ts';
import type { UnchangedAgent } from '../comment/unchanged.ts';
import { isDeployedTooLate } from '../deployment/closed-meanwhile.ts';
import type { Step } from '../step/step.ts';
import type { Common } from './agent-step.ts';
import { createLimits } from './limits.ts';
import type { Member } from './member.ts';
import { createPrinter } from './printer.ts';
import { createProgress, nameOf } from './progress.ts';
import { runAgent } from './run-agent.ts';
import { showFailures, showLog, showRemarks } from './show-end.ts';

/** Between two lines with counts, in milliseconds. */
const COUNT_EVERY_MS = 30_000;
/** Between two writes of the comment: a hundred agents change their state often, and a forge limits writes. */
const BETWEEN_WRITES_MS = 3_000;

/**
 * Runs all agents in parallel, within the limits of each kind of work, and shows their progress.
 * @param shown remarks that were shown already and are not shown again
 * @param unchanged agents that do not differ from the pull request's base
 */
export async function runAll(
  step: Step,
  members: readonly Member[],
  shown: Set<string>,
  unchanged: readonly UnchangedAgent[] = [],
): Promise<void> {
  const printer = createPrinter(step.console);
  const progress = createProgress(printer, step.trigger, members.length);
  const { signal, why, abort } = abortableSignal(step.signal);
  const limits = createLimits(step.settings.parallel);
  const comment = openSharedComment(step, members.length > 1 ? BETWEEN_WRITES_MS : 0, unchanged);
  const common: Common = {
    step,
    signal,
    why,
    limits,
    progress,
    comment,
    hasSeveral: members.length > 1,
    isTeardown: await isTeardown(step),
    shares: new Map(),
  };
  const timer = setInterval(progress.count, COUNT_EVERY_MS);
  try {
    const runs = members.map(async (member) => {
      const log = await runAgent(common, member);
      const isFailed = member.recorder.result().outcome === 'failed';
      if (isFailed && step.settings.failFast && !signal.aborted) {
        printer.line(`${nameOf(member)} failed, and fail-fast is true: the others are cancelled.`);
        abort(`It was cancelled, because ${nameOf(member)} failed and fail-fast is true,`);
      }
      if (log === undefined) return;
      // A cancelled step has only seconds left: it needs them to cancel builds.
      const show = step.signal.aborted ? showRemarks : showLog;
      show(printer, member, log, { console: step.console, shown });
    });
    await Promise.all(runs);
    await comment.finish();
  } finally {
    clearInterval(timer);
  }
  if (!step.signal.aborted) showFailures(printer, members);
  await printer.done();
}

/** Known before any agent begins: the event closed the pull request, or the forge says that it is closed. */
async function isTeardown(step: Step): Promise<boolean> {
  if (step.trigger.closed || step.settings.dryRun) return step.trigger.closed;
  // It fails only where the workflow is cancelled, which each agent reports.
  return isDeployedTooLate(step).catch(() => false);
}

type AbortableSignal = {
  readonly signal: AbortSignal;
  readonly why: () => string;
  readonly abort: (why: string) => void;
};

/** A signal that fires with `parent`, or by `abort` with a reason. */
function abortableSignal(parent: AbortSignal): AbortableSignal {
  const controller = new AbortController();
  // Each agent adds some listeners; that is not a leak.
  setMaxListeners(0, controller.signal);
  let reason = 'The workflow was cancelled';
  const follow = () => controller.abort(parent.reason);
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    why: () => reason,
    abort: (why) => {
      reason = why;
      controller.abort(new AbortedError(why));
    },
  };
}
