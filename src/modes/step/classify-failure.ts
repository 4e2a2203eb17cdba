import { AbortedError, HttpError, messageOf, UserError } from '../../errors.ts';
import { pathInRepository } from '../../git/repository.ts';
import type { Failure, RunResult } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';

type Circumstances = {
  /** What the names of files are relative to, until they are shown as the repository has them; absolute. */
  readonly workspace?: string;
  /** What cancelled the run, as the beginning of a sentence. */
  readonly why?: string;
};

/**
 * Turns whatever was thrown into the run's outcome; the first account of a failure is the one that counts.
 */
export function classifyFailure(
  recorder: RunRecorder,
  thrown: unknown,
  signal: AbortSignal,
  { workspace = process.cwd(), why = 'The workflow was cancelled' }: Circumstances = {},
): void {
  const cancelled = signal.aborted || thrown instanceof AbortedError;
  const { failure, outcome } = recorder.result();
  recorder.note({
    outcome: cancelled ? 'cancelled' : 'failed',
    failure: failure ?? (cancelled ? cancellation(recorder, why) : failureOf(thrown, outcome, workspace)),
  });
}

function cancellation(recorder: RunRecorder, why: string): Failure {
  const { build } = recorder.result();
  const what =
    build?.id === undefined ? 'before a build was submitted' : `while build ${build.id} was under way`;
  return {
    title: 'Cancelled',
    message: `${why} ${what}.`,
    hint: 'Run the job again if you still need it.',
  };
}

function failureOf(thrown: unknown, during: RunResult['outcome'], workspace: string): Failure {
  const work = during === 'removed' ? 'Preview cleanup failed' : 'Cloud build failed';
  const title = thrown instanceof HttpError ? 'The cloud did not do what was asked' : work;
  if (!(thrown instanceof UserError)) {
    return {
      title: 'Cloud build failed by a fault of its own',
      message: messageOf(thrown),
      hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
    };
  }
  return {
    title,
    message: thrown.message,
    ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    ...(thrown.place === undefined
      ? {}
      : { place: { ...thrown.place, file: pathInRepository(workspace, thrown.place.file) } }),
  };
}
