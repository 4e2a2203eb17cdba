import { GOES_ON } from './goes-on.ts';
import type { DeploymentFacts, Outcome, RunResult } from './result.ts';
import { count, duration } from './units.ts';

/** Icon and word of each state. */
export const STATES: Readonly<Record<Outcome, { readonly icon: string; readonly word: string }>> = {
  queued: { icon: '🕒', word: 'waiting' },
  building: { icon: '⏳', word: 'building' },
  deploying: { icon: '🚀', word: 'deploying' },
  verifying: { icon: '🔎', word: 'verifying' },
  succeeded: { icon: '✅', word: 'ready' },
  failed: { icon: '❌', word: 'failed' },
  cancelled: { icon: '🚫', word: 'cancelled' },
  removed: { icon: '🧹', word: 'removed' },
  skipped: { icon: '⏭️', word: 'skipped' },
  'dry-run': { icon: '🔍', word: 'dry run' },
};

/** Whether the run has not ended yet. */
export function isWorking(state: Outcome): boolean {
  return state === 'queued' || state === 'building' || state === 'deploying' || state === 'verifying';
}

/**
 * The state that a person reads. Where somebody cancelled build or rollout at the cloud, the step fails, since there
 * is no image or preview; but nothing is at fault, and it is shown as cancelled.
 */
export function shownState({ outcome, build, deployment }: RunResult): Outcome {
  if (outcome !== 'failed') return outcome;
  const ends = [build?.status, build?.vmImage?.status, deployment?.status];
  return ends.includes('cancelled') ? 'cancelled' : outcome;
}

/** What the run is about: the agent, else the image of its build, else the one that the inputs name. */
export function subjectOf(result: RunResult): string {
  return result.agent ?? result.build?.imageName ?? result.imageName ?? 'image';
}

/** `Built in 2m 10s, preview healthy in 48 s`: our own words only. */
export function resultSentence(result: RunResult): string {
  const parts = [buildWords(result), deploymentWords(result)].filter((part) => part !== '');
  const sentence = parts.join(', ') || STATES[shownState(result)].word;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** What a teardown did; previews that were left alone are named too. */
function removedWords({ previewsDeleted = [], previewsLeft = [] }: RunResult): string {
  const left = previewsLeft.length === 0 ? '' : `${count(previewsLeft.length, 'preview')} left alone`;
  const removed = previewsDeleted.length === 0 ? '' : `${count(previewsDeleted.length, 'preview')} removed`;
  return [removed, left].filter((part) => part !== '').join(', ') || 'no preview was left to remove';
}

function buildWords(result: RunResult): string {
  const { outcome, build } = result;
  if (outcome === 'building') return 'building';
  if (outcome === 'removed') return removedWords(result);
  if (!build) return '';
  if (build.reused) return 'reused an earlier build';
  const time = build.seconds === undefined ? '' : duration(build.seconds * 1000);
  const words = {
    success: `built${time && ` in ${time}`}`,
    failed: `build failed${time && ` after ${time}`}`,
    cancelled: build.goesOn ? `build ${GOES_ON[build.goesOn]}` : `build cancelled${time && ` after ${time}`}`,
    timed_out: `build timed out${time && ` after ${time}`}`,
    error: `build ended with a cloud error${time && ` after ${time}`}`,
  };
  return build.status === undefined ? '' : words[build.status];
}

function answerWords({ preview }: DeploymentFacts): string {
  return preview?.answeredMs === undefined ? '' : `, which answered in ${duration(preview.answeredMs)}`;
}

function deploymentWords({ deployment, outcome, build, previewsDeleted }: RunResult): string {
  if (!deployment) return '';
  const isTeardown = build === undefined && previewsDeleted !== undefined;
  if (outcome === 'failed' && deployment.id === undefined)
    return isTeardown ? 'preview cleanup failed' : 'not deployed';
  const what = deployment.preview ? 'preview' : 'deployment';
  // `deploy-wait: false`: nobody saw its end.
  if (deployment.status === undefined)
    return outcome === 'succeeded' && deployment.id !== undefined ? `${what} begun and not followed` : '';
  const time = deployment.seconds === undefined ? '' : duration(deployment.seconds * 1000);
  const words = {
    healthy: `${what} healthy${time && ` in ${time}`}${answerWords(deployment)}`,
    failed: `${what} failed${time && ` after ${time}`}`,
    cancelled: deployment.goesOn
      ? `${what} ${GOES_ON[deployment.goesOn]}`
      : `${what} cancelled${time && ` after ${time}`}`,
    timed_out: `${what} not healthy${time && ` after ${time}`}`,
  };
  return words[deployment.status];
}
