import type { Build, Cloud } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import { followBuild } from '../../follow/build.ts';
import { vmImageFailure } from '../../report/failure/failure.ts';
import { vmImageLine } from '../../report/log-lines.ts';
import type { VmImageFacts } from '../../report/result.ts';
import { OUTPUT_STATUS, saveRunning } from '../cancel/running.ts';
import { masked } from '../step/masked.ts';
import { noticeTo } from '../step/notice.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { secondsOf } from './facts.ts';
import { statusChanged } from './follow.ts';

/**
 * Starts a VM image from a finished container image and follows it (docs/interface.md, `vm-image`), with a
 * `build-timeout` of its own.
 *
 * @throws {UserError} where the VM image failed; the container image exists all the same.
 */
export async function makeVmImage(step: Step, built: Build): Promise<void> {
  const cloud = await step.cloud();
  const { derive } = cloud;
  if (!derive)
    throw new UserError(`${cloud.traits.title} makes no VM images`, { hint: 'Leave vm-image out.' });
  if (cloud.isDerived?.(built)) return noteAlone(step, cloud, built);
  const { recorder } = step;
  const names = { name: 'VM image', group: `Build ${built.id}, VM image` };
  const facts = () => recorder.result().build ?? { steps: [] };
  const vm = await phase(
    step,
    names,
    () => follow(step, cloud, built, () => derive(built, progressOf(step, cloud), step.signal)),
    () => vmImageLine(facts()),
  );
  if (facts().vmImage?.status === 'success') return;
  const failure = vmImageFailure(facts(), masked(vm, step.console.maskText).error);
  recorder.note({ failure });
  throw new UserError(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}

/** Records the build as the VM image that it is, and prints one line. */
function noteAlone({ console, recorder }: Step, cloud: Cloud, built: Build): void {
  console.info(
    `${cloud.traits.title} makes VM images here and nothing else: build ${built.id} is the VM image.`,
  );
  const seconds = secondsOf(built);
  noteVmImage(recorder, {
    status: 'success',
    ...(seconds !== undefined && { seconds }),
    ...(built.image !== undefined && { reference: built.image }),
  });
}

function noteVmImage(recorder: Step['recorder'], vmImage: VmImageFacts): void {
  recorder.noteBuild({ vmImage });
  const { details = {} } = recorder.extra();
  recorder.noteExtra({ details: { ...details, 'vm-image': vmImage } });
}

function progressOf({ console, state }: Step, cloud: Cloud): Parameters<NonNullable<Cloud['derive']>>[1] {
  return {
    notice: (message) => console.info(message),
    submitted: ({ id }) => saveRunning(state, { cloud: cloud.name, buildId: id, building: true }),
  };
}

async function follow(step: Step, cloud: Cloud, built: Build, derive: () => Promise<Build>): Promise<Build> {
  const { console, recorder, settings, signal, state } = step;
  recorder.noteBuild({ vmImage: {} });
  // The cloud's log is of the container image, not of the VM image.
  const { log: _log, ...silent } = cloud;
  const followed = async () => {
    const queued = await derive();
    statusChanged(step, silent, queued);
    return followBuild(silent, queued, {
      timeoutMs: settings.buildTimeoutMs,
      pollIntervalMs: settings.pollIntervalMs,
      signal,
      onLines: () => undefined,
      onStatus: (now) => statusChanged(step, silent, now),
      onNotice: noticeTo(console),
    });
  };
  const { build, end, elapsedMs, cancel } = await followed().catch((thrown: unknown) => {
    if (signal.aborted) goesOn(step, cloud, built);
    throw thrown;
  });
  if (cancel?.outcome === 'incapable') warnOfVmImage(step, cloud, built);
  saveRunning(state, { cloud: cloud.name, buildId: built.id, built: 'success' });
  const late = end === 'timed-out' && build.status !== 'succeeded';
  const vmImage = {
    status: late ? 'timed_out' : (OUTPUT_STATUS[build.status] ?? 'error'),
    seconds: secondsOf(build) ?? elapsedMs / 1000,
    ...(build.image !== undefined && build.status === 'succeeded' && { reference: build.image }),
  } as const;
  noteVmImage(recorder, vmImage);
  return build;
}

/** The workflow was cancelled: the container image is built, and nothing ends its VM image. */
function goesOn(step: Step, cloud: Cloud, built: Build): void {
  if (step.state.cancelled()) return;
  warnOfVmImage(step, cloud, built);
  noteVmImage(step.recorder, { status: 'cancelled', goesOn: 'surely' });
  saveRunning(step.state, { cloud: cloud.name, buildId: built.id, built: 'success' });
}

function warnOfVmImage({ console }: Step, { traits }: Cloud, { id }: Build): void {
  console.warning(`${traits.title} cannot cancel builds: the VM image of build ${id} goes on there.`);
}
