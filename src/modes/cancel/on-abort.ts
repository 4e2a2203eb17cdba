import type { Cloud } from '../../clouds/cloud.ts';
import { leftAfterAbort } from '../../deadline.ts';
import { cancelBuild } from '../../follow/cancel.ts';
import type { Step } from '../step/step.ts';
import { OUTPUT_STATUS, saveRunning } from './running.ts';

/** How long a cancelled workflow may spend on the request: the runner kills soon (docs/platform.md, Cancellation). */
const WITHIN_MS = 3_000;
/**
 * Milliseconds after the cancel by which the request must end, so that the comment has time too; and the least that
 * the request gets.
 */
const UNTIL_MS = 3_200;
const LEAST_MS = 500;

/** Milliseconds for asking whether the build had ended before it could be cancelled. */
const ASK_MS = 1_000;

/**
 * When the workflow is cancelled: cancels its build, or reports that the build goes on. Does nothing where nothing
 * was submitted, or the build has ended.
 */
export async function cancelOnAbort(step: Step): Promise<void> {
  const { console, recorder, settings, state } = step;
  const { id, status } = recorder.result().build ?? {};
  if (id === undefined || status !== undefined) return;
  const cloud = await step.cloud();
  const { title } = cloud.traits;
  // If post already runs, it cancels and reports instead.
  const isPosts = state.cancelled();
  if (cloud.cancel && settings.cancelOnAbort) return isPosts ? undefined : cancel(step, cloud, id);
  recorder.noteBuild({ status: 'cancelled', goesOn: 'surely' });
  if (isPosts) return;
  if (cloud.cancel) console.notice(`cancel-on-abort is false: build ${id} goes on at ${title}.`);
  else console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
  // It is reported now, and post could not do more.
  saveRunning(state, { cloud: cloud.name, buildId: id });
}

async function cancel({ console, recorder, signal, state }: Step, cloud: Cloud, id: string): Promise<void> {
  const { title } = cloud.traits;
  // For a result that is written before the cloud has answered.
  recorder.noteBuild({ status: 'cancelled' });
  const left = () => leftAfterAbort(signal, UNTIL_MS);
  const { outcome } = await cancelBuild(cloud, id, {
    withinMs: Math.max(LEAST_MS, Math.min(WITHIN_MS, left())),
  });
  const asked = outcome !== 'failed';
  saveRunning(state, { cloud: cloud.name, buildId: id, building: !asked, cancelAsked: asked });
  if (!asked) {
    recorder.noteBuild({ goesOn: 'perhaps' });
    console.info(`The cancel request for build ${id} got no answer in time: the post step asks again.`);
    return;
  }
  // A cloud may take the request for a build that has ended (contracts/sgp.openapi.yaml, cancelBuild).
  const soon = AbortSignal.timeout(Math.max(1, Math.min(ASK_MS, left())));
  const build = await cloud.get(id, soon).catch(() => undefined);
  const end = build && OUTPUT_STATUS[build.status];
  if (end === undefined || end === 'cancelled') return console.info(`Asked ${title} to cancel build ${id}.`);
  recorder.noteBuild({ status: end });
  saveRunning(state, { cloud: cloud.name, buildId: id, built: end });
  console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
}
