import type { Build, Cloud } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';

type Asked = { readonly step: Step; readonly cloud: Cloud; readonly signal: AbortSignal };

/**
 * Why a build of the same inputs cannot be reused although it succeeded: its image is not there any more, or is not
 * as visible as `visibility` says. Completes "Built, not reused: …".
 */
export async function whyNoImage(asked: Asked, build: Build): Promise<string | undefined> {
  if (asked.cloud.findImage === undefined) return undefined;
  const image = await asked.cloud.findImage(build, asked.signal);
  if (image === undefined) return `the cloud no longer has the image of build ${build.id}`;
  const { visibility } = asked.step.settings;
  if (visibility === undefined || visibility === image.visibility) return undefined;
  return (await isChanged(asked, build, visibility))
    ? undefined
    : `the image of build ${build.id} could not be made ${visibility}`;
}

async function isChanged(
  { step, cloud, signal }: Asked,
  { imageName, imageTag }: Build,
  visibility: 'private' | 'public',
): Promise<boolean> {
  if (!cloud.setVisibility || imageName === undefined || imageTag === undefined) return false;
  try {
    await cloud.setVisibility({ imageName, imageTag }, visibility, signal);
    step.console.info(`${imageName}:${imageTag} is ${visibility}.`);
    return true;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(messageOf(thrown));
    return false;
  }
}
