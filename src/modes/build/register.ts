import type { Build, Cloud, ImageRequest } from '../../clouds/cloud.ts';
import { isBuildEnd } from '../../clouds/cloud.ts';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { UserError } from '../../errors.ts';
import { buildLine, registeredLine } from '../../report/log-lines.ts';
import { saveAccess } from '../cancel/access.ts';
import { cancelOnAbort } from '../cancel/on-abort.ts';
import { OUTPUT_STATUS, saveRunning } from '../cancel/running.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { imageOf } from './facts.ts';
import { followToEnd } from './follow.ts';
import { startHistory } from './history.ts';
import { type Identity, identify } from './identity.ts';

/** The request to import the image that was built elsewhere, also for a dry run; `undefined` where this run builds. */
export async function imageRequest(
  step: Step,
): Promise<{ request: ImageRequest; identity: Identity } | undefined> {
  const { image, sourceImage, platform, visibility } = step.settings;
  const reference = sourceImage?.reference ?? image.reference;
  if (reference === undefined) return undefined;
  const identity = await identify(step, async () => 'latest');
  const { name = identity.imageName, tag = identity.imageTag } = sourceImage ?? image;
  const request: ImageRequest = {
    image: reference,
    target: identity.target,
    // The registry's host and path are not part of the name here.
    imageName: name.split('/').at(-1) ?? name,
    imageTag: tag,
    isNamed: sourceImage?.isNamed ?? true,
    isShared: sourceImage?.isShared ?? false,
    ...(platform !== undefined && { platform }),
    ...(visibility !== undefined && { visibility }),
    source: identity.source,
  };
  return { request, identity };
}

/**
 * Registers an image that was built elsewhere: one request, nothing is packed or sent. Followed unless it ends at
 * once.
 * @throws {UserError} where it ended in anything but success
 */
export async function registerImage(step: Step): Promise<Build> {
  const cloud = await step.cloud();
  const found = await imageRequest(step);
  if (!cloud.register || !found)
    throw new UserError(`${cloud.traits.title} cannot import an image of another registry.`);
  const { request, identity } = found;
  step.recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
  try {
    const build = await send(step, cloud, request);
    if (!isBuildEnd(build.status)) return await followToEnd(step, build, startHistory(step, identity));
    return takeEnded(step, build);
  } catch (thrown) {
    if (step.signal.aborted) await cancelOnAbort(step);
    throw thrown;
  }
}

async function send(step: Step, { register }: Cloud, request: ImageRequest): Promise<Build> {
  const { console, recorder, settings, signal, state } = step;
  const { title } = CLOUD_TRAITS[settings.cloud];
  const progress = {
    notice: (message: string) => console.info(message),
    debug: (message: string) => console.debug(message),
    secret: (value: string) => console.mask(value),
    submitted: (build: Build) => {
      recorder.noteBuild({ id: build.id });
      const building = !isBuildEnd(build.status);
      const built = OUTPUT_STATUS[build.status];
      const how = { building, ...(built && { built }) };
      saveRunning(state, { cloud: settings.cloud, buildId: build.id, ...how });
      void step.comment.update();
    },
  };
  const work = async () => {
    console.info(`Asking ${title} for ${request.image} as ${request.imageName}:${request.imageTag}.`);
    if (!register) throw new UserError(`${title} cannot import an image of another registry.`);
    saveAccess(step);
    return register(request, progress, signal);
  };
  return phase(step, { name: 'Submit', withinMs: settings.buildTimeoutMs }, work, (build, ms) =>
    registeredLine({ buildId: build.id, image: request.image, ms }),
  );
}

/** A build that had already ended in the answer: there is nothing to follow. */
function takeEnded({ console, recorder }: Step, build: Build): Build {
  if (build.status !== 'succeeded')
    throw new UserError(
      `Build ${build.id} ended as ${build.rawStatus}${build.error ? `: ${build.error}` : ''}`,
    );
  recorder.noteBuild({ id: build.id, status: 'success', ...imageOf(build, recorder.result().build) });
  console.info(buildLine(recorder.result().build ?? { steps: [] }));
  return build;
}
