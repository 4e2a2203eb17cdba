import { leftAfterAbort } from '../../deadline.ts';
import { cancelBuild } from '../../follow/cancel.ts';
import type { Step } from '../step/step.ts';
import { saveRunning } from './running.ts';

/** How long a cancelled workflow may spend on the request: the runner kills soon (docs/platform.md, Cancellation). */
const WITHIN_MS = 3_000;
/**
 * Milliseconds after the cancel by which the request must end, so that the comment has time too; and the least that
 * the request gets.
 */
const UNTIL_MS = 3_200;
const LEAST_MS = 500;

/**
 * When the workflow is cancelled: cancels its build, or reports that the build goes on. Does nothing where nothing
 * was submitted.
 */
export async function cancelOnAbort(step: Step): Promise<void> {
  const { console, recorder, settings, state } = step;
  const { id, status } = recorder.result().build ?? {};
  // If post already runs, it does this instead.
  if (id === undefined || status === 'cancelled' || state.cancelled()) return;
  const cloud = await step.cloud();
  const { title } = cloud.traits;
  if (status === undefined) {
    const goesOn = cloud.cancel === undefined || !settings.cancelOnAbort;
    recorder.noteBuild({ status: 'cancelled', ...(goesOn && { goesOn }) });
  }
  if (!cloud.cancel) {
    console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
    // It is reported now, and post could not do more.
    saveRunning(state, { cloud: cloud.name, buildId: id, building: false, cancelAsked: false });
  } else if (!settings.cancelOnAbort) {
    console.notice(`cancel-on-abort is false: build ${id} goes on at ${title}.`);
  } else {
    const withinMs = Math.max(LEAST_MS, Math.min(WITHIN_MS, leftAfterAbort(step.signal, UNTIL_MS)));
    const { outcome } = await cancelBuild(cloud, id, { withinMs });
    const asked = outcome !== 'failed';
    saveRunning(state, { cloud: cloud.name, buildId: id, building: !asked, cancelAsked: asked });
    console.info(
      asked
        ? `Asked ${title} to cancel build ${id}.`
        : `The cancel request for build ${id} got no answer in time: the post step asks again.`,
    );
  }
}
