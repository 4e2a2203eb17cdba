import { type Faults, quote } from './faults.ts';
import { pullRequestLabel, sanitizeLabel } from './label.ts';
import type { InputReader } from './reader.ts';
import type { EventFacts, Settings } from './settings.ts';

export type DeployTarget = 'none' | 'preview' | 'production';

/** What `deploy` comes to on this event; `auto` decides here and nowhere else (docs/interface.md, inputs). */
export function deployTarget(
  deploy: Settings['deploy'],
  occasion: Pick<EventFacts, 'pushToDefaultBranch'>,
  pullRequest: number | undefined,
): DeployTarget {
  if (deploy !== 'auto') return deploy;
  if (occasion.pushToDefaultBranch) return 'production';
  return pullRequest === undefined ? 'none' : 'preview';
}

const EVENTS_WITH_PULL_REQUEST =
  'pull_request, pull_request_target, issue_comment on a pull request, workflow_run of a pull request, ' +
  'and push to a branch with an open one';

/** Where the payload may lack the number although the forge knows a pull request: it is asked for later. */
const EVENTS_TO_LOOK_UP: ReadonlySet<string> = new Set(['push', 'workflow_run']);

/** The label of this run's preview; absent where no pull request is known (yet). */
export function readPreviewLabel(
  reader: InputReader,
  occasion: EventFacts,
  pullRequest: number | undefined,
  faults: Faults,
  warnings: string[],
): string | undefined {
  const given = reader.text('preview-label');
  if (given === undefined) {
    const none = pullRequest === undefined && !EVENTS_TO_LOOK_UP.has(occasion.event);
    if (none && reader.text('deploy') === 'preview' && reader.text('mode') === 'run') {
      faults.add({
        where: 'preview-label',
        problem: `missing: the event ${quote(occasion.event)} carries no pull request to name the preview after`,
        accepted: `a label or pr-number; these events carry a pull request: ${EVENTS_WITH_PULL_REQUEST}`,
      });
    }
    return pullRequest === undefined ? undefined : pullRequestLabel(pullRequest);
  }
  const { label, shortened } = sanitizeLabel(given);
  if (label === '') {
    const problem = `nothing of ${quote(given)} may stand in a label`;
    faults.add({ where: 'preview-label', problem, accepted: 'letters, digits and hyphens, at most 30' });
    return undefined;
  }
  if (shortened)
    warnings.push(
      `preview-label ${quote(given)} is longer than 30 characters; it was shortened to ${label}.`,
    );
  else if (label !== given)
    warnings.push(`preview-label ${quote(given)} becomes ${label}, as the cloud stores it.`);
  return label;
}
