import type { RunOptions } from './options.ts';
import { cancelProcess } from './process.ts';
import { type RunRecord, recordOf, savedBefore, stateOf } from './record.ts';
import { endOf, openStep, type StartedPart, type Step, startPart } from './step.ts';

export type { Annotation, LogEvent } from './events.ts';
export type { Job, RunOptions } from './options.ts';
export { openOutput } from './output.ts';
export { PLATFORMS, type Platform, type PlatformName } from './platform.ts';
export type { ActionProcess, PartRecord, Start } from './process.ts';
export type { RunRecord } from './record.ts';
export { type LogView, openView, renderLog } from './view.ts';

/** A running step. */
export type RunningAction = {
  /** Main's process id. */
  readonly pid: number;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** The first line that matches, also an earlier one. Rejects when the step ends and after `timeoutMs` (60 s). */
  readonly line: (matches: RegExp, timeoutMs?: number) => Promise<string>;
  /** Only to main. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Cancels the job: the platform's signals, then post. Does nothing after main has ended. */
  readonly cancel: () => void;
  /** When main and post have ended. */
  readonly done: Promise<RunRecord>;
};

/** Runs an action as the platform does: main, then post with what main saved. */
export function runAction(options: RunOptions): Promise<RunRecord> {
  return spawnAction(options).done;
}

/** Starts an action and returns at once, so that a test can act while it runs. */
export function spawnAction(options: RunOptions): RunningAction {
  const step = openStep(options);
  const main = startPart(step, 'main', {});
  let cancel = () => {};
  const cancelled = new Promise<'cancelled'>((resolve) => {
    cancel = () => resolve('cancelled');
  });
  return {
    pid: main.process.pid,
    temp: step.temp,
    line: (matches, timeoutMs = 60_000) => step.lookout.wait(matches, timeoutMs),
    signal: main.process.signal,
    cancel,
    done: follow(step, main, cancelled).finally(step.lookout.close),
  };
}

async function follow(step: Step, main: StartedPart, cancelled: Promise<'cancelled'>): Promise<RunRecord> {
  const wantsPost = step.options.post !== false && step.action.post !== undefined;
  const how = await Promise.race([main.process.ended.then(() => 'ended' as const), cancelled]);
  const isCancelled = how === 'cancelled';
  if (isCancelled) await cancelProcess(step.platform, main.process, step.options.timeScale ?? 1);
  const lost = isCancelled && step.platform.filesLostOnCancel;
  const saved = lost ? savedBefore(main.process.soFar()) : stateOf(await endOf(main, lost));
  const post = wantsPost ? await endOf(startPart(step, 'post', saved), false) : undefined;
  // A container is removed after post, even if something still runs in it.
  main.process.killGroup();
  const facts = { cancelled: isCancelled, temp: step.temp };
  return recordOf(step.platform, { main: await endOf(main, lost), post }, saved, facts);
}
