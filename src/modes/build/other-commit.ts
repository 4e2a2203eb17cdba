import { short } from '../../report/units.ts';
import type { Step } from '../step/step.ts';

/** Events of a pull request whose GITHUB_SHA is the default branch's: a checkout without `ref` has that commit. */
const OF_DEFAULT_BRANCH: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
]);

/**
 * Warns where the files are the default branch's, and not those of the pull request that the image, its preview and the
 * comment are about.
 * @param head the commit that is checked out, if it is known and of this repository
 */
export function warnOfOtherCommit({ env, settings, trigger, console }: Step, head: string | undefined): void {
  const { number, headCommit } = trigger.pullRequest ?? {};
  if (number === undefined || head === undefined || head === headCommit) return;
  if (!OF_DEFAULT_BRANCH.has(trigger.event) || head !== env.GITHUB_SHA) return;
  const named = settings.image.tag === undefined ? 'tagged' : 'reported';
  console.warning(
    headCommit === undefined
      ? `The files are those of commit ${short(head)} of the default branch, and the run is about pull request ${number}: its head is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`
      : `The files are those of commit ${short(head)} of the default branch, and the image is ${named} as commit ${short(headCommit)}, the head of pull request ${number}: that one is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`,
  );
}
