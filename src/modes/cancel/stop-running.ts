import { type Build, type Cloud, isBuildEnd } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { HttpError, messageOf } from '../../errors.ts';
import { cancelBuild } from '../../follow/cancel.ts';
import type { Console } from '../../host/console/console.ts';
import { AWAITED_MS, type Running, type Submitting } from './running.ts';

/** Milliseconds. Post could run for minutes, but a person waits for the cancelled job. */
export const STOP_WITHIN_MS = 20_000;
/** Part of these: for the cancel and its retries. */
const CANCEL_MS = 16_000;
/** For asking whether the build has ended. Short: cancelling an ended build does no harm. */
const ASK_MS = 3_000;
/** For the cancel, if the cloud did not answer the status request: post then ends within 10 seconds. */
const SILENT_CANCEL_MS = 4_500;
/** For the search for a build whose id is not known. */
const SEARCH_MS = 8_000;
/** Builds of one image that are checked. */
const MOST_CANDIDATES = 50;

type StopContext = { readonly console: Console; readonly cloud: Cloud; readonly signal: AbortSignal };

/** Parallel requests: a hundred builds are stopped within some seconds, without a hundred connections. */
const AT_ONCE = 25;

/** Stops on the cloud what main left running there. @throws what the cloud answered to the teardown of a preview */
export async function stopRunning(
  console: Console,
  cloud: Cloud,
  running: readonly Running[],
): Promise<void> {
  const scene = { console, cloud, signal: AbortSignal.timeout(STOP_WITHIN_MS) };
  const waiting = [...running];
  const faults: unknown[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await stopOne(scene, next).catch((thrown: unknown) => faults.push(thrown));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (faults.length > 0) throw faults[0];
}

async function stopOne(scene: StopContext, running: Running): Promise<void> {
  const { console, cloud } = scene;
  if (running.submitting) await stopWithoutId(scene, running.submitting);
  if (running.building && running.buildId !== undefined && !running.cancelAsked) {
    await stopBuild(scene, running.buildId);
  }
  if (running.previewId !== undefined && cloud.deployments) {
    const outcome = await cloud.deployments.remove(running.previewId, scene.signal);
    console.info(`Preview ${running.previewId} was still rolling out: ${outcome}.`);
  }
}

async function stopBuild({ console, cloud, signal }: StopContext, id: string): Promise<void> {
  const build = await cloud.get(id, timeoutSignal(signal, ASK_MS)).catch(asSilentFailure);
  if (build !== 'silent' && build && isBuildEnd(build.status)) return;
  const { title } = cloud.traits;
  const withinMs = build === 'silent' ? SILENT_CANCEL_MS : CANCEL_MS;
  const answer = await cancelBuild(cloud, id, { withinMs, signal });
  switch (answer.outcome) {
    case 'asked':
      return console.info(`Build ${id} was left running: asked ${title} to cancel it.`);
    case 'over':
      return console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
    case 'incapable':
      return console.info(`${title} cannot cancel builds: build ${id} goes on there.`);
    case 'failed':
      return console.warning(
        `Build ${id} may go on at ${title}, as it could not be cancelled (${answer.reason}). Cancel it there.`,
      );
  }
}

/** A request without a reply suggests that the next ones get none either. */
function asSilentFailure(thrown: unknown): 'silent' | undefined {
  return thrown instanceof HttpError && thrown.status !== 0 ? undefined : 'silent';
}

/** Main ended between sending a build and learning its id: the build is found by what was sent, if there is one. */
async function stopWithoutId(scene: StopContext, submitting: Submitting): Promise<void> {
  const { cloud, console } = scene;
  const signal = timeoutSignal(scene.signal, SEARCH_MS);
  if (!cloud.cancel) return;
  try {
    const filter = { imageName: submitting.imageName, workingTreeHash: submitting.workingTreeHash };
    let seen = 0;
    for await (const build of cloud.list({ ...filter, atMost: MOST_CANDIDATES }, signal)) {
      if (isSubmitted(build, submitting)) await stopBuild(scene, build.id);
      seen += 1;
      if (seen === MOST_CANDIDATES) return;
    }
  } catch (thrown) {
    const why = signal.aborted ? 'it gave no answer in time' : messageOf(thrown);
    const image = `${submitting.imageName}:${submitting.imageTag}`;
    console.warning(`Could not check whether ${cloud.traits.title} has begun to build ${image}: ${why}`);
  }
}

/**
 * Whether this is the build that was sent: created around that time and not yet ended. Another run's equal build is
 * left alone.
 */
function isSubmitted(build: Build, { imageTag, agent, at }: Submitting): boolean {
  if (isBuildEnd(build.status) || build.imageTag !== imageTag) return false;
  if (agent !== undefined && build.agentName !== agent && build.agentId !== agent) return false;
  return Math.abs(Date.parse(build.createdAt ?? '') - Date.parse(at)) <= AWAITED_MS;
}
