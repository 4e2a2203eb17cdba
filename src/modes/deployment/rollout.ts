import type { Deployment, Deployments } from '../../clouds/cloud.ts';
import { AbortedError, UserError } from '../../errors.ts';
import { type DeploymentEnd, followDeployment } from '../../follow/deployment/deployment.ts';
import type { Console } from '../../host/console/console.ts';
import { deploymentFailure } from '../../report/failure/failure.ts';
import type { DeploymentFacts } from '../../report/result.ts';
import { rolloutGoesOn } from '../cancel/left-facts.ts';
import { saveRunning } from '../cancel/running.ts';
import { masked } from '../step/masked.ts';
import { noticeTo } from '../step/notice.ts';
import type { Step } from '../step/step.ts';
import { noteEarlierPreview } from './earlier-preview.ts';

/** Milliseconds for deleting a preview when the job is cancelled: the runner kills soon. */
const REMOVE_MS = 3_000;

/** Shows the rollout while it runs, and records how it ended. */
export async function watch(
  step: Step,
  deployments: Deployments,
  created: Deployment,
): Promise<DeploymentEnd> {
  const { console, recorder, settings, signal } = step;
  try {
    const end = await followDeployment(deployments, created, {
      timeoutMs: settings.deployTimeoutMs,
      pollIntervalMs: settings.pollIntervalMs,
      signal,
      onEvent: (event) => {
        const line = `${event.warning ? '⚠ ' : ''}${event.at ? `${event.at} ` : ''}${event.reason}: ${event.message}`;
        return console.buildLines([line]);
      },
      onLines: (lines) => console.buildLines(lines),
      onStatus: (deployment) => console.info(`Status: ${deployment.rawStatus}`),
      onNotice: noticeTo(console),
    });
    const facts = factsOf(end, console.maskText);
    recorder.noteDeployment(facts);
    const { id, status } = facts;
    const rolledOut = id === undefined ? {} : { rolledOut: { id, ...(status && { status }) } };
    saveRunning(step.state, { ...idleOf(step), ...rolledOut });
    return end;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof AbortedError) await stopPreview(step, deployments, created);
    else saveRunning(step.state, idleOf(step));
    throw thrown;
  }
}

/** The rollout of a finished build: nothing of it is under way. */
export function idleOf({ settings, recorder }: Step) {
  const { id } = recorder.result().build ?? {};
  const { cloud } = settings;
  return id === undefined ? { cloud } : ({ cloud, built: 'success', buildId: id } as const);
}

/** What post reports if main is killed before the deployment has an id. @param what it is, in words */
export function saveDeploying(step: Step, what: string): void {
  saveRunning(step.state, { ...idleOf(step), deploying: what });
}

/**
 * What post has to end or to report if main is killed during a rollout: a preview of its own is deleted, anything else
 * goes on.
 */
export function saveRollout(step: Step, { id, previous }: Deployment): void {
  const { recorder, settings, state } = step;
  const isStopped = isPreview(recorder) && previous === undefined && settings.cancelOnAbort;
  saveRunning(state, { ...idleOf(step), ...(isStopped ? { previewId: id } : { rolloutId: id }) });
}

function isPreview(recorder: Step['recorder']): boolean {
  return recorder.result().deployment?.preview !== undefined;
}

/** When the job is cancelled: deletes the new preview. A production rollout goes on. */
async function stopPreview(step: Step, deployments: Deployments, created: Deployment): Promise<void> {
  const { console, recorder, settings, state } = step;
  // If post already runs, it deletes and reports instead.
  const isPosts = state.cancelled();
  recorder.noteDeployment({ status: 'cancelled' });
  if (!isPreview(recorder) || created.previous || !settings.cancelOnAbort) {
    recorder.noteDeployment({ goesOn: 'surely' });
    if (isPosts) return;
    console.notice(rolloutGoesOn(created.id, (await step.cloud()).traits));
    saveRunning(state, idleOf(step));
    return;
  }
  if (isPosts) return;
  const soon = AbortSignal.timeout(REMOVE_MS);
  const outcome = await deployments.remove(created.id, soon).catch(() => undefined);
  if (outcome !== undefined) {
    console.info(`Preview ${created.id} was deleted.`);
    saveRunning(state, idleOf(step));
    return;
  }
  // It stays in the saved state.
  recorder.noteDeployment({ goesOn: 'perhaps' });
  console.info(`Preview ${created.id} could not be deleted in time: the post step tries again.`);
}

const OUTPUT_STATUS: Readonly<Record<string, DeploymentFacts['status']>> = {
  healthy: 'healthy',
  failed: 'failed',
  cancelled: 'cancelled',
  superseded: 'cancelled',
  deleted: 'cancelled',
};

function factsOf(end: DeploymentEnd, maskText: Console['maskText']): Partial<DeploymentFacts> {
  const status = end.end === 'timed-out' ? 'timed_out' : OUTPUT_STATUS[end.deployment.status];
  return {
    id: end.deployment.id,
    ...(status && { status }),
    seconds: end.elapsedMs / 1000,
    // Before anything is cut: half a secret would not be found any more.
    ...masked({ events: end.events, lines: end.lines }, maskText),
  };
}

/**
 * Fails the step, and reports the earlier preview that still runs.
 * @throws {UserError} always
 */
export async function fail(step: Step, end: DeploymentEnd): Promise<never> {
  const { recorder } = step;
  const facts = recorder.result().deployment ?? { events: [], lines: [] };
  const { error, rawStatus } = masked(end.deployment, step.console.maskText);
  const lastStatus = end.end === 'timed-out' ? rawStatus : undefined;
  const failure = deploymentFailure(facts, error ?? endWords(end), lastStatus);
  await noteEarlierPreview(step, end.deployment);
  recorder.note({ failure });
  throw new UserError(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}

function endWords(end: DeploymentEnd): string | undefined {
  if (end.end !== 'ended') return end.trouble;
  if (end.deployment.status === 'superseded') return 'a later deployment replaced it';
  if (end.deployment.status === 'deleted') return 'it was deleted while it was rolled out';
  return undefined;
}
