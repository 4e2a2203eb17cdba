import { pause } from '../../server/pause.ts';
import { scalingOf } from './records.ts';
import type { Rollout } from './rollout-plan.ts';
import type { Health, PipecatAgent, Revision } from './state.ts';

type RolloutStep = (agent: PipecatAgent, revision: Revision) => void;

/** Runs a rollout to its end, or until a newer one or the agent's removal replaces it. */
export async function playRollout(
  agent: PipecatAgent,
  wanted: string,
  rollout: Rollout,
  stepMs: number,
): Promise<void> {
  const { signal } = agent.stop;
  const revision = newRevision(wanted);
  for (const step of [turn, ...stepsOf(rollout)]) {
    await pause(rollout.stepMs ?? stepMs, signal);
    if (signal.aborted || agent.desired !== wanted) return;
    step(agent, revision);
    agent.updatedAt = new Date();
  }
}

function newRevision(deploymentID: string): Revision {
  const health: Health = { ready: false, state: 'waiting', restartCount: 0, replicasStarted: 0 };
  return { deploymentID, phase: 'Creating', phaseStartedAt: new Date(), readyReplicas: 0, health };
}

/** The operator starts on the new deployment; the previous one keeps serving sessions. */
const turn: RolloutStep = (agent, revision) => {
  agent.reconciled = revision.deploymentID;
  agent.previous = agent.current?.phase === 'Active' ? agent.current : undefined;
  agent.current = revision;
  agent.ready = false;
  agent.available = agent.previous !== undefined;
  agent.errors = [];
  agent.conditions = [];
  revision.phaseStartedAt = new Date();
};

function stepsOf({ end = 'ready', lines, headline }: Rollout): readonly RolloutStep[] {
  switch (end) {
    case 'ready':
      return [start(lines ?? START), activate, settle];
    case 'crash':
      return [
        start(lines ?? CRASH),
        ...crashes(1, headline ?? 'The agent crashed while it started'),
        fail('Unknown error while starting the image'),
      ];
    case 'architecture':
      return [
        start(lines ?? ['exec /usr/local/bin/python: exec format error']),
        ...crashes(255, headline ?? 'The image is of another architecture than the agent'),
        fail('Unknown error while starting the image'),
      ];
    case 'image':
      return [refuseImage(headline ?? 'The image could not be pulled')];
    case 'degraded':
      return [start(lines ?? CRASH), degrade, failQuietly];
    case 'stuck':
      return [start(lines ?? START)];
  }
}

const START = [
  'INFO: Started server process',
  'INFO: Loading the pipeline',
  'INFO: Application startup complete.',
];
const CRASH = [
  'Traceback (most recent call last):',
  '  File "bot.py", line 3, in <module>',
  "ModuleNotFoundError: No module named 'pipecat'",
];

function start(lines: readonly string[]): RolloutStep {
  return (agent, revision) => {
    revision.phase = 'Validating';
    revision.phaseStartedAt = new Date();
    revision.health.replicasStarted = 1;
    for (const line of lines) addEntry(agent, revision, line);
  };
}

const activate: RolloutStep = (agent, revision) => {
  revision.phase = 'Active';
  revision.phaseStartedAt = new Date();
  revision.readyReplicas = Math.max(1, scalingOf(agent).minAgents ?? 0);
  Object.assign(revision.health, { ready: true, state: 'running' });
  if (agent.previous) agent.previous.phase = 'Draining';
  agent.ready = true;
  agent.available = true;
};

const settle: RolloutStep = (agent) => {
  agent.previous = undefined;
};

function crashes(exitCode: number, headline: string): readonly RolloutStep[] {
  return [1, 2, 4].map((restartCount) => (agent, revision) => {
    Object.assign(revision.health, {
      state: 'waiting',
      restartCount,
      ...(headline === '' ? {} : { headline }),
      reason: 'CrashLoopBackOff',
      lastExitCode: exitCode,
      lastTerminationReason: 'Error',
      message: agent.entries.at(-1)?.log ?? 'the container ended',
    });
  });
}

function fail(message: string): RolloutStep {
  return (agent, revision) => {
    failQuietly(agent, revision);
    agent.errors = [{ code: 'PCC_UNKNOWN_ERROR', message }];
  };
}

const failQuietly: RolloutStep = (_agent, revision) => {
  revision.phase = 'Failed';
  revision.phaseStartedAt = new Date();
};

function refuseImage(headline: string): RolloutStep {
  return (agent, revision) => {
    Object.assign(revision.health, {
      ...(headline === '' ? {} : { headline }),
      reason: 'ImagePullBackOff',
    });
    agent.errors = [
      { code: 'PCC_IMAGE_PULL_UNAUTHORIZED', message: 'The registry does not let the image be pulled' },
    ];
  };
}

const degrade: RolloutStep = (agent) => {
  const message = 'Secret voice-secrets has no key OPENAI_API_KEY';
  agent.conditions = [{ type: 'Degraded', status: 'True', reason: 'SecretKeyMissing', message }];
};

/** Times have nanoseconds (contract, getAgentLogs). */
function addEntry(agent: PipecatAgent, { deploymentID }: Revision, log: string): void {
  const now = new Date().toISOString().replace('Z', '');
  const nanoseconds = String(agent.entries.length % 1_000_000).padStart(6, '0');
  agent.entries.push({ log, timestamp: `${now}${nanoseconds}Z`, deploymentId: deploymentID });
}
