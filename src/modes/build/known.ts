import { type Build, isBuildEnd } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import type { BuildFacts } from '../../report/result.ts';
import type { Step } from '../step/step.ts';
import { imageOf } from './facts.ts';
import { identify } from './identity.ts';
import { imageNameOf } from './image-name.ts';

/** What a deployment is made of: a build, or an image that exists without one (`build: never`). */
export type Built = Pick<Build, 'id' | 'agentName'> | ImageOnly | { readonly image: string };

export type ImageOnly = { readonly imageName: string; readonly imageTag: string };

function namesOf({ name, tag }: Step['settings']['image']): Pick<BuildFacts, 'imageName' | 'imageTag'> {
  return { ...(name !== undefined && { imageName: name }), ...(tag !== undefined && { imageTag: tag }) };
}

/**
 * `build: never`: the build that `build-id` names, or the image as it is named.
 * @throws {UserError} where that build did not succeed
 */
export async function knownBuild(step: Step): Promise<Built> {
  const { recorder, settings } = step;
  const noHash = async () => 'latest';
  const { reference } = settings.image;
  if (reference !== undefined && settings.buildId === undefined) {
    await identify(step, noHash);
    recorder.noteBuild({
      ...namesOf(settings.image),
      image: { reference, partial: false },
    });
    return { image: reference };
  }
  if (settings.buildId === undefined) {
    const { imageName, imageTag } = await identify(step, noHash);
    recorder.noteBuild({ imageName, imageTag });
    return { imageName, imageTag };
  }
  const cloud = await step.cloud();
  const build = await cloud.get(settings.buildId, step.signal);
  if (build.status !== 'succeeded') {
    const what = isBuildEnd(build.status) ? `ended as ${build.rawStatus}` : `is still ${build.rawStatus}`;
    throw new UserError(`build-id ${build.id} ${what}: only a successful build can be deployed.`, {
      hint: 'Give the id of a successful build, or leave build on auto.',
    });
  }
  // It notes the commit of the event, which on a pull request is not the one that is checked out.
  await identify(step, noHash);
  if (build.sourceCommit !== undefined)
    recorder.note({ source: { ...recorder.result().source, commit: build.sourceCommit } });
  recorder.noteBuild({
    id: build.id,
    status: 'success',
    ...imageOf(build, { imageName: imageNameOf(step) }),
  });
  return build;
}
