import { type Build, type Cloud, isBuildEnd } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { HttpError, messageOf } from '../../errors.ts';
import { cancelBuild } from '../../follow/cancel.ts';
import type { Console } from '../../host/console/console.ts';
import type { BuildFacts, DeploymentFacts } from '../../report/result.ts';
import type { Left } from './left-facts.ts';
import { AWAITED_MS, OUTPUT_STATUS, type Submitting } from './running.ts';

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

/** Stops on the cloud what main left running there, and notes what became of it. */
export async function stopRunning(console: Console, cloud: Cloud, left: readonly Left[]): Promise<void> {
  const scene = { console, cloud, signal: AbortSignal.timeout(STOP_WITHIN_MS) };
  const waiting = [...left];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await stopOne(scene, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function stopOne(scene: StopContext, left: Left): Promise<void> {
  const { submitting, building, buildId, cancelAsked, previewId } = left.running;
  const noteBuild = (build: Partial<BuildFacts>) => {
    left.facts = { ...left.facts, build };
  };
  if (submitting) noteBuild(await stopWithoutId(scene, submitting));
  if (building && buildId !== undefined && !cancelAsked) noteBuild(await stopBuild(scene, buildId));
  if (previewId !== undefined) {
    const deployment = await removePreview(scene, previewId);
    left.facts = { ...left.facts, deployment };
  }
}

/** @returns what became of the build */
async function stopBuild({ console, cloud, signal }: StopContext, id: string): Promise<Partial<BuildFacts>> {
  const build = await cloud.get(id, timeoutSignal(signal, ASK_MS)).catch(asSilentFailure);
  if (build !== 'silent' && build && isBuildEnd(build.status))
    return { id, status: OUTPUT_STATUS[build.status] ?? 'error' };
  const { title } = cloud.traits;
  const withinMs = build === 'silent' ? SILENT_CANCEL_MS : CANCEL_MS;
  const answer = await cancelBuild(cloud, id, { withinMs, signal });
  switch (answer.outcome) {
    case 'asked':
      console.info(`Build ${id} was left running: asked ${title} to cancel it.`);
      return { id, status: 'cancelled' };
    case 'over':
      console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
      return { id, status: 'cancelled' };
    case 'incapable':
      console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
      return { id, status: 'cancelled', goesOn: 'surely' };
    case 'failed':
      console.warning(
        `Build ${id} may go on at ${title}, as it could not be cancelled (${answer.reason}). Cancel it there.`,
      );
      return { id, status: 'cancelled', goesOn: 'perhaps' };
  }
}

/** @returns what became of its rollout */
async function removePreview(
  { console, cloud, signal }: StopContext,
  id: string,
): Promise<Partial<DeploymentFacts>> {
  try {
    const outcome = await cloud.deployments?.remove(id, signal);
    console.info(`Preview ${id} was still rolling out: ${outcome}.`);
    return { id, status: 'cancelled' };
  } catch (thrown) {
    const why = signal.aborted ? 'it gave no answer in time' : messageOf(thrown);
    console.warning(`Preview ${id} could not be deleted: ${why}`);
    return { id, status: 'cancelled', goesOn: 'perhaps' };
  }
}

/** A request without a reply suggests that the next ones get none either. */
function asSilentFailure(thrown: unknown): 'silent' | undefined {
  return thrown instanceof HttpError && thrown.status !== 0 ? undefined : 'silent';
}

/**
 * Main ended between sending a build and learning its id: the build is found by what was sent, if there is one.
 * @returns what became of it; empty where the cloud has none
 */
async function stopWithoutId(scene: StopContext, submitting: Submitting): Promise<Partial<BuildFacts>> {
  const { cloud, console } = scene;
  if (cloud.traits.startsBuildsById) return {};
  const signal = timeoutSignal(scene.signal, SEARCH_MS);
  let found: Partial<BuildFacts> = {};
  try {
    const { imageName, workingTreeHash, archive } = submitting;
    const filter = archive ?? { imageName, workingTreeHash };
    let seen = 0;
    for await (const build of cloud.list({ ...filter, atMost: MOST_CANDIDATES }, signal)) {
      if (isSubmitted(build, submitting)) found = await stopBuild(scene, build.id);
      seen += 1;
      if (seen === MOST_CANDIDATES) break;
    }
    return found;
  } catch (thrown) {
    const why = signal.aborted ? 'it gave no answer in time' : messageOf(thrown);
    const image = `${submitting.imageName}:${submitting.imageTag}`;
    console.warning(`Could not check whether ${cloud.traits.title} has begun to build ${image}: ${why}`);
    return { status: 'cancelled', goesOn: 'perhaps', ...found };
  }
}

/**
 * Whether this is the build that was sent: created around that time and not yet ended. Another run's equal build is
 * left alone.
 */
function isSubmitted(build: Build, { imageTag, agent, archive, at }: Submitting): boolean {
  if (isBuildEnd(build.status) || (archive === undefined && build.imageTag !== imageTag)) return false;
  if (archive !== undefined) return isAroundThen(build, at);
  if (agent !== undefined && build.agentName !== agent && build.agentId !== agent) return false;
  return isAroundThen(build, at);
}

function isAroundThen({ createdAt = '' }: Build, at: string): boolean {
  return Math.abs(Date.parse(createdAt) - Date.parse(at)) <= AWAITED_MS;
}
