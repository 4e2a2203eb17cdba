import type { Deployment, DeploymentRequest, Deployments } from '../../clouds/cloud.ts';
import type { PreviewFacts } from '../../report/result.ts';
import { expandPreviewCheck, expandPreviewUrl, type PreviewValues } from '../../settings/deploy/deploy.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';

/**
 * How a preview is reached: its address from `preview-url`, or the name that starts a session. If the template uses a
 * value that this preview does not have, there is no address.
 */
export function previewAddress(
  { settings, trigger, recorder }: Pick<Step, 'settings' | 'trigger' | 'recorder'>,
  deployments: Pick<Deployments, 'inPlace'>,
  request: DeploymentRequest,
  deployment: Deployment,
): Pick<PreviewFacts, 'url' | 'reach'> {
  // In place: the preview is an agent, and its name starts a session. After `@` comes one of its deployments.
  const name = deployments.inPlace ? deployment.id.replace(/@.*/s, '') : undefined;
  const reach = name === undefined ? {} : { reach: name };
  const { url: template } = settings.preview;
  if (template === undefined) return reach;
  const url = expandPreviewUrl(
    template,
    valuesOf({ settings, trigger, recorder }, deployments, request, deployment),
  );
  return url === undefined ? reach : { ...reach, url };
}

/**
 * The address that `preview-check` requests; `undefined` without that input, or if it uses a value that this preview
 * does not have.
 */
export function previewCheckAddress(
  step: Pick<Step, 'settings' | 'trigger' | 'recorder'>,
  deployments: Pick<Deployments, 'inPlace'>,
  request: DeploymentRequest,
  deployment: Deployment,
): string | undefined {
  const { check } = step.settings.preview;
  if (check === undefined) return undefined;
  const { url } = previewAddress(step, deployments, request, deployment);
  return expandPreviewCheck(check, valuesOf(step, deployments, request, deployment), url);
}

function valuesOf(
  { settings, trigger, recorder }: Pick<Step, 'settings' | 'trigger' | 'recorder'>,
  deployments: Pick<Deployments, 'inPlace'>,
  request: DeploymentRequest,
  deployment: Deployment,
): PreviewValues {
  const name = deployments.inPlace ? deployment.id.replace(/@.*/s, '') : undefined;
  const { build } = recorder.result();
  const pull = givenNumber({ settings, trigger });
  const buildId = 'buildId' in request.of ? request.of.buildId : build?.id;
  const tag = build?.imageTag ?? ('imageTag' in request.of ? request.of.imageTag : undefined);
  return {
    agent: request.agentName,
    label: deployment.previewLabel ?? request.preview?.label ?? '',
    deployment: name ?? deployment.id,
    ...(buildId === undefined ? {} : { build: buildId }),
    ...(tag === undefined ? {} : { tag }),
    ...(pull === undefined ? {} : { pr: String(pull) }),
  };
}

/** For a valid template with, for example, the pull request of a run that has none. */
export function noticeMissingAddress({
  settings,
  recorder,
  console,
}: Pick<Step, 'settings' | 'recorder' | 'console'>): void {
  const { url: template } = settings.preview;
  if (template === undefined || recorder.result().deployment?.preview?.url !== undefined) return;
  console.notice(
    `This preview has no address: preview-url (${template}) names something that it does not have.`,
  );
}
