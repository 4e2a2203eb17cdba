import type { BuildTarget, Source } from '../../clouds/cloud.ts';
import { branchOf, readSource } from '../../git/git.ts';
import type { Step } from '../step/step.ts';
import { imageNameOf } from './image-name.ts';

/** What the image will be called and where its sources come from. */
export type Identity = {
  readonly source: Source;
  /** The commit that is checked out, where it is one of the event's repository. */
  readonly checkedOut?: string;
  /** The branch that is built, where it is certain that `source.ref` or the event names one, and no tag. */
  readonly branch?: string;
  readonly target: BuildTarget;
  readonly imageName: string;
  readonly imageTag: string;
};

const COMMIT_CHARACTERS = 12;

/**
 * Names the image by docs/interface.md (`image-name`, `image-tag`): the tag comes from the commit that is really
 * built, on a pull request from its head and never from the merge commit.
 */
export async function identify(step: Step, hash: () => Promise<string>): Promise<Identity> {
  const { settings, trigger, console } = step;
  const hints = {
    ...(trigger.commit === undefined ? {} : { commit: trigger.commit }),
    ...(trigger.ref === undefined ? {} : { ref: trigger.ref }),
  };
  const read = await readSource(settings.context.root, settings.context.workspace, hints, step.repositories);
  const source = asOfEvent(read, trigger);
  const commit = trigger.pullRequest?.headCommit ?? source.commit ?? trigger.commit;
  let imageTag = settings.image.tag ?? commit?.slice(0, COMMIT_CHARACTERS);
  if (imageTag === undefined) {
    imageTag = (await hash()).slice(0, COMMIT_CHARACTERS);
    console.notice(
      `No commit is known here: the image is tagged ${imageTag}, the start of the context's hash.`,
    );
  }
  step.recorder.note({ source: commit === undefined ? source : { ...source, commit } });
  const checkedOut = isOfRepository(read, trigger) ? read.commit : undefined;
  const branch = await branchToBuild(step);
  return {
    source,
    ...(checkedOut !== undefined && { checkedOut }),
    ...(branch !== undefined && { branch }),
    target: targetOf(step),
    imageName: imageNameOf(step),
    imageTag,
  };
}

/** A context may be a submodule, or a checkout of another repository. */
function isOfRepository({ repo }: Source, { repository }: Step['trigger']): boolean {
  const own = repo?.toLowerCase();
  return own === undefined || (repository?.addresses ?? []).some((address) => address.toLowerCase() === own);
}

/** Of a fork none, as it may call its branch like one of ours. */
async function branchToBuild({ settings, trigger, repositories }: Step): Promise<string | undefined> {
  const { defaultBranch, pullRequest, pushToDefaultBranch } = trigger;
  if (pullRequest?.fork) return undefined;
  const { root, workspace } = settings.context;
  const checkedOut = pullRequest?.headRef ?? (await branchOf(root, workspace, repositories));
  return checkedOut ?? (pushToDefaultBranch ? defaultBranch : undefined);
}

/**
 * The source that a build is later found by. It has the repository of the event, also where git knows none or another
 * one was checked out. For a fork's commit it never has the name of a branch, since a fork may call its branch `main`
 * (docs/use/reuse.md, production).
 */
function asOfEvent(source: Source, { repository, pullRequest }: Step['trigger']): Source {
  const [address] = repository?.addresses ?? [];
  const repo = repository?.inPayload ? (address ?? source.repo) : (source.repo ?? address);
  const { number, fork, headRef = source.ref } = pullRequest ?? {};
  const ref = fork ? `pull/${number}/head` : headRef;
  return { ...source, ...(repo !== undefined && { repo }), ...(ref !== undefined && { ref }) };
}

function targetOf({ settings }: Step): BuildTarget {
  if (settings.agent?.by === 'agent-id') return { by: 'agent-id', agentId: settings.agent.value };
  if (settings.agent) return { by: 'agent-name', agentName: settings.agent.value };
  return { by: 'image' };
}
