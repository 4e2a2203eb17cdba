import type { Deployment, Deployments } from '../../clouds/cloud.ts';
import { AbortedError, UserError } from '../../errors.ts';
import { type DeploymentEnd, followDeployment } from '../../follow/deployment/deployment.ts';
import { deploymentFailure } from '../../report/failure/failure.ts';
import type { DeploymentFacts } from '../../report/result.ts';
import { saveRunning } from '../cancel/running.ts';
import type { Step } from '../step/step.ts';
import { noteEarlierPreview } from './earlier-preview.ts';

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
      onNotice: (notice) => console.info(notice),
    });
    recorder.noteDeployment(factsOf(end));
    return end;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof AbortedError) await stopPreview(step, deployments, created);
    throw thrown;
  } finally {
    saveRunning(step.state, { cloud: settings.cloud, building: false, cancelAsked: false });
  }
}

/** When the job is cancelled: deletes the new preview. A production rollout goes on. */
async function stopPreview(step: Step, deployments: Deployments, created: Deployment): Promise<void> {
  const { console, recorder, settings } = step;
  recorder.noteDeployment({ status: 'cancelled' });
  const isPreview = recorder.result().deployment?.preview !== undefined;
  if (!isPreview || created.previous || !settings.cancelOnAbort) {
    recorder.noteDeployment({ goesOn: true });
    console.notice(`Deployment ${created.id} goes on: a rollout is not undone by a cancelled job.`);
    return;
  }
  const soon = AbortSignal.timeout(3_000);
  const outcome = await deployments.remove(created.id, soon).catch(() => undefined);
  console.info(
    outcome ? `Preview ${created.id} was deleted.` : `Preview ${created.id} could not be deleted.`,
  );
}

const OUTPUT_STATUS: Readonly<Record<string, DeploymentFacts['status']>> = {
  healthy: 'healthy',
  failed: 'failed',
  cancelled: 'cancelled',
  superseded: 'cancelled',
  deleted: 'cancelled',
};

function factsOf(end: DeploymentEnd): Partial<DeploymentFacts> {
  const status = end.end === 'timed-out' ? 'timed_out' : OUTPUT_STATUS[end.deployment.status];
  return {
    id: end.deployment.id,
    ...(status && { status }),
    seconds: end.elapsedMs / 1000,
    events: end.events,
    lines: end.lines,
  };
}

/**
 * Fails the step, and reports the earlier preview that still runs.
 * @throws {UserError} always
 */
export async function fail(step: Step, end: DeploymentEnd): Promise<never> {
  const { recorder } = step;
  const facts = recorder.result().deployment ?? { events: [], lines: [] };
  const failure = deploymentFailure(facts, end.deployment.error ?? endWords(end));
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
