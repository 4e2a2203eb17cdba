import type { Build, Cloud } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import { type BuildEnd, followBuild } from '../../follow/build.ts';
import { createStepReader, type StepReader } from '../../follow/steps/steps.ts';
import { buildFailure } from '../../report/failure/failure.ts';
import { buildLine } from '../../report/log-lines.ts';
import type { Failure } from '../../report/result.ts';
import { oneLine } from '../../report/text.ts';
import { OUTPUT_STATUS, saveRunning } from '../cancel/running.ts';
import { masked } from '../step/masked.ts';
import { noticeTo } from '../step/notice.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { factsOf } from './facts.ts';
import type { History } from './history.ts';

/**
 * Follows a submitted build to its end, log lines as they arrive.
 * @param onSuccess called as soon as it has succeeded, while the end of its log is still being read
 * @throws {UserError} when the build ended in anything but success; {AbortedError} when the workflow was cancelled.
 */
export async function followToEnd(
  step: Step,
  submitted: Build,
  history: History,
  onSuccess: (build: Build) => void = () => undefined,
): Promise<Build> {
  const cloud = await step.cloud();
  const steps = createStepReader();
  const withinMs = step.settings.buildTimeoutMs;
  const names = { name: 'Build', group: `Build ${submitted.id}`, withinMs };
  const end = await phase(
    step,
    names,
    () => watch(step, cloud, submitted, { steps, history, onSuccess }),
    () => buildLine(step.recorder.result().build ?? { steps: [] }),
  );
  step.recorder.noteBuild(history.compare());
  if (end.cancel?.outcome === 'incapable')
    step.console.warning(`${cloud.traits.title} cannot cancel builds: build ${submitted.id} goes on there.`);
  // Also after the timeout: it succeeded before it could be cancelled.
  if (end.build.status === 'succeeded') return end.build;
  const facts = step.recorder.result().build ?? { steps: [] };
  // Before anything is cut: half a secret would not be found any more.
  const { error, rawStatus } = masked(end.build, step.console.maskText);
  const failure = withoutEnd(end, rawStatus, buildFailure(facts, error));
  step.recorder.note({ failure });
  throw new UserError(failure.message, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    ...(failure.place === undefined ? {} : { place: failure.place }),
  });
}

/** Where the cloud did not answer, or not in words that are known, a longer timeout does not help. */
function withoutEnd({ end, build, trouble }: BuildEnd, rawStatus: string, failure: Failure): Failure {
  if (end === 'timed-out' && trouble === undefined && build.status === 'unknown') {
    const message = `Its last status before the timeout, ${oneLine(rawStatus, 100)}, is unknown to this action.`;
    return {
      ...failure,
      message,
      hint: 'Look for the build on the cloud: if it has ended there, please report the status.',
    };
  }
  if (trouble === undefined) return failure;
  const message = `Its status could not be read before the timeout: ${trouble}`;
  return { ...failure, message, hint: 'Look for the build on the cloud before running the job again.' };
}

/** How long a build is followed after it was cancelled because of the timeout. Milliseconds. */
const CANCEL_GRACE_MS = 30_000;

type Watching = {
  readonly steps: StepReader;
  readonly history: History;
  readonly onSuccess: (build: Build) => void;
};

async function watch(
  step: Step,
  cloud: Cloud,
  submitted: Build,
  { steps, history, onSuccess }: Watching,
): Promise<BuildEnd> {
  const { console, recorder, settings, state, signal } = step;
  const logFile = step.openBuildLog(submitted.id);
  if (cloud.log) recorder.noteBuild({ logFile: logFile.path });
  else announceMissingLog(step, cloud, submitted);
  try {
    const end = await followBuild(cloud, submitted, {
      timeoutMs: settings.buildTimeoutMs,
      graceMs: Math.min(settings.buildTimeoutMs, CANCEL_GRACE_MS),
      pollIntervalMs: settings.pollIntervalMs,
      signal,
      onLines: async (lines) => {
        const now = Date.now();
        for (const line of lines) steps.read(line, now);
        // All lines together, as no secret spans a line break.
        const text = console.maskText(lines.join('\n'));
        await Promise.all([console.buildLines(lines), logFile.write([text])]);
      },
      onStatus: (build) => statusChanged(step, cloud, build),
      onNotice: noticeTo(console),
      expectedMs: history.expectedMs,
      onEnd: (build) => {
        const status = OUTPUT_STATUS[build.status] ?? 'error';
        // Known from now on: a cancel while the end of the log is read does not cancel the build any more.
        recorder.noteBuild({ status });
        // Before a deployment saves its own state for post.
        saveRunning(state, { cloud: cloud.name, buildId: build.id, built: status });
        if (build.status === 'succeeded') onSuccess(build);
      },
    });
    if (end.end === 'timed-out') {
      const building = end.cancel?.outcome === 'failed';
      saveRunning(state, { cloud: cloud.name, buildId: end.build.id, building, built: 'timed_out' });
    }
    steps.end(Date.now(), end.build.status === 'succeeded' ? 'succeeded' : undefined);
    recorder.noteBuild(await factsOf(step, end, steps));
    return end;
  } catch (thrown) {
    steps.end(Date.now());
    recorder.noteBuild({ steps: steps.steps() });
    throw thrown;
  } finally {
    const fault = await logFile.close();
    if (fault !== undefined) console.warning(`The log file ${logFile.path} is incomplete: ${fault}`);
  }
}

/** Says once, before the first status, what will not be shown and cannot be done. */
function announceMissingLog(step: Step, cloud: Cloud, submitted: Build): void {
  const { title } = cloud.traits;
  const abort = cloud.cancel ? '' : ' It cannot cancel a build either: a started build goes on.';
  step.console.info(
    `${title} has no build log: status changes are shown instead, and its error message if it fails.${abort}`,
  );
  statusChanged(step, cloud, submitted);
}

/** For a cloud without a log, only status changes and their times can be shown. */
export function statusChanged({ console }: Step, cloud: Cloud, build: Build): void {
  const parts = (build.artifacts ?? []).map(({ kind, rawStatus }) => `${kind} ${rawStatus}`);
  const detail = parts.length > 1 ? ` (${parts.join(', ')})` : '';
  const line = `${new Date().toISOString()} ${cloud.traits.title}: ${build.rawStatus}${detail}`;
  if (cloud.log) console.debug(line);
  else console.info(line);
}
