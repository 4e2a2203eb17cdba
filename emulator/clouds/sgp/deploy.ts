import { randomUUID } from 'node:crypto';
import { type Call, type Problem, Refusal } from '../../server/exchange.ts';
import type { SgpWorld } from './builds.ts';
import { type Project, readProject, refuse } from './project.ts';
import { addEvent, playRollout } from './rollout.ts';
import { hasSecret } from './secrets.ts';
import type { SgpBuild, SgpDeployment, SgpState } from './state.ts';

type Request = {
  readonly manifest_file: string;
  readonly environment_config: string;
  readonly build_id?: string;
  readonly image_name?: string;
  readonly image_tag?: string;
  readonly preview?: boolean;
  readonly preview_label?: string;
  readonly expires_at?: string;
};

const DEFAULT_LIFE_MS = 8 * 60 * 60 * 1000;

/** The rules of CreateDeploymentRequest that a schema cannot express. */
export function deployConstraints(call: Call): Problem[] {
  if (call.body.kind !== 'json') return [];
  const request = call.body.value as Request;
  const problems: Problem[] = [];
  for (const name of ['preview_label', 'expires_at'] as const) {
    if (!request.preview && request[name] !== undefined) {
      problems.push({ loc: ['body', name], msg: 'Only with preview', type: 'value_error' });
    }
  }
  if (request.build_id !== undefined && (request.image_name ?? request.image_tag) !== undefined) {
    problems.push({ loc: ['body', 'build_id'], msg: 'Not together with an image', type: 'value_error' });
  }
  return problems;
}

/**
 * Starts a rollout. @throws {Refusal} for a build that does not exist or has not succeeded, or for files that do not
 * fit
 */
export function createDeployment(world: SgpWorld, call: Call): SgpDeployment {
  const { state, options } = world;
  const request = (call.body.kind === 'json' ? call.body.value : {}) as Request;
  const build = wantedBuild(state, call.account, request);
  const project = readProject(request.manifest_file, request.environment_config, {
    knows: (name) => hasSecret(options, name),
    flat: options.projectFiles === 'any',
  });
  if (project.agentName !== build.agentName) {
    refuse('manifest_file', `agent.name is ${project.agentName}, the build belongs to ${build.agentName}`);
  }
  const deployment = newDeployment(request, build, project, options.maxPreviewMs);
  if (!deployment.preview) supersede(state, deployment, ['pending', 'in_progress']);
  state.deployments.push(deployment);
  const { preview } = deployment;
  if (preview) expireLater(deployment, preview.expiresAt);
  const rollout = state.rollouts.shift() ?? project.rollout ?? {};
  const running = playRollout(deployment, rollout, options.rolloutStepMs).then(() =>
    settle(state, deployment),
  );
  state.running.add(running);
  running.finally(() => state.running.delete(running));
  return deployment;
}

/** Tears down a deployment; its record stays. @throws {Refusal} if there is nothing to tear down */
export function removeDeployment(deployment: SgpDeployment, reason: string): void {
  if (['deleted', 'cancelled', 'superseded'].includes(deployment.status)) {
    throw new Refusal(409, { detail: `Deployment is already ${deployment.status}` });
  }
  clearTimeout(deployment.expiry);
  deployment.stop.abort();
  deployment.status = 'deleted';
  addEvent(deployment, 'Normal', 'Deleted', reason);
}

function wantedBuild(state: SgpState, account: string, request: Request): SgpBuild {
  const own = state.builds.filter((build) => build.account === account);
  const build =
    request.build_id === undefined
      ? own.findLast(
          (entry) => entry.imageName === request.image_name && entry.imageTag === request.image_tag,
        )
      : own.find((entry) => entry.id === request.build_id);
  if (!build) throw new Refusal(404, { detail: 'Build not found' });
  if (build.status !== 'success') throw new Refusal(409, { detail: `Build is ${build.status}, not success` });
  return build;
}

function newDeployment(
  request: Request,
  build: SgpBuild,
  project: Project,
  maxPreviewMs: number,
): SgpDeployment {
  const id = `deploy_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const preview = request.preview ? previewOf(request, maxPreviewMs) : undefined;
  const suffix = preview ? `-${preview.label ?? 'preview'}-${id.slice(-6)}` : '';
  return {
    id,
    account: build.account,
    buildId: request.build_id,
    agentName: build.agentName,
    namespace: project.namespace,
    manifest: request.manifest_file,
    environmentConfig: request.environment_config,
    release: `${build.agentName}${suffix}`,
    preview,
    createdAt: new Date(),
    events: [],
    lines: [],
    stop: new AbortController(),
    status: 'pending',
    wasHealthy: false,
    expiry: undefined,
  };
}

/** Lower-cased, letters, digits and hyphens kept, 30 characters (contract, createDeployment). */
function previewOf(request: Request, maxPreviewMs: number): NonNullable<SgpDeployment['preview']> {
  const label = request.preview_label
    ?.toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 30);
  if (label === '') refuse('preview_label', 'no letters, digits or hyphens');
  const expiresAt = new Date(request.expires_at ?? Date.now() + DEFAULT_LIFE_MS);
  const life = expiresAt.getTime() - Date.now();
  if (life <= 0) refuse('expires_at', 'must lie in the future');
  if (life > maxPreviewMs) refuse('expires_at', `at most ${maxPreviewMs / 1000} seconds from now`);
  return { label: label ?? null, expiresAt };
}

/** The longest time of one timer. */
const LONGEST_MS = 2 ** 31 - 1;

function expireLater(deployment: SgpDeployment, at: Date): void {
  const left = at.getTime() - Date.now();
  const expire = () => {
    if (left > LONGEST_MS) expireLater(deployment, at);
    else if (!['deleted', 'cancelled', 'superseded'].includes(deployment.status)) {
      removeDeployment(deployment, 'Preview expired');
    }
  };
  deployment.expiry = setTimeout(expire, Math.min(left, LONGEST_MS)).unref();
}

function settle(state: SgpState, deployment: SgpDeployment): void {
  if (deployment.status !== 'healthy' || deployment.stop.signal.aborted) return;
  deployment.wasHealthy = true;
  if (!deployment.preview) supersede(state, deployment, ['healthy']);
}

/** A release has one active deployment. Each preview has a release of its own, so previews are not affected. */
function supersede(state: SgpState, by: SgpDeployment, which: readonly SgpDeployment['status'][]): void {
  for (const other of state.deployments) {
    const same = other !== by && other.account === by.account && other.release === by.release;
    if (!same || other.preview || !which.includes(other.status)) continue;
    other.stop.abort();
    other.status = 'superseded';
  }
}
