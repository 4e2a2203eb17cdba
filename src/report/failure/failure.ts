import { clip } from '../../clip.ts';
import type { BuildFacts, DeploymentFacts, FailingStep, Failure } from '../result.ts';
import { oneLine } from '../text.ts';
import { duration } from '../units.ts';
import { buildHint, remoteOf } from './build-hint.ts';
import { builderReason, reasonOf } from './reason.ts';

/** How BuildKit, the classic builder, buildah and kaniko report the exit status of a command. */
const EXIT_STATUS = /(?:exit (?:code|status):?|exited with(?: code)?|non-zero code:?) (\d{1,3})\b/i;

const BUILD_ENDS = {
  success: 'succeeded',
  failed: 'failed',
  cancelled: 'was cancelled',
  timed_out: 'timed out',
  error: 'ended with a cloud error',
} as const;

/** Title, message, place and hint for a failed build, from the facts alone. */
export function buildFailure(build: BuildFacts, cloudError?: string): Failure {
  const end = BUILD_ENDS[build.status ?? 'failed'];
  const place = build.failing?.place;
  const where = place ? ` at ${place.file}${place.line === undefined ? '' : `:${place.line}`}` : '';
  const took = build.seconds === undefined ? '' : ` after ${duration(build.seconds * 1000)}`;
  const fallback = `The build ${end}${took}.`;
  const words = artifactWords(build) ?? (cloudError && `: ${oneLine(cloudError, 500)}`);
  const reason = words === undefined ? reasonOf(undefined, build.log) : undefined;
  const cloudWords = words === undefined ? fallback : `${fallback} The cloud says${words}`;
  return {
    title: `Build${build.id === undefined ? '' : ` ${oneLine(build.id, 80)}`} ${end}${where}`,
    message: build.failing
      ? stepFailure(build.failing)
      : reason === undefined
        ? cloudWords
        : `${cloudWords} ${reason}`,
    hint: buildHint(build),
    ...(place ? { place } : {}),
  };
}

/** The error of each artifact, with its name. */
function artifactWords({ artifacts = [] }: BuildFacts): string | undefined {
  if (artifacts.length === 0) return undefined;
  const each = Math.floor(500 / artifacts.length);
  const words = artifacts.map(({ kind, error }) => ` of the ${oneLine(kind, 60)}: ${oneLine(error, each)}`);
  return words.join(';');
}

/** Title, message and hint for a failed VM image; its container image exists. */
export function vmImageFailure(build: BuildFacts, cloudError?: string): Failure {
  const end = BUILD_ENDS[build.vmImage?.status ?? 'failed'];
  const said = cloudError === undefined ? '' : ` The cloud says: ${oneLine(cloudError, 500)}`;
  const image = build.image?.reference ?? `${build.imageName}:${build.imageTag}`;
  return {
    title: `The VM image of build ${oneLine(build.id ?? '', 80)} ${end}`,
    message: `The VM image ${end}.${said}`,
    hint: `The container image ${oneLine(image, 200)} was built and can be used: run the job again, or without vm-image.`,
  };
}

/** What the builder says, and what was found out about it. */
function stepFailure(failing: FailingStep): string {
  const instruction = oneLine(failing.step.instruction ?? failing.step.name, 200);
  const remote = failing.step.instruction === undefined ? remoteOf(failing) : undefined;
  const what = remote === undefined ? instruction : `FROM ${remote.name}`;
  const reason = builderReason(failing.message);
  const status = exitStatus([...failing.lines, failing.message ?? '']);
  const cause = failing.cause === undefined ? '' : ` ${failing.cause.what}`;
  if (reason !== undefined) return `${what} failed: ${reason.replace(/\.$/, '')}.${cause}`;
  return `${what} ${status === undefined ? 'failed' : `exited with ${status}`}.${cause}`;
}

function exitStatus(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(-50).reverse()) {
    const status = EXIT_STATUS.exec(line.slice(0, 2000))?.[1];
    if (status !== undefined) return status;
  }
  return undefined;
}

/**
 * The same for a deployment: its message is the cloud's last warning.
 * @param lastStatus the cloud's own word, for one that did not end in time
 */
export function deploymentFailure(
  deployment: DeploymentFacts,
  cloudError?: string,
  lastStatus?: string,
): Failure {
  const id = deployment.id === undefined ? '' : ` (${oneLine(deployment.id, 80)})`;
  const what = deployment.preview ? `Preview ${oneLine(deployment.preview.label, 40)}` : 'Deployment';
  const warning = deployment.events.findLast((event) => event.warning);
  const reason = cloudError ?? (warning ? `${warning.reason}: ${warning.message}` : deployment.lines.at(-1));
  const ends = {
    failed: 'failed',
    cancelled: 'was cancelled',
    timed_out: 'did not become healthy in time',
  } as const;
  const end =
    ends[deployment.status === undefined || deployment.status === 'healthy' ? 'failed' : deployment.status];
  const status = lastStatus === undefined ? '' : ` Its last status was ${oneLine(lastStatus, 80)}.`;
  return {
    title: `${what}${id} ${end}`,
    message: reason === undefined ? `${what} ${end}.${status}` : clip(oneLine(reason, 500), 500),
    hint: deploymentHint(deployment),
  };
}

function deploymentHint({ status, events, lines }: DeploymentFacts): string {
  const isSilent = events.length === 0 && lines.length === 0;
  if (status === 'cancelled')
    return 'It did not fail: it was replaced, deleted or cancelled on the cloud. Run the job again if this commit is still to be deployed.';
  if (status === 'timed_out')
    return isSilent
      ? 'Raise deploy-timeout, or look at the cloud’s own page of it for what it waits for.'
      : 'Raise deploy-timeout, or look at the deployment log in this job for what it waits for.';
  return isSilent
    ? 'The image was built, its start failed, and the cloud gave neither events nor a log: look at the cloud’s own page of it.'
    : 'Read the deployment events and log in this job: the image was built, its start failed.';
}
