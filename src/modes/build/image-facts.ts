import type { Build } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';
import { imageOf } from './facts.ts';

/** Milliseconds for a request that only adds a figure to the summary. */
const LOOK_WITHIN_MS = 5_000;

/**
 * Adds what the cloud knows of an image in addition to its build's record: size and name. A failure is only a debug
 * line.
 */
export async function noteImageFacts(step: Step, build: Build): Promise<void> {
  const { describe } = await step.cloud();
  if (describe === undefined || build.status !== 'succeeded') return;
  try {
    const described = await describe(build, timeoutSignal(step.signal, LOOK_WITHIN_MS));
    step.recorder.noteBuild(imageOf({ ...build, ...described }, step.recorder.result().build));
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(`The image's size could not be read: ${messageOf(thrown)}`);
  }
}

/**
 * `visibility` of an image that exists, where nothing is built (`build: never`).
 * @throws {UserError} where the cloud does not change it
 */
export async function applyVisibility(step: Step): Promise<void> {
  const { visibility } = step.settings;
  const { imageName, imageTag } = step.recorder.result().build ?? {};
  if (visibility === undefined || imageName === undefined || imageTag === undefined) return;
  const { setVisibility } = await step.cloud();
  if (setVisibility === undefined) return;
  await setVisibility({ imageName, imageTag }, visibility, step.signal);
  step.console.info(`${imageName}:${imageTag} is ${visibility}.`);
}
