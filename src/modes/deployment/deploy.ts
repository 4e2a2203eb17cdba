import type { Deployment, DeploymentRequest, Deployments } from '../../clouds/cloud.ts';
import { AbortedError, UserError } from '../../errors.ts';
import { type DeploymentEnd, followDeployment } from '../../follow/deployment.ts';
import { deploymentFailure } from '../../report/failure.ts';
import type { DeploymentFacts } from '../../report/result.ts';
import { deploymentLine } from '../../report/story.ts';
import type { Built } from '../build/known.ts';
import { saveRunning } from '../cancel/running.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { recordDeployment } from './github.ts';
import { previewLabel } from './previews.ts';
import { replaceOlder } from './replace.ts';
import { noteStillRunning } from './still-running.ts';
import { deployTargetOf } from './target.ts';

/**
 * Deploys a finished build where the event asks for it and follows the rollout to its end; older previews go
 * only when the new one is healthy.
 * @throws {UserError} when the deployment ended in anything but health.
 */
export async function deploy(step: Step, build: Built): Promise<void> {
  const kind = deployTargetOf(step);
  if (kind === 'none') return;
  const cloud = await step.cloud();
  const { deployments } = cloud;
  if (!deployments) throw new UserError(`${cloud.traits.title} deploys nothing: leave deploy out.`);
  const agentName = agentOf(step, build);
  const request = deploymentRequest(step, kind, agentName, build);
  if (request.preview) step.ledger.noteDeployment({ preview: { label: request.preview.label } });
  step.ledger.note({ outcome: 'deploying' });
  await step.comment.update();
  await recordDeployment(step, kind, () => rollOut(step, deployments, request));
}

async function rollOut(step: Step, deployments: Deployments, request: DeploymentRequest): Promise<void> {
  const { agentName } = request;
  const created = await create(step, deployments, request);
  const end = await phase(
    step,
    { name: 'Deploy', group: `Deploy ${created.id}`, withinMs: step.settings.deployTimeoutMs },
    () => watch(step, deployments, created),
    () => deploymentLine(step.ledger.result().deployment ?? { events: [], lines: [] }),
  );
  if (end.end !== 'ended' || end.deployment.status !== 'healthy') return fail(step, end);
  if (request.preview) await replaceOlder(step, deployments, { agentName, fresh: end.deployment });
}

export function agentOf({ settings }: Pick<Step, 'settings'>, build: Built): string {
  const named = settings.agent?.by === 'agent-name' ? settings.agent.value : undefined;
  const name = ('agentName' in build ? build.agentName : undefined) ?? named ?? settings.project?.agentName;
  if (name === undefined) {
    throw new UserError(
      'The deployment needs the name of the agent, and neither the build nor an input tells it.',
      {
        hint: 'Give agent-name, or manifest.',
      },
    );
  }
  return name;
}

export function deploymentRequest(
  step: Step,
  kind: 'preview' | 'production',
  agentName: string,
  build: Built,
): DeploymentRequest {
  const { project, preview, region } = step.settings;
  return {
    of: 'id' in build ? { buildId: build.id } : { imageName: build.imageName, imageTag: build.imageTag },
    agentName,
    ...(region !== undefined && { region }),
    ...(project && { manifest: project.text }),
    ...(project?.environmentConfig && { environmentConfig: project.environmentConfig.text }),
    ...(project?.agentSettings && { agentSettings: project.agentSettings }),
    ...(kind === 'preview' && { preview: { label: previewLabel(step), ttlMs: preview.ttlMs } }),
  };
}

async function create(step: Step, deployments: Deployments, request: DeploymentRequest): Promise<Deployment> {
  const { console, ledger } = step;
  const what = request.preview
    ? `preview ${request.preview.label} of ${request.agentName}`
    : request.agentName;
  console.info(`Deploying ${what}.`);
  const submitted = (deployment: Deployment) => {
    ledger.noteDeployment({ id: deployment.id, ...previewFacts(deployment, request) });
    // In place of another one it is not taken down by itself.
    if (request.preview && !deployment.previous) {
      saveRunning(step.state, {
        cloud: step.settings.cloud,
        building: false,
        cancelAsked: false,
        previewId: deployment.id,
      });
    }
  };
  const notice = (message: string) => console.info(message);
  const { deployTimeoutMs } = step.settings;
  return step.within(deployTimeoutMs, () => deployments.create(request, { notice, submitted }, step.signal));
}

