import { withoutBackticks } from '../without-backticks.ts';
import type { BuildFacts, DeploymentFacts } from './result.ts';
import { oneLine } from './text.ts';
import { count, duration, short, size, utcMinute } from './units.ts';

/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log can be read from top to bottom
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */

const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';

export function packedLine(facts: {
  readonly files: number;
  readonly contentBytes: number;
  readonly archiveBytes: number;
  readonly hash: string;
  readonly ms: number;
}): string {
  const sizes = `${size(facts.contentBytes)} → ${size(facts.archiveBytes)} archive`;
  return `${DONE} Pack: ${count(facts.files, 'file')}, ${sizes}, hash ${word(short(facts.hash))} (${duration(facts.ms)})`;
}

/** The same, if a build of these inputs was found and nothing had to be packed. */
export function knownContextLine(facts: {
  readonly files: number;
  readonly contentBytes: number;
  readonly hash: string;
  readonly ms: number;
}): string {
  const what = `${count(facts.files, 'file')}, ${size(facts.contentBytes)}`;
  return `${DONE} Pack: ${what}, hash ${word(short(facts.hash))} was built before: nothing to send (${duration(facts.ms)})`;
}

export function submittedLine(facts: {
  readonly buildId: string;
  readonly bytes: number;
  readonly ms: number;
}): string {
  return `${DONE} Submit: build ${word(facts.buildId)}, ${size(facts.bytes)} sent (${duration(facts.ms)})`;
}

/** An image that was built elsewhere and that the cloud registered. */
export function registeredLine(facts: {
  readonly buildId: string;
  readonly image: string;
  readonly ms: number;
}): string {
  return `${DONE} Submit: build ${word(facts.buildId)} of ${word(facts.image, 300)}, nothing sent (${duration(facts.ms)})`;
}

/** The end of a build, or its reuse. */
export function buildLine(build: BuildFacts): string {
  if (build.reused) return reusedLine(build);
  const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
  const after = build.seconds === undefined ? '' : ` after ${duration(build.seconds * 1000)}`;
  if (build.status === undefined) return `${STOPPED} ${name}: its result is unknown`;
  switch (build.status) {
    case 'success':
      return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
    case 'cancelled':
      return `${STOPPED} ${name} cancelled${after}`;
    case 'timed_out':
      return `${FAILED} ${name} timed out${after}`;
    case 'error':
      return `${FAILED} ${name} ended with a cloud error${after}`;
    case 'failed':
      return `${FAILED} ${name} failed${after}${failingWords(build)}`;
  }
}

/** The end of a VM image. */
export function vmImageLine({ vmImage = {} }: BuildFacts): string {
  const took = vmImage.seconds === undefined ? '' : ` after ${duration(vmImage.seconds * 1000)}`;
  switch (vmImage.status) {
    case 'success':
      return `${DONE} VM image made${took.replace(' after', ' in')}: ${word(vmImage.reference ?? 'ready', 300)}`;
    case 'cancelled':
      return `${STOPPED} VM image cancelled${took}`;
    case 'timed_out':
      return `${FAILED} VM image timed out${took}`;
    default:
      return `${FAILED} VM image failed${took}`;
  }
}

function reusedLine(build: BuildFacts): string {
  const commit = build.reused?.commit === undefined ? '' : ` of commit ${word(short(build.reused.commit))}`;
  const when = build.reused?.createdAt === undefined ? undefined : utcMinute(build.reused.createdAt);
  const name = build.id === undefined ? 'an earlier build' : word(build.id);
  return `${DONE} Build: reused ${name}${commit}${when === undefined ? '' : `, built ${when}`}: ${imageWords(build)}`;
}

function imageWords(build: BuildFacts): string {
  if (build.image) return word(build.image.reference, 300);
  const tag = build.imageTag === undefined ? '' : `:${build.imageTag}`;
  return build.imageName === undefined ? 'image built' : word(`${build.imageName}${tag}`, 300);
}

function cachedWords(build: BuildFacts): string {
  const cached = build.steps.filter((step) => step.state === 'cached').length;
  return cached === 0 ? '' : `, ${cached} of ${count(build.steps.length, 'step')} cached`;
}

function failingWords(build: BuildFacts): string {
  return build.failing ? ` at ${word(build.failing.step.name, 160)}` : '';
}

/** The end of a deployment. */
export function deploymentLine(deployment: DeploymentFacts): string {
  const id = deployment.id === undefined ? '' : ` ${word(deployment.id)}`;
  const name = `Deploy${id}${deployment.preview ? ` (preview ${word(deployment.preview.label)})` : ''}`;
  const took = deployment.seconds === undefined ? '' : duration(deployment.seconds * 1000);
  const until =
    deployment.preview?.expiresAt === undefined ? undefined : utcMinute(deployment.preview.expiresAt);
  if (deployment.status === undefined) return `${STOPPED} ${name}: its result is unknown`;
  switch (deployment.status) {
    case 'healthy':
      return `${DONE} ${name}: healthy${took && ` in ${took}`}${until === undefined ? '' : `, expires ${until}`}`;
    case 'failed':
      return `${FAILED} ${name} failed${took && ` after ${took}`}`;
    case 'cancelled':
      return `${STOPPED} ${name} cancelled${took && ` after ${took}`}`;
    case 'timed_out':
      return `${FAILED} ${name}: not healthy${took && ` after ${took}`}`;
  }
}

export function cleanupLine(facts: {
  readonly deleted: number;
  readonly kept: number;
  /** How many could not be deleted. */
  readonly failed?: number;
  readonly ms: number;
}): string {
  const { failed = 0 } = facts;
  const kept = facts.kept === 0 ? '' : `, ${count(facts.kept, 'preview')} kept`;
  const missed = failed === 0 ? '' : `, ${failed} could not be`;
  const sign = failed === 0 ? DONE : FAILED;
  return `${sign} Preview cleanup: ${count(facts.deleted, 'preview')} deleted${missed}${kept} (${duration(facts.ms)})`;
}

/** A phase that ended with an error, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
export function brokenLine(phase: string, reason: string, ms: number): string {
  return `${FAILED} ${word(phase)} failed after ${duration(ms)}: ${word(reason, 500)}`;
}

/** A name from outside on one line, without anything that a runner takes for a command. */
function word(text: string, limit = 120): string {
  return oneLine(withoutBackticks(text), limit).replaceAll('##[', '## [');
}
