import type { Cloud, Deployment, Deployments } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import { pullRequestLabel, sanitizeLabel } from '../../settings/label.ts';
import type { Step } from '../step/step.ts';

/** How many previews of one label are read at the most: far above what anyone keeps, and a bound all the same. */
const MOST_PREVIEWS = 10_000;

/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
export function previewLabel({ settings, trigger }: Pick<Step, 'settings' | 'trigger'>): string {
  const number = settings.pullRequest ?? trigger.pullRequest?.number;
  const text = settings.preview.label ?? (number === undefined ? undefined : pullRequestLabel(number));
  const { label } = sanitizeLabel(text ?? '');
  if (label !== '') return label;
  throw new UserError(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
    hint: 'Give preview-label or pr-number, or run on pull_request, pull_request_target, issue_comment or workflow_run.',
  });
}

/** All previews of exactly this agent and, if given, exactly this label, newest first. */
export async function previewsOf(
  deployments: Deployments,
  of: { readonly agentName: string; readonly label?: string },
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

/** Whether there is something left to tear down. */
export function isLive({ status }: Pick<Deployment, 'status'>): boolean {
  return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}

/**
 * A preview that another repository's build made is not ours, whatever its label: two repositories may share an
 * agent. What is not known to be another's is ours.
 */
export async function isOurs(step: Step, cloud: Cloud, preview: Deployment): Promise<boolean> {
  const ours = repositoriesOf(step);
  if (preview.buildId === undefined || ours.length === 0) return true;
  const build = await cloud.get(preview.buildId, step.signal).catch(() => undefined);
  if (build?.sourceRepo === undefined || ours.includes(ownerAndName(build.sourceRepo))) return true;
  step.console.info(`Preview ${preview.id} is left alone: it was built from another repository.`);
  return false;
}

/** As git and as the event name it. */
function repositoriesOf({ recorder, trigger }: Step): readonly string[] {
  const { repo } = recorder.result().source;
  const { owner, name } = trigger.repository ?? {};
  return [repo, owner && name && `${owner}/${name}`].flatMap((one) => (one ? [ownerAndName(one)] : []));
}

/** Without the host: a runner may reach the forge by another address than people do (docs/platform.md, Gitea). */
function ownerAndName(repository: string): string {
  return repository.toLowerCase().split('/').slice(-2).join('/');
}
