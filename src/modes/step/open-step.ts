import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Host } from '../../host/host.ts';
import { openLogFile } from '../../host/log-file.ts';
import type { State } from '../../host/state.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { isForMany } from '../../settings/agents.ts';
import type { Settings } from '../../settings/settings.ts';
import { unusedInputs } from '../../settings/unused.ts';
import { openComment } from '../comment/comment.ts';
import type { StepComment } from '../comment/context.ts';
import type { LateWork } from './after-result.ts';
import { cloudOpener } from './open-cloud.ts';
import { forgeOpener } from './open-forge.ts';
import { skipDeleted } from './skip.ts';
import type { Step } from './step.ts';

/** Characters of a build's id in the name of its log file: file systems take 255 bytes in all. */
const LONGEST_ID = 100;

/** What a step has before its inputs are read. */
export type StepParts = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly signal: AbortSignal;
  readonly recorder: RunRecorder;
  /** What was warned of while the inputs were read. */
  readonly inputWarnings: string[];
  readonly temporaryPaths: string[];
  readonly background: Promise<void>[];
  /** Started after the result is written. */
  readonly atEnd: LateWork[];
};

/** The step of a run with valid inputs. */
export function openStep(parts: StepParts, trigger: Trigger, settings: Settings): Step {
  const { console, temporaryPaths, background, atEnd } = parts;
  const context = contextOf(parts, trigger, settings);
  return {
    ...context,
    ...cloudOpener(settings, console),
    comment: openComment(context),
    turn: (_work, task) => task(),
    openBuildLog: (id) =>
      openLogFile(
        join(context.temp, `cloud-build-${id.replaceAll(/[^\w.-]/g, '_').slice(0, LONGEST_ID)}.log`),
      ),
    background: (work) => background.push(work),
    afterResult: (work) => atEnd.push(work),
    removeAtEnd: (path) => temporaryPaths.push(path),
  };
}

/** The comment of a step with faulty inputs. */
export function openCommentOnFaults(parts: StepParts, trigger: Trigger, settings: Settings): StepComment {
  return openComment(contextOf(parts, trigger, settings), { isFaulty: true });
}

/** The parts of a step that the comment needs. */
function contextOf(parts: StepParts, trigger: Trigger, settings: Settings) {
  const { env, host, console } = parts;
  const forge = forgeOpener({ env, host, trigger, token: settings.githubToken, console });
  const temp = env.RUNNER_TEMP || tmpdir();
  return { ...parts, trigger, settings, forge, temp, repositories: new Map() };
}

/** Each mode is a chunk of its own, as a run needs one of them. */
export async function runMode(step: Step): Promise<void> {
  for (const warning of unusedInputs(step.env, step.settings)) step.console.warning(warning);
  const { mode } = step.settings;
  if (step.trigger.refDeleted && (mode === 'run' || mode === 'plan')) return skipDeleted(step);
  switch (mode) {
    case 'run':
      return isForMany(step.settings)
        ? (await import(/* webpackChunkName: "mode-agents" */ '../agents.ts')).runAgents(step)
        : (await import(/* webpackChunkName: "mode-run" */ '../run.ts')).run(step);
    case 'plan':
      return (await import(/* webpackChunkName: "mode-plan" */ '../plan.ts')).plan(step);
    case 'cleanup':
      return (await import(/* webpackChunkName: "mode-cleanup" */ '../cleanup.ts')).cleanUp(step);
    case 'report':
      return (await import(/* webpackChunkName: "mode-report" */ '../report.ts')).report(step);
  }
}
