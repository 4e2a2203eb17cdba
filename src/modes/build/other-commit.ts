import { isMergeOf } from '../../git/git.ts';
import { short } from '../../report/units.ts';
import type { Step } from '../step/step.ts';

/**
 * Warns where the files are not those of the pull request that the image, its preview and the comment are about: on
 * pull_request_target, workflow_run and issue_comment a checkout without `ref` has the base branch.
 * @param head the commit that is checked out, if it is known and of this repository
 */
export async function warnOfOtherCommit(step: Step, head: string | undefined): Promise<void> {
  const { env, settings, trigger, console } = step;
  const { number, headCommit } = trigger.pullRequest ?? {};
  if (head === undefined || number === undefined || head === headCommit) return;
  if (headCommit === undefined) {
    // GITHUB_SHA is the default branch's there, and the event names no commit of the pull request.
    if (trigger.event === 'issue_comment' && head === env.GITHUB_SHA)
      console.warning(
        `The files are those of commit ${short(head)} of the default branch, and the run is about pull request ${number}: its head is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`,
      );
    return;
  }
  if (head === env.GITHUB_SHA && /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? '')) return;
  const { root, workspace } = settings.context;
  if ((await isMergeOf(root, workspace, headCommit)) !== false) return;
  const named = settings.image.tag === undefined ? 'tagged' : 'reported';
  console.warning(
    `The files are those of commit ${short(head)}, and the image is ${named} as commit ${short(headCommit)}, the head of pull request ${number}: that one is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`,
  );
}
