import type { CloudTraits } from '../../clouds/traits.ts';
import { type Fault, type Faults, quote } from '../faults.ts';
import type { InputReader } from '../reader.ts';
import type { EventFacts, Settings } from '../settings.ts';
import { endsAsPullRequest, pullRequestIn, pullRequestLabel, sanitizeLabel } from './label.ts';

export { pullRequestIn, pullRequestLabel, sanitizeLabel } from './label.ts';
export {
  expandPreviewCheck,
  expandPreviewUrl,
  type PreviewValues,
  readPreviewCheck,
  readPreviewUrl,
} from './preview-url.ts';

export type DeployTarget = 'none' | 'preview' | 'production';

/** What `deploy` means on this event; the only place that decides about `auto` (docs/interface.md, inputs). */
export function deployTarget(
  deploy: Settings['deploy'],
  eventFacts: Pick<EventFacts, 'pushToDefaultBranch'>,
  pullRequest: number | undefined,
): DeployTarget {
  if (deploy !== 'auto') return deploy;
  if (eventFacts.pushToDefaultBranch) return 'production';
  return pullRequest === undefined ? 'none' : 'preview';
}

const EVENTS_WITH_PULL_REQUEST =
  'pull_request, pull_request_target, issue_comment on a pull request, workflow_run of a pull request, ' +
  'and push to a branch with an open one';

/** What `deploy: auto` does, as the rest of a sentence. */
export const AUTO_WORDS =
  'deploys previews on pull requests, production on the default branch, and nothing elsewhere';

/** Events whose payload may lack the number although the forge knows a pull request: the forge is asked later. */
const EVENTS_TO_LOOK_UP: ReadonlySet<string> = new Set(['push', 'create', 'workflow_run']);

/** The label of this run's preview; absent where no pull request is known (yet). */
export function readPreviewLabel(
  reader: InputReader,
  eventFacts: EventFacts,
  pullRequest: number | undefined,
  faults: Faults,
  warnings: string[],
): string | undefined {
  const given = reader.text('preview-label');
  if (given === undefined) {
    const none = pullRequest === undefined && !EVENTS_TO_LOOK_UP.has(eventFacts.event);
    if (none && reader.text('deploy') === 'preview' && reader.text('mode') === 'run') {
      faults.add({
        where: 'preview-label',
        problem: `missing: the event ${quote(eventFacts.event)} carries no pull request to name the preview after`,
        accepted: `a label or pr-number; these events carry a pull request: ${EVENTS_WITH_PULL_REQUEST}; deploy: auto ${AUTO_WORDS}`,
      });
    }
    return pullRequest === undefined ? undefined : pullRequestLabel(pullRequest);
  }
  const label = sanitizeLabel(given);
  if (label === '') {
    const problem = `${quote(given)} has no character that a label can have`;
    faults.add({ where: 'preview-label', problem, accepted: 'letters, digits and hyphens, at most 30' });
    return undefined;
  }
  const named = pullRequestIn(label);
  const isAnother = named !== undefined && pullRequest !== undefined && named !== pullRequest;
  if (isAnother && (reader.text('mode') ?? 'run') === 'run')
    faults.add(anotherPullRequest(label, pullRequest));
  if (label !== given)
    warnings.push(
      `preview-label ${quote(given)} becomes ${label}: a label has lower-case letters, digits and hyphens, at most 30, and ends in a hash where it had to be changed.`,
    );
  return label;
}

/** Where only the name shows whose a preview is, adds a fault for a label that makes it another agent's. */
export function checkPreviewLabel(
  { mode, preview }: Pick<Settings, 'mode' | 'preview'>,
  { previewsAreAgents, title }: CloudTraits,
  faults: Faults,
): void {
  const { label } = preview;
  if (!previewsAreAgents || label === undefined || !endsAsPullRequest(label)) return;
  if (mode !== 'run' && mode !== 'cleanup') return;
  faults.add({
    where: 'preview-label',
    problem: `${quote(label)} ends as the label of a pull request, and on ${title} another agent's preview may have the same name`,
    accepted: 'pr-<number> alone, or a label that does not end in -pr-<number>',
  });
}

/** The fault for a label of another pull request: a deployment with it would replace that one's preview. */
export function anotherPullRequest(label: string, own: number | undefined): Fault {
  const run = own === undefined ? 'this run belongs to no pull request' : `this run is about ${own}`;
  return {
    where: 'preview-label',
    problem: `${quote(label)} is the label of pull request ${pullRequestIn(label)}, and ${run}`,
    accepted:
      own === undefined ? 'another label, or pr-number' : `${pullRequestLabel(own)}, or another label`,
  };
}
