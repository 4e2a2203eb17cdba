import { rm } from 'node:fs/promises';
import type { Source } from './clouds/cloud.ts';
import { CLOUD_TRAITS } from './clouds/traits.ts';
import { messageOf } from './errors.ts';
import { abortOnCancel } from './host/abort.ts';
import { type Console, openConsole } from './host/console/console.ts';
import { documentationUrl } from './host/documentation.ts';
import { readTrigger, type Trigger } from './host/event/event.ts';
import { detectHost } from './host/host.ts';
import { openState } from './host/state.ts';
import { withTemporaryFolder } from './host/temporary-folder.ts';
import { watchEnding } from './host/unfinished.ts';
import type { StepComment } from './modes/comment/context.ts';
import { isForStep } from './modes/comment/wanted.ts';
import { type LateWork, workAfterResult } from './modes/step/after-result.ts';
import { classifyFailure } from './modes/step/classify-failure.ts';
import type { StepParts } from './modes/step/open-step.ts';
import { publishResult } from './modes/step/publish-result.ts';
import type { Step } from './modes/step/step.ts';
import { omitUndefined } from './omit-undefined.ts';
import { createRunRecorder } from './report/run-recorder.ts';
import { FaultyInputs } from './settings/faults.ts';
import { readSettings } from './settings/read-settings.ts';
import type { Settings } from './settings/settings.ts';

/** Runs a step: reads event and settings, runs the mode, catches all errors, and reports. */
export async function main(given: NodeJS.ProcessEnv): Promise<void> {
  const host = detectHost(given);
  const console = openConsole(host);
  const env = withTemporaryFolder(given, console.debug);
  const state = openState(env, host, console);
  const signal = abortOnCancel(host, state);
  const recorder = createRunRecorder({ cloud: '', outcome: 'failed', source: {}, phases: [] });
  const inputWarnings: string[] = [];
  const temporaryPaths: string[] = [];
  const background: Promise<void>[] = [];
  const atEnd: LateWork[] = [];
  const lists = { inputWarnings, temporaryPaths, background, atEnd };
  const parts = { env, host, console, state, signal, recorder, ...lists };
  let comment: StepComment | undefined;
  const ending = watchEnding(() => recorder.underWay().map((phase) => `the phase ${phase}`));
  const work = async () => {
    const { step, run } = await begin(parts);
    comment = step.comment;
    await run();
  };
  try {
    await ending.of(work());
  } catch (thrown) {
    if (thrown instanceof FaultyInputs) comment ??= await commentOnFaults(parts, thrown);
    const workspace = env.GITHUB_WORKSPACE || process.cwd();
    classifyFailure(recorder, thrown, signal, { workspace, documentation: documentationUrl(env, host) });
  }
  const last = async (work: Promise<unknown> | undefined) =>
    ending.of(Promise.resolve(work)).catch((thrown: unknown) => failLate(console, thrown));
  await last(comment?.finish());
  await last(publishResult({ env, host, console, state, recorder }));
  await last(Promise.allSettled([...background, workAfterResult(atEnd, console.debug)]));
  await last(Promise.all(temporaryPaths.map((path) => rm(path, { recursive: true, force: true }))));
  ending.release();
}

/** Reports an error that happens while the result is published. */
function failLate(console: Console, thrown: unknown): void {
  process.exitCode = 1;
  console.error(messageOf(thrown), { title: 'Cloud build could not finish' });
}

/** The step, after its inputs were checked, and the function that does its work. */
async function begin(parts: StepParts): Promise<{ readonly step: Step; readonly run: () => Promise<void> }> {
  const { env, host, console, inputWarnings } = parts;
  const trigger = readTrigger(env, host);
  const settings = await readSettings(env, {
    traits: CLOUD_TRAITS,
    trigger,
    mask: console.mask,
    warn: (message) => {
      inputWarnings.push(message);
      console.warning(message);
    },
    note: (message) => console.info(message),
  });
  noteFacts(parts, trigger, settings);
  const { openStep, runMode } = await import(/* webpackChunkName: "work" */ './work.ts');
  const step = openStep(parts, trigger, settings);
  return { step, run: () => runMode(step) };
}

/** Updates the comment, which would otherwise still show an older commit as ready: this one was not built. */
async function commentOnFaults(
  parts: StepParts,
  { settings }: FaultyInputs,
): Promise<StepComment | undefined> {
  if (settings === undefined) return undefined;
  const { env, host, console, recorder } = parts;
  const trigger = readTrigger(env, host);
  const { commit, ref } = trigger;
  const builds = settings.mode === 'run' && !trigger.closed;
  if (builds) recorder.note({ source: omitUndefined<Source>({ commit, ref }) });
  noteFacts(parts, trigger, settings);
  if (!isForStep({ settings, trigger, console }, true)) return undefined;
  const work = await import(/* webpackChunkName: "work" */ './work.ts');
  return work.openCommentOnFaults(parts, trigger, settings);
}

/** The facts that are known at the start. */
function noteFacts({ host, recorder }: StepParts, trigger: Trigger, settings: Settings): void {
  const traits = CLOUD_TRAITS[settings.cloud];
  recorder.note({
    cloud: settings.cloud,
    cloudTitle: traits.title,
    ...(settings.agent === undefined ? {} : { agent: settings.agent.value }),
    ...(settings.image.name === undefined ? {} : { imageName: settings.image.name }),
    ...(settings.unreadProject === undefined ? {} : { imageName: settings.unreadProject, unnamed: true }),
    ...(trigger.runUrl === undefined ? {} : { runUrl: trigger.runUrl }),
    ...(trigger.repositoryUrl === undefined
      ? {}
      : { repository: { url: trigger.repositoryUrl, files: host.can.filePage } }),
  });
}
