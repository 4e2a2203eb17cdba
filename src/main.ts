import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from './clouds/cloud.ts';
import { CLOUD_TRAITS } from './clouds/traits.ts';
import { messageOf } from './errors.ts';
import { abortOnCancel } from './host/abort.ts';
import { type Console, openConsole } from './host/console/console.ts';
import { documentationUrl } from './host/documentation.ts';
import { readTrigger, type Trigger } from './host/event/event.ts';
import { detectHost, type Host } from './host/host.ts';
import { openLogFile } from './host/log-file.ts';
import { openState, type State } from './host/state.ts';
import { withTemporaryFolder } from './host/temporary-folder.ts';
import { watchEnding } from './host/unfinished.ts';
import { openComment } from './modes/comment/comment.ts';
import type { StepComment } from './modes/comment/context.ts';
import { type LateWork, workAfterResult } from './modes/step/after-result.ts';
import { classifyFailure } from './modes/step/classify-failure.ts';
import { cloudOpener } from './modes/step/open-cloud.ts';
import { forgeOpener } from './modes/step/open-forge.ts';
import { publishResult } from './modes/step/publish-result.ts';
import type { Step } from './modes/step/step.ts';
import { omitUndefined } from './omit-undefined.ts';
import { createRunRecorder, type RunRecorder } from './report/run-recorder.ts';
import { isForMany } from './settings/agents.ts';
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
  const temporaryPaths: string[] = [];
  const background: Promise<void>[] = [];
  const atEnd: LateWork[] = [];
  const parts = { env, host, console, state, signal, recorder, temporaryPaths, background, atEnd };
  let comment: StepComment | undefined;
  const ending = watchEnding(() => recorder.underWay().map((phase) => `the phase ${phase}`));
  const work = async () => {
    const step = await openStep(parts);
    comment = step.comment;
    await runMode(step);
  };
  try {
    await ending.of(work());
  } catch (thrown) {
    if (thrown instanceof FaultyInputs) comment ??= commentOnFaults(parts, thrown);
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

type StepParts = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly signal: AbortSignal;
  readonly recorder: RunRecorder;
  readonly temporaryPaths: string[];
  readonly background: Promise<void>[];
  /** Begins after the result is published. */
  readonly atEnd: LateWork[];
};

async function openStep(parts: StepParts): Promise<Step> {
  const { env, host, console, temporaryPaths, background, atEnd } = parts;
  const trigger = readTrigger(env, host);
  const settings = await readSettings(env, {
    traits: CLOUD_TRAITS,
    trigger,
    mask: console.mask,
    warn: (message) => console.warning(message),
    note: (message) => console.info(message),
  });
  const context = contextOf(parts, trigger, settings);
  return {
    ...context,
    ...cloudOpener(settings, console),
    comment: openComment(context),
    turn: (_work, task) => task(),
    openBuildLog: (id) =>
      openLogFile(join(context.temp, `cloud-build-${id.replaceAll(/[^\w.-]/g, '_')}.log`)),
    background: (work) => background.push(work),
    afterResult: (work) => atEnd.push(work),
    removeAtEnd: (path) => temporaryPaths.push(path),
  };
}

/** Updates the comment, which would otherwise still show an older commit as ready: this one was not built. */
function commentOnFaults(parts: StepParts, { settings }: FaultyInputs): StepComment | undefined {
  if (settings === undefined) return undefined;
  const trigger = readTrigger(parts.env, parts.host);
  const { commit, ref } = trigger;
  parts.recorder.note({ source: omitUndefined<Source>({ commit, ref }) });
  return openComment(contextOf(parts, trigger, settings), { isFaulty: true });
}

/** The context for the comment; also records the facts that are known from the start. */
function contextOf(parts: StepParts, trigger: Trigger, settings: Settings) {
  const { env, host, console, recorder } = parts;
  const traits = CLOUD_TRAITS[settings.cloud];
  recorder.note({
    cloud: settings.cloud,
    cloudTitle: traits.title,
    ...(settings.agent === undefined ? {} : { agent: settings.agent.value }),
    ...(trigger.runUrl === undefined ? {} : { runUrl: trigger.runUrl }),
    ...(trigger.repositoryUrl === undefined
      ? {}
      : { repository: { url: trigger.repositoryUrl, files: host.can.filePage } }),
  });
  const forge = forgeOpener({ env, host, trigger, token: settings.githubToken, console });
  const temp = env.RUNNER_TEMP || tmpdir();
  return { ...parts, trigger, settings, forge, temp, repositories: new Map() };
}

/** Each mode is a separate chunk: a faulty input is reported without loading any. */
async function runMode(step: Step): Promise<void> {
  switch (step.settings.mode) {
    case 'run':
      return isForMany(step.settings)
        ? (await import(/* webpackChunkName: "mode-agents" */ './modes/agents.ts')).runAgents(step)
        : (await import(/* webpackChunkName: "mode-run" */ './modes/run.ts')).run(step);
    case 'plan':
      return (await import(/* webpackChunkName: "mode-plan" */ './modes/plan.ts')).plan(step);
    case 'cleanup':
      return (await import(/* webpackChunkName: "mode-cleanup" */ './modes/cleanup.ts')).cleanUp(step);
    case 'report':
      return (await import(/* webpackChunkName: "mode-report" */ './modes/report.ts')).report(step);
  }
}
