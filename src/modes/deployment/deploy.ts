import type { Deployment, DeploymentRequest, Deployments } from '../../clouds/cloud.ts';
import { AbortedError, HttpError, messageOf, UserError } from '../../errors.ts';
import { brokenLine, deploymentLine } from '../../report/log-lines.ts';
import type { DeploymentFacts } from '../../report/result.ts';
import type { Built } from '../build/known.ts';
import { saveAccess } from '../cancel/access.ts';
import { deploymentMayGoOn } from '../cancel/left-facts.ts';
import { saveRunning } from '../cancel/running.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { takeDownIfClosed } from './closed-meanwhile.ts';
import { noteEarlierPreview } from './earlier-preview.ts';
import { recordDeployment } from './github.ts';
import { isOvertaken } from './overtaken.ts';
import { noticeMissingAddress, previewAddress } from './preview-address.ts';
import { replaceOlder } from './replace.ts';
import { agentOf, deploymentRequest } from './request.ts';
import { fail, idleOf, saveDeploying, saveRollout, watch } from './rollout.ts';
import { deployTargetOf } from './target.ts';
import { verifyPreview } from './verify-preview.ts';

/**
 * Deploys a finished build if the event asks for it, and follows the rollout to its end. Older previews are deleted
 * only when the new one is healthy. A preview is deleted if its pull request was closed meanwhile.
 * @returns `removed` if the pull request was closed meanwhile
 * @throws {UserError} when the deployment ended in anything but health.
 */
export async function deploy(step: Step, build: Built): Promise<'deployed' | 'removed' | 'none'> {
  const kind = deployTargetOf(step);
  if (kind === 'none') return 'none';
  const cloud = await step.cloud();
  const { deployments } = cloud;
  if (!deployments) throw new UserError(`${cloud.traits.title} deploys nothing: leave deploy out.`);
  if (kind === 'preview' && (await isOvertaken(step))) return 'none';
  const agentName = agentOf(step, build);
  const request = deploymentRequest(step, kind, agentName, build);
  if (request.preview) step.recorder.noteDeployment({ preview: { label: request.preview.label } });
  step.recorder.note({ outcome: 'deploying' });
  await step.comment.update();
  return recordDeployment(step, kind, () => rollOut(step, deployments, request));
}

async function rollOut(
  step: Step,
  deployments: Deployments,
  request: DeploymentRequest,
): Promise<'deployed' | 'removed'> {
  const { agentName } = request;
  const created = await create(step, deployments, request);
  if (request.preview) noticeMissingAddress(step);
  if (!step.settings.deployWait) return keepExisting(step, deployments, request, created);
  const end = await phase(
    step,
    { name: 'Deploy', group: `Deploy ${created.id}`, withinMs: step.settings.deployTimeoutMs },
    () => watch(step, deployments, created),
    () => deploymentLine(step.recorder.result().deployment ?? { events: [], lines: [] }),
  );
  const isHealthy = end.end === 'ended' && end.deployment.status === 'healthy';
  const isPreview = request.preview !== undefined && isHealthy;
  // Before older ones are deleted: a preview that does not answer is not a replacement.
  const fault = isPreview ? await verifyPreview(step, deployments, request, end) : undefined;
  if (isPreview && fault === undefined)
    await replaceOlder(step, deployments, { agentName, fresh: end.deployment });
  // Also a failed one: the teardown may have run before this preview existed, or may have deleted it.
  if (request.preview && (await takeDownIfClosed(step, deployments, agentName))) return 'removed';
  if (fault !== undefined) throw fault;
  return isHealthy ? 'deployed' : fail(step, end);
}

/** `deploy-wait: false`: the rollout goes on by itself, and its end is not reported. */
async function keepExisting(
  step: Step,
  deployments: Deployments,
  { agentName, preview }: DeploymentRequest,
  created: Deployment,
): Promise<'deployed' | 'removed'> {
  saveRunning(step.state, { cloud: step.settings.cloud });
  step.console.info(`Deploy ${created.id} was begun and is not followed (deploy-wait: false).`);
  if (preview && (await takeDownIfClosed(step, deployments, agentName))) return 'removed';
  return 'deployed';
}

async function create(step: Step, deployments: Deployments, request: DeploymentRequest): Promise<Deployment> {
  const { console, recorder } = step;
  const what = request.preview
    ? `preview ${request.preview.label} of ${request.agentName}`
    : request.agentName;
  console.info(`Deploying ${what}.`);
  const submitted = (deployment: Deployment) => {
    recorder.noteDeployment({ id: deployment.id, ...previewFacts(step, deployments, request, deployment) });
    saveAccess(step);
    saveRollout(step, deployment);
  };
  const notice = (message: string) => console.info(message);
  const warning = (message: string) => console.warning(message);
  const { deployTimeoutMs } = step.settings;
  const began = performance.now();
  saveDeploying(step, what);
  try {
    return await step.within(deployTimeoutMs, () =>
      deployments.create(request, { notice, warning, submitted }, step.signal),
    );
  } catch (thrown) {
    if (step.signal.aborted) return await abortedWhileSent(step, what, thrown);
    saveRunning(step.state, idleOf(step));
    console.info(brokenLine('Deploy', messageOf(thrown), performance.now() - began));
    if (request.preview && answersReads(thrown)) await noteEarlierPreview(step);
    throw thrown;
  }
}

/** The workflow was cancelled before the deployment had an id. @throws what was thrown */
async function abortedWhileSent(step: Step, what: string, thrown: unknown): Promise<never> {
  const { console, recorder, state } = step;
  const isKnown = recorder.result().deployment?.id !== undefined;
  if (isKnown || state.cancelled()) throw thrown;
  if (thrown instanceof AbortedError && thrown.unanswered) {
    recorder.noteDeployment({ status: 'cancelled', goesOn: 'perhaps' });
    console.warning(deploymentMayGoOn(what, (await step.cloud()).traits));
  }
  saveRunning(state, idleOf(step));
  throw thrown;
}

/** If even a read failed, the cloud would not answer which preview still runs either. */
function answersReads(thrown: unknown): boolean {
  return !(thrown instanceof HttpError && thrown.method === 'GET');
}

/** The label as the cloud has it: it may have changed ours. */
function previewFacts(
  step: Step,
  deployments: Deployments,
  request: DeploymentRequest,
  deployment: Deployment,
): Partial<DeploymentFacts> {
  if (!request.preview) return {};
  const label = deployment.previewLabel ?? request.preview.label;
  const { expiresAt } = deployment;
  const address = previewAddress(step, deployments, request, deployment);
  return { preview: { label, ...(expiresAt && { expiresAt }), ...address } };
}
