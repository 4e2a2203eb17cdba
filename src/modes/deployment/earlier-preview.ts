import type { Build, Deployment } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { RunResult } from '../../report/result.ts';
import type { Step } from '../step/step.ts';
import { ownAddresses, ownershipOf } from './ownership.ts';
import { previewLabel, previewsOf } from './previews.ts';
import { deployTargetOf, namedAgent } from './target.ts';

/** Milliseconds for finding the preview that still runs: the author waits for the reason of the failure. */
const WITHIN_MS = 5_000;
const COMMIT_WITHIN_MS = 2_000;

/**
 * If the build or the rollout of a new preview fails, the old one stays, and the result says which one still runs. An
 * error here is only a debug line.
 * @param fresh the deployment that failed, if there is one
 */
export async function noteEarlierPreview(step: Step, fresh?: Deployment): Promise<void> {
  if (fresh?.previous) return step.recorder.note({ stillRunning: fresh.previous });
  if (deployTargetOf(step) !== 'preview') return;
  try {
    const isHealthy = ({ id, status }: Deployment) => id !== fresh?.id && status === 'healthy';
    const running = await newestPreview(step, isHealthy);
    if (running) step.recorder.note({ stillRunning: running });
  } catch (thrown) {
    step.console.debug(`Could not check which preview still runs: ${messageOf(thrown)}`);
  }
}

/** The newest one of this run's label that is this repository's, with the commit of its build if that is known. */
export async function newestPreview(
  step: Step,
  isWanted: (preview: Deployment) => boolean,
): Promise<RunResult['stillRunning']> {
  const signal = timeoutSignal(step.signal, WITHIN_MS);
  const cloud = await step.cloud();
  const agentName = namedAgent(step.settings);
  if (!cloud.deployments || agentName === undefined) return undefined;
  const label = step.recorder.result().deployment?.preview?.label ?? previewLabel(step);
  const query = { agentName, label, repositories: ownAddresses(step) };
  const previews = await previewsOf(cloud.deployments, query, signal);
  const running = previews.find(isWanted);
  if (!running || !(await ownershipOf(step, cloud, running)).ours) return undefined;
  const { buildId } = running;
  // The commit is optional: the preview is reported without it.
  const commit = timeoutSignal(signal, COMMIT_WITHIN_MS);
  const build = buildId === undefined ? undefined : await cloud.get(buildId, commit).catch(() => undefined);
  const source = build && commitOf(build);
  return {
    id: running.id,
    ...(running.createdAt && { createdAt: running.createdAt }),
    ...(source && { commit: source }),
  };
}

/**
 * The commit as the pull request has it. GitHub checks out a merge commit that is in no list, and the build's source is
 * that; the image has the head as its tag unless the author gave another.
 */
function commitOf({ imageTag, sourceCommit }: Build): string | undefined {
  return imageTag !== undefined && /^[0-9a-f]{12}$/.test(imageTag) ? imageTag : sourceCommit;
}