/** The cloud's own label counts: it may have sanitised ours further. */
function previewFacts(deployment: Deployment, request: DeploymentRequest): Partial<DeploymentFacts> {
  if (!request.preview) return {};
  const label = deployment.previewLabel ?? request.preview.label;
  return { preview: { label, ...(deployment.expiresAt && { expiresAt: deployment.expiresAt }) } };
}

async function watch(step: Step, deployments: Deployments, created: Deployment): Promise<DeploymentEnd> {
  const { console, ledger, settings, signal } = step;
  try {
    const end = await followDeployment(deployments, created, {
      timeoutMs: settings.deployTimeoutMs,
      pollIntervalMs: settings.pollIntervalMs,
      signal,
      onEvent: (event) => {
        const line = `${event.warning ? '⚠ ' : ''}${event.at ? `${event.at} ` : ''}${event.reason}: ${event.message}`;
        return console.buildLines([line]);
      },
      onLines: (lines) => console.buildLines(lines),
      onStatus: (deployment) => console.info(`Status: ${deployment.rawStatus}`),
      onNotice: (notice) => console.info(notice),
    });
    ledger.noteDeployment(factsOf(end));
    return end;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof AbortedError) await stopPreview(step, deployments, created);
    throw thrown;
  } finally {
    saveRunning(step.state, { cloud: settings.cloud, building: false, cancelAsked: false });
  }
}

/** A preview that nobody waits for is taken along; a production rollout is not undone by a cancelled job. */
async function stopPreview(step: Step, deployments: Deployments, created: Deployment): Promise<void> {
  const { console, ledger, settings } = step;
  ledger.noteDeployment({ status: 'cancelled' });
  const isPreview = ledger.result().deployment?.preview !== undefined;
  if (!isPreview || created.previous || !settings.cancelOnAbort) {
    console.notice(`Deployment ${created.id} goes on: a rollout is not undone by a cancelled job.`);
    return;
  }
  const soon = AbortSignal.timeout(3_000);
  const outcome = await deployments.remove(created.id, soon).catch(() => undefined);
  console.info(
    outcome ? `Preview ${created.id} was taken down.` : `Preview ${created.id} could not be taken down.`,
  );
}

const OUTPUT_STATUS: Readonly<Record<string, DeploymentFacts['status']>> = {
  healthy: 'healthy',
  failed: 'failed',
  cancelled: 'cancelled',
  superseded: 'cancelled',
  deleted: 'cancelled',
};

function factsOf(end: DeploymentEnd): Partial<DeploymentFacts> {
  const status = end.end === 'timed-out' ? 'timed_out' : OUTPUT_STATUS[end.deployment.status];
  return {
    id: end.deployment.id,
    ...(status && { status }),
    seconds: end.elapsedMs / 1000,
    events: end.events,
    lines: end.lines,
  };
}

/** What still runs after a failed preview is told, because it was left alone. */
async function fail(step: Step, end: DeploymentEnd): Promise<never> {
  const { ledger } = step;
  const facts = ledger.result().deployment ?? { events: [], lines: [] };
  const failure = deploymentFailure(facts, end.deployment.error ?? endWords(end));
  await noteStillRunning(step, end.deployment);
  ledger.note({ failure });
  throw new UserError(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}

function endWords(end: DeploymentEnd): string | undefined {
  if (end.end !== 'ended') return end.trouble;
  if (end.deployment.status === 'superseded') return 'a later deployment took over';
  if (end.deployment.status === 'deleted') return 'it was deleted while it was rolled out';
  return undefined;
}
