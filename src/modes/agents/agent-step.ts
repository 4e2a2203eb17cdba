import { rm } from 'node:fs/promises';
import type { ClientShare } from '../../clouds/index.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { FaultyInputs } from '../../settings/faults.ts';
import type { Settings } from '../../settings/settings.ts';
import type { SharedComment } from '../comment/comment.ts';
import type { CommentContext, StepComment } from '../comment/context.ts';
import { cloudOpener } from '../step/open-cloud.ts';
import type { Step } from '../step/step.ts';
import { type AgentLog, openAgentLog } from './agent-log.ts';
import type { Limits } from './limits.ts';
import type { Member } from './member.ts';
import type { Progress } from './progress.ts';

/** What all agents of a step have in common. */
export type Common = {
  readonly step: Step;
  /** Fires when the workflow is cancelled, and on the first failure where that ends the rest. */
  readonly signal: AbortSignal;
  /** Why it fired, as the beginning of a sentence. */
  readonly why: () => string;
  readonly limits: Limits;
  readonly progress: Progress;
  /** There are several agents, so some may have to wait. */
  readonly hasSeveral: boolean;
  /** The pull request is closed: only agents that had a preview are in the comment. */
  readonly isTeardown: boolean;
  /** The one writer of the comment. */
  readonly comment: SharedComment;
  /** By cloud, address and account. */
  readonly shares: Map<string, ClientShare>;
};

/** An agent's step, and how it is closed after its run. */
type AgentStep = {
  readonly step: Step;
  readonly log: AgentLog;
  /** Waits for background work, removes temporary files, closes the log. */
  readonly close: () => Promise<void>;
};

/** The step of one agent: its own console, record and comment; it shares with the others only what may be shared. */
export function openAgentStep(
  common: Common,
  member: Member,
  settings: Settings,
  comment: StepComment,
): AgentStep {
  const { step: whole, signal, limits } = common;
  const log = openAgentLog(member.logFile, whole.console, whole.env.RUNNER_DEBUG === '1');
  const background: Promise<void>[] = [];
  const temporaryPaths: string[] = [];
  const shared = {
    ...whole,
    settings,
    signal,
    console: log.console,
    state: whole.state.of(member.index),
    recorder: observed(common, member),
  };
  const step: Step = {
    ...shared,
    ...cloudOpener(settings, log.console, shareOf(common, settings)),
    comment,
    turn: (work, task) => limits[work](task, signal),
    openBuildLog: log.buildLog,
    background: (work) => background.push(work),
    removeAtEnd: (path) => temporaryPaths.push(path),
  };
  const close = async () => {
    await Promise.allSettled(background);
    await Promise.all(
      temporaryPaths.map((path) => rm(path, { recursive: true, force: true }).catch(() => undefined)),
    );
    const fault = await log.close();
    if (fault !== undefined) whole.console.warning(`The log file ${log.path} is incomplete: ${fault}`);
  };
  return { step, log, close };
}

/** The agent's section and row, also where its settings are faulty. */
export function openAgentComment({ step, comment }: Common, { agent, index, settings, recorder }: Member) {
  const named = {
    ...step.settings,
    cloud: agent.cloud,
    agent: { by: 'agent-name', value: agent.name },
  } as const;
  const context: CommentContext = {
    ...step,
    settings: settings instanceof FaultyInputs ? named : settings,
    recorder,
    state: step.state.of(index),
  };
  return comment.of(context);
}

/** The recorder; each phase is also reported to the progress of all agents. */
function observed({ progress }: Common, member: Member): RunRecorder {
  const { recorder } = member;
  return {
    ...recorder,
    phase: (name, work) => {
      progress.phase(member, name);
      return recorder.phase(name, work);
    },
  };
}

function shareOf({ shares }: Common, { cloud, connection }: Settings): ClientShare {
  const key = JSON.stringify([cloud, connection?.baseUrl, connection?.account, connection?.apiKey]);
  const share = shares.get(key) ?? {};
  shares.set(key, share);
  return share;
}
