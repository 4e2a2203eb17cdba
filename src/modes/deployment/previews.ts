import type { Deployment, Deployments, PreviewQuery } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import { AUTO_WORDS, pullRequestLabel, sanitizeLabel } from '../../settings/deploy/deploy.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { Step } from '../step/step.ts';

/** How many previews of one label are read at most: far more than anyone keeps. */
const MOST_PREVIEWS = 10_000;

/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
export function previewLabel({ settings, trigger }: Pick<Step, 'settings' | 'trigger'>): string {
  const number = givenNumber({ settings, trigger });
  const text = settings.preview.label ?? (number === undefined ? undefined : pullRequestLabel(number));
  const label = sanitizeLabel(text ?? '');
  if (label !== '') return label;
  throw new UserError(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
    hint: `Give deploy: auto, which ${AUTO_WORDS}; or give preview-label or pr-number; or run on pull_request, pull_request_target, issue_comment or workflow_run.`,
  });
}

/** All previews of exactly this agent and, if given, exactly this label, newest first; their owner is not checked yet. */
export async function previewsOf(
  deployments: Deployments,
  of: PreviewQuery,
  signal: AbortSignal,
): Promise<readonly Deployment[]> {
  const found: Deployment[] = [];
  for await (const preview of deployments.previews(of, signal)) {
    found.push(preview);
    if (found.length === MOST_PREVIEWS) break;
  }
  return found.sort((a, b) => timeOf(b) - timeOf(a));
}

export function timeOf({ createdAt }: Pick<Deployment, 'createdAt'>): number {
  const time = Date.parse(createdAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** Whether there is something left to delete. */
export function isLive({ status }: Pick<Deployment, 'status'>): boolean {
  return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}
