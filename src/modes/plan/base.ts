import { UserError } from '../../errors.ts';
import { type ChangedPaths, changedPaths, commitNamed, isShallow, mergeBase } from '../../git/git.ts';
import { short } from '../../report/units.ts';
import { quote } from '../../settings/faults.ts';
import type { Step } from '../step/step.ts';

/** The commit that HEAD is compared with, or why every agent is listed instead. */
export type Base =
  | { readonly kind: 'commit'; readonly commit: string }
  | {
      readonly kind: 'none';
      readonly why: string;
      /** Nothing went wrong: this event has nothing to compare with. */
      readonly expected: boolean;
    };

const DEEPER = 'give actions/checkout `fetch-depth: 0`, so that earlier commits are there';
const ZEROS = /^0+$/;

/**
 * The input `base`; else a pull request's merge base, so that later changes on the base branch do not count; else the
 * commit before, from the event.
 * @param top the repository's folder
 * @throws {UserError} where the input names no commit
 */
export async function chooseBase(step: Step, top: string): Promise<Base> {
  const { settings, trigger, console, env } = step;
  if (settings.base !== undefined) {
    const given = await givenBase(settings.base, top);
    if (given.kind === 'commit' && given.commit === (await commitNamed(top, 'HEAD')))
      console.notice(
        `The input base, ${quote(settings.base)}, is the commit that is checked out, so that no agent differs from it. On a push to that branch leave base out: the commit before the push is compared with.`,
      );
    return given;
  }
  if (trigger.closed) {
    return none('The pull request was closed: any agent may have a preview to delete.', 'expected');
  }
  if (trigger.pullRequest && trigger.base) return pullRequestBase(step, trigger.base, top);
  if (trigger.base) return commitBefore(trigger.base, trigger.event, top);
  if (trigger.event === 'push') {
    const what = env.GITHUB_REF?.startsWith('refs/tags/') ? 'tag' : 'branch';
    return none(`The push created its ${what}: there is no commit before it to compare with.`);
  }
  return none(`The event ${trigger.event || 'of this run'} names no commit to compare with.`, 'expected');
}

async function givenBase(base: string, top: string): Promise<Base> {
  if (ZEROS.test(base)) {
    return none('`base` is all zeros: the push created its branch, and there is no commit before it.');
  }
  const commit = await commitNamed(top, base);
  if (commit !== undefined) return { kind: 'commit', commit };
  const shallow = await isShallow(top);
  if (shallow && /^[0-9a-f]{7,64}$/i.test(base)) {
    return none(`\`base\` ${short(base)} is not in this shallow clone: ${DEEPER}.`);
  }
  throw new UserError(`base: ${quote(base)} is not a commit of this clone.`, {
    hint: shallow
      ? `The clone is shallow: ${DEEPER}; branches are named as in origin/main.`
      : 'Give a commit, a tag or a branch as in origin/main that the checkout fetched.',
  });
}

async function pullRequestBase(step: Step, tip: string, top: string): Promise<Base> {
  const merged = await mergedInto(step, top);
  const commit = merged ?? (await mergeBase(top, tip, 'HEAD'));
  if (commit !== undefined) {
    const { headCommit = commit } = step.trigger.pullRequest ?? {};
    if (headCommit !== commit && commit === (await commitNamed(top, 'HEAD')))
      step.console.notice(
        'The base of the pull request is checked out and nothing of its head, so that no agent differs. On pull_request_target actions/checkout takes the base unless it is given another ref.',
      );
    return { kind: 'commit', commit };
  }
  if (await isShallow(top)) {
    return none(`The pull request's base ${short(tip)} is not in this shallow clone: ${DEEPER}.`);
  }
  const known = await commitNamed(top, tip);
  return none(
    known === undefined
      ? `The pull request's base ${short(tip)} is not in this clone: fetch its base branch before this step.`
      : `The pull request and its base ${short(tip)} have no commit in common.`,
  );
}

/** GitHub checks out a merge of the base branch, first parent, and the head: the first parent is the exact base. */
async function mergedInto({ env, trigger }: Step, top: string): Promise<string | undefined> {
  const [head, base, second] = await Promise.all(
    ['HEAD', 'HEAD^1', 'HEAD^2'].map((name) => commitNamed(top, name)),
  );
  if (second === undefined) return undefined;
  const isTheirs = head === env.GITHUB_SHA && /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? '');
  return isTheirs || second === trigger.pullRequest?.headCommit ? base : undefined;
}

async function commitBefore(before: string, event: string, top: string): Promise<Base> {
  const commit = await commitNamed(top, before);
  if (commit !== undefined) return { kind: 'commit', commit };
  const which = `The commit before this ${event === 'push' ? 'push' : 'run'}, ${short(before)},`;
  return none(
    (await isShallow(top))
      ? `${which} is not in this shallow clone: ${DEEPER}.`
      : `${which} is gone, as after a forced push: give \`base\`, for example origin/main, to compare with another.`,
  );
}

function none(why: string, expected?: 'expected'): Extract<Base, { kind: 'none' }> {
  return { kind: 'none', why, expected: expected !== undefined };
}

type Changed = Extract<ChangedPaths, { kind: 'known' }>;

/** What changed since the base, relative to `top`, or why that cannot be said. */
export async function changesSince(
  base: Base,
  top: string,
): Promise<Changed | Extract<Base, { kind: 'none' }>> {
  if (base.kind === 'none') return base;
  const changed = await changedPaths(top, base.commit);
  return changed.kind === 'known' ? changed : none(changed.why);
}
