import { pause } from '../../server/pause.ts';
import type { Rollout } from './rollout-plan.ts';
import type { SgpDeployment } from './state.ts';

type RolloutStep = {
  readonly event?: readonly [type: string, reason: string, message: string];
  readonly lines?: readonly string[];
};

/** Runs a rollout with the events of Kubernetes, to its end or until the deployment's `stop` fires. */
export async function playRollout(
  deployment: SgpDeployment,
  rollout: Rollout,
  stepMs: number,
): Promise<void> {
  const { signal } = deployment.stop;
  const pauseMs = rollout.stepMs ?? stepMs;
  await pause(pauseMs, signal);
  if (signal.aborted) return;
  deployment.status = 'in_progress';
  for (const step of stepsOf(deployment, rollout)) {
    if (step.event) addEvent(deployment, ...step.event);
    for (const line of step.lines ?? []) addLine(deployment, line);
    await pause(pauseMs, signal);
    if (signal.aborted) return;
  }
  if (rollout.end === 'stuck') await pause(Number.POSITIVE_INFINITY, signal);
  else deployment.status = rollout.end ?? 'healthy';
}

function stepsOf(deployment: SgpDeployment, rollout: Rollout): readonly RolloutStep[] {
  const pod = `${deployment.release}-7c9d5b6f4-x2k8p`;
  const scheduled: RolloutStep = {
    event: ['Normal', 'Scheduled', `Successfully assigned ${deployment.namespace}/${pod} to node-emulator`],
  };
  const pulling: RolloutStep = { event: ['Normal', 'Pulling', 'Pulling image'] };
  const started: RolloutStep = { event: ['Normal', 'Started', `Started container ${deployment.agentName}`] };
  const failing = rollout.end === 'failed';
  if (failing && rollout.cause === 'image') return [scheduled, pulling, ...pullFailure()];
  const pulled: RolloutStep = { event: ['Normal', 'Pulled', 'Successfully pulled image'] };
  const up = [scheduled, pulling, pulled, started];
  if (failing) return [...up, { lines: rollout.lines ?? CRASH }, ...backOff(pod)];
  const probe: RolloutStep = {
    event: ['Warning', 'Unhealthy', 'Readiness probe failed: connection refused'],
  };
  return [...up, { lines: rollout.lines ?? START }, probe, { lines: rollout.lines ? [] : READY }];
}

const START = ['Starting agent', 'INFO Loading tools'];
const READY = ['INFO Listening on 0.0.0.0:8000', 'INFO Ready to take tasks'];
const CRASH = ['Starting agent', 'ERROR Traceback (most recent call last):', "ERROR KeyError: 'MODEL_NAME'"];

function pullFailure(): readonly RolloutStep[] {
  return [
    { event: ['Warning', 'Failed', 'Failed to pull image: not found'] },
    { event: ['Warning', 'Failed', 'Error: ImagePullBackOff'] },
  ];
}

function backOff(pod: string): readonly RolloutStep[] {
  return [{ event: ['Warning', 'BackOff', `Back-off restarting failed container in pod ${pod}`] }];
}

export function addEvent(deployment: SgpDeployment, type: string, reason: string, message: string): void {
  deployment.events.push({ type, reason, message, timestamp: new Date().toISOString() });
}

function addLine(deployment: SgpDeployment, text: string): void {
  const level = /^(INFO|ERROR|WARN|DEBUG|FATAL) /.exec(text)?.[1] ?? null;
  const id = String(deployment.lines.length + 1).padStart(8, '0');
  const timestamp = new Date().toISOString();
  deployment.lines.push({ id, message: text, log_level: level, timestamp });
}
