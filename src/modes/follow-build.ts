import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build, BuildStatus, Cloud } from '../clouds/cloud.ts';
import { UserError } from '../errors.ts';
import { type BuildEnd, cancelBuild, followBuild } from '../follow/build.ts';
import { locateInstruction } from '../follow/dockerfile.ts';
import { createStepReader, type StepReader } from '../follow/steps.ts';
import { openLogFile } from '../host/log-file.ts';
import { buildFailure } from '../report/failure.ts';
import type { BuildFacts } from '../report/result.ts';
import { buildLine } from '../report/story.ts';
import { phase } from './phase.ts';
import { saveRunning } from './running.ts';
import type { Step } from './step.ts';

/** How long a cancelled workflow may spend on the cancel request: the runner kills soon (docs/platform.md, Cancellation). */
const CANCEL_WITHIN_MS = 3_000;

/**
 * Follows a submitted build to its end, log lines as they arrive.
 * @throws {UserError} when the build ended in anything but success; {AbortedError} when the workflow was cancelled.
 */
export async function followToEnd(step: Step, submitted: Build): Promise<Build> {
  const cloud = await step.cloud();
  const steps = createStepReader();
  const names = { name: 'Build', group: `Build ${submitted.id}` };
  const end = await phase(
    step,
    names,
    () => watch(step, cloud, submitted, steps),
    () => buildLine(step.ledger.result().build ?? { steps: [] }),
  );
  if (end.build.status === 'succeeded' && end.end === 'ended') return end.build;
  const facts = step.ledger.result().build ?? { steps: [] };
  const failure = buildFailure(facts, end.build.error);
  step.ledger.note({ failure });
  throw new UserError(failure.message, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    ...(failure.place === undefined ? {} : { place: failure.place }),
  });
}

async function watch(step: Step, cloud: Cloud, submitted: Build, steps: StepReader): Promise<BuildEnd> {
  const { console, ledger, settings, state, signal } = step;
  const logFile = openLogFile(join(step.temp, `cloud-build-${submitted.id.replaceAll(/[^\w.-]/g, '_')}.log`));
  ledger.noteBuild({ logFile: logFile.path });
  if (!cloud.log) console.info(`${cloud.traits.title} gives no build log: status changes are shown instead.`);
  try {
    const end = await followBuild(cloud, submitted, {
      timeoutMs: settings.buildTimeoutMs,
      pollIntervalMs: settings.pollIntervalMs,
      signal,
      onLines: async (lines) => {
        for (const line of lines) steps.read(line, Date.now());
        await Promise.all([console.buildLines(lines), logFile.write(lines.map(console.conceal))]);
      },
      onStatus: (build) => statusChanged(step, cloud, build),
      onNotice: (notice) => console.info(notice),
    });
    saveRunning(state, { cloud: cloud.name, buildId: end.build.id, building: false, cancelAsked: false });
    steps.end(Date.now());
    ledger.noteBuild(await factsOf(step, end, steps));
    return end;
  } catch (thrown) {
    steps.end(Date.now());
    ledger.noteBuild({ steps: steps.steps() });
    if (signal.aborted) await cancelOnAbort(step, cloud, submitted);
    throw thrown;
  } finally {
    const fault = await logFile.close();
    if (fault !== undefined) console.warning(`The log file ${logFile.path} is not whole: ${fault}`);
  }
}

/** A cloud without a log tells its story by status changes and their times. */
function statusChanged({ console }: Step, cloud: Cloud, build: Build): void {
  const line = `${new Date().toISOString()} ${cloud.traits.title}: ${build.rawStatus}`;
  if (cloud.log) console.debug(line);
  else console.info(line);
}

/** The cancelled workflow takes its build along, or says which build goes on. */
async function cancelOnAbort(step: Step, cloud: Cloud, build: Build): Promise<void> {
  const { console, settings, state } = step;
  step.ledger.noteBuild({ status: 'cancelled' });
  if (!cloud.cancel) {
    console.warning(`${cloud.traits.title} cannot cancel builds: build ${build.id} goes on there.`);
    return;
  }
  if (!settings.cancelOnAbort) {
    console.notice(`cancel-on-abort is false: build ${build.id} goes on at ${cloud.traits.title}.`);
    return;
  }
  const { outcome } = await cancelBuild(cloud, build.id, { withinMs: CANCEL_WITHIN_MS });
  const asked = outcome !== 'failed';
  saveRunning(state, { cloud: cloud.name, buildId: build.id, building: !asked, cancelAsked: asked });
  console.info(
    asked
      ? `Asked ${cloud.traits.title} to cancel build ${build.id}.`
      : `The cancel request for build ${build.id} got no answer in time: the post step asks again.`,
  );
}

const OUTPUT_STATUS: Readonly<Partial<Record<BuildStatus, BuildFacts['status']>>> = {
  succeeded: 'success',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'timed_out',
  errored: 'error',
};

async function factsOf(step: Step, end: BuildEnd, steps: StepReader): Promise<Partial<BuildFacts>> {
  const { build } = end;
  const status =
    end.end === 'timed-out' && build.status !== 'succeeded' ? 'timed_out' : OUTPUT_STATUS[build.status];
  const failing = status === 'success' ? undefined : await placeOf(step, steps);
  return {
    id: build.id,
    status: status ?? 'error',
    seconds: secondsOf(build) ?? end.elapsedMs / 1000,
    steps: steps.steps(),
    logLines: end.log.delivered,
    ...imageOf(build, step.ledger.result().build),
    ...(failing === undefined ? {} : { failing }),
  };
}

/** The cloud's own figures where it has them: queueing and our polling are not the build. */
function secondsOf(build: Build): number | undefined {
  if (build.startedAt === undefined || build.endedAt === undefined) return undefined;
  const ms = Date.parse(build.endedAt) - Date.parse(build.startedAt);
  return ms >= 0 ? ms / 1000 : undefined;
}

/** `image_url` may be missing even after the end: then name:tag, told as not a full reference (sgp.openapi.yaml, getBuild). */
export function imageOf(
  build: Build,
  known: Pick<BuildFacts, 'imageName' | 'imageTag'> | undefined,
): Partial<BuildFacts> {
  const imageName = build.imageName ?? known?.imageName;
  const imageTag = build.imageTag ?? known?.imageTag;
  const names = { ...(imageName && { imageName }), ...(imageTag && { imageTag }) };
  if (build.status !== 'succeeded') return names;
  if (build.image !== undefined) return { ...names, image: { reference: build.image, partial: false } };
  return imageName && imageTag
    ? { ...names, image: { reference: `${imageName}:${imageTag}`, partial: true } }
    : names;
}

/** The failing step, with the line of its instruction in the author's own Dockerfile where that can be found. */
async function placeOf({ settings }: Step, steps: StepReader): Promise<BuildFacts['failing']> {
  const failing = steps.failing();
  if (!failing) return undefined;
  const { dockerfile, workspace } = settings.context;
  const text = await readFile(dockerfile, 'utf8').catch(() => undefined);
  const line = text === undefined ? undefined : locateInstruction(text, failing);
  if (line === undefined) return failing;
  const file = dockerfile.startsWith(`${workspace}/`) ? dockerfile.slice(workspace.length + 1) : dockerfile;
  return { ...failing, place: { file, line } };
}
