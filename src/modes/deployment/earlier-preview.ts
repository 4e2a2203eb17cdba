import type { Deployment } from '../../clouds/cloud.ts';
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
    const running = await newestHealthy(step, fresh?.id);
    if (running) step.recorder.note({ stillRunning: running });
  } catch (thrown) {
    step.console.debug(`Could not check which preview still runs: ${messageOf(thrown)}`);
  }
}

async function newestHealthy(step: Step, freshId: string | undefined): Promise<RunResult['stillRunning']> {
  const signal = timeoutSignal(step.signal, WITHIN_MS);
  const cloud = await step.cloud();
  const agentName = namedAgent(step.settings);
  if (!cloud.deployments || agentName === undefined) return undefined;
  const label = step.recorder.result().deployment?.preview?.label ?? previewLabel(step);
  const query = { agentName, label, repositories: ownAddresses(step) };
  const previews = await previewsOf(cloud.deployments, query, signal);
  const running = previews.find(({ id, status }) => id !== freshId && status === 'healthy');
  if (!running || !(await ownershipOf(step, cloud, running)).ours) return undefined;
  const { buildId } = running;
  // The commit is optional: the preview is reported without it.
  const commit = timeoutSignal(signal, COMMIT_WITHIN_MS);
  const build = buildId === undefined ? undefined : await cloud.get(buildId, commit).catch(() => undefined);
  return {
    id: running.id,
    ...(running.createdAt && { createdAt: running.createdAt }),
    ...(build?.sourceCommit && { commit: build.sourceCommit }),
  };
}
