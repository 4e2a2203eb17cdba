import type { Build } from '../../clouds/cloud.ts';
import type { Step } from '../step/step.ts';
import { isYoung, ofPeriod } from './archive-comment.ts';
import type { Context } from './pack.ts';
import { buildRequest, submitBuild } from './submit.ts';

/**
 * Sends the context to be built. Where the cloud answers with an equal build that is older than `reuse-within`, which was not
 * seen before, as its builds could not be read, the context is sent once more with the comment of this period.
 */
export async function submitYoung(step: Step, context: Context): Promise<Build> {
  const build = await submitBuild(step, buildRequest(step, context));
  if (!build.cached || isYoung(step, build)) return build;
  step.console.info(
    `Build ${build.id} is older than reuse-within: the context is sent again, to be built anew.`,
  );
  const renewed = await ofPeriod(step, context);
  const { context: facts } = step.recorder.result();
  if (facts !== undefined) step.recorder.note({ context: { ...facts, hash: renewed.hash } });
  return submitBuild(step, buildRequest(step, { ...context, ...renewed }));
}
