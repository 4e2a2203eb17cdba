import { AbortedError, HttpError, messageOf, UserError } from '../../errors.ts';
import { pathInRepository } from '../../git/repository.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Failure, RunResult } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { FaultyInputs, inputIn } from '../../settings/faults.ts';
import { cancellation } from './cancellation.ts';
import { faultsInRepository } from './faults-in-repository.ts';

type Circumstances = {
  /** The absolute folder that file names are relative to; they are shown relative to the repository. */
  readonly workspace?: string;
  /** Where the inputs are documented. */
  readonly documentation?: string | undefined;
  /** What cancelled the run, as the beginning of a sentence. */
  readonly why?: string;
};

/** Turns a thrown value into the run's outcome; a failure that was recorded before wins. */
export function classifyFailure(
  recorder: RunRecorder,
  thrown: unknown,
  signal: AbortSignal,
  { workspace = process.cwd(), documentation, why = 'The workflow was cancelled' }: Circumstances = {},
): void {
  const cancelled = signal.aborted || thrown instanceof AbortedError;
  const result = recorder.result();
  recorder.note({
    outcome: cancelled ? 'cancelled' : 'failed',
    failure:
      result.failure ??
      (cancelled ? cancellation(result, why) : failureOf(thrown, result, { workspace, documentation })),
  });
}

function failureOf(
  thrown: unknown,
  result: RunResult,
  { workspace = '', documentation }: Pick<Circumstances, 'workspace' | 'documentation'>,
): Failure {
  if (!(thrown instanceof UserError)) {
    return {
      title: 'Internal error of cloud-build-action',
      message: messageOf(thrown),
      hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
    };
  }
  const { hint, place } = thrown;
  return omitUndefined<Failure>({
    hint,
    place: place && { ...place, file: pathInRepository(workspace, place.file) },
    ...(thrown instanceof FaultyInputs
      ? faultyInputs(faultsInRepository(thrown, workspace), result, documentation)
      : wordsOf(thrown, result)),
  });
}

function faultyInputs(
  { title, points }: ReturnType<typeof faultsInRepository>,
  { source }: RunResult,
  documentation: string | undefined,
): Pick<Failure, 'title' | 'message' | 'faults'> {
  const commit = source.commit?.slice(0, 12);
  const faults = points.map((point) => {
    const input = inputIn(point.where);
    const url = documentation && input && `${documentation}#input-${input}`;
    return url ? { ...point, url } : point;
  });
  // Only a step that builds has a commit here: a cleanup or a report builds nothing anyway.
  const message =
    commit === undefined ? 'No request was made:' : `Commit ${commit} was not built; no request was made:`;
  return { title, message, faults };
}

function wordsOf(thrown: UserError, result: RunResult): Pick<Failure, 'title' | 'message' | 'hint'> {
  const { message } = thrown;
  if (thrown instanceof HttpError) return refusal(thrown, result);
  return { title: titleOf(result), message };
}

/** By the phase that is the whole work of a mode or of a teardown. */
function titleOf({ outcome, phases }: RunResult): string {
  const last = phases.at(-1);
  if (outcome === 'removed' || last?.name === 'Preview cleanup') return 'Preview cleanup failed';
  const isOfMode = last?.name === 'Report' || (last?.name === 'Plan' && last.state === 'failed');
  return isOfMode ? `${last.name} failed` : 'Cloud build failed';
}

/** Which server failed, and how; if a deploy was refused, also that the build succeeded, where there was one. */
function refusal(thrown: HttpError, result: RunResult): Pick<Failure, 'title' | 'message' | 'hint'> {
  const { message, status, method, url, detail } = thrown;
  const who = result.cloudTitle || result.cloud || 'The server';
  const did = whatServerDid(status);
  const isDeploy = result.outcome === 'deploying' && result.deployment?.id === undefined;
  const hint = thrown.hint ?? (status >= 400 ? hintFrom(who, detail) : undefined);
  if (!isDeploy || did !== REFUSED) return omitUndefined({ title: `${who} ${did}`, message, hint });
  const detailPart = detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`;
  // A deployment may begin before the end of its build is noted: the end of the log still comes then.
  const { id, status: built = id === undefined ? undefined : 'success' } = result.build ?? {};
  const title = built === 'success' ? 'Built; the deploy was refused' : 'The deploy was refused';
  return {
    title,
    message: `${title}${detailPart} (${method} ${url} was answered ${status}).`,
    ...(hint !== undefined && { hint }),
  };
}

const REFUSED = 'refused the request';

function whatServerDid(status: number): string {
  if (status === 0) return 'did not answer';
  if (status < 300) return 'gave a reply that cannot be read';
  if (status < 400) return 'answered with a redirect';
  return status >= 500 || status === 408 ? 'could not handle the request' : REFUSED;
}

/** Where neither the cloud's client nor the status has a hint. */
function hintFrom(who: string, detail: string): string {
  return detail === ''
    ? `${who} gives no reason: run the job again, and ask its support if it happens again.`
    : `Fix what ${who} names, and run the job again.`;
}
