import type { Cloud } from '../../clouds/cloud.ts';
import { HttpError, messageOf, UserError } from '../../errors.ts';
import { anotherPullRequest, pullRequestIn } from '../../settings/deploy/deploy.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import { enrichTrigger } from '../step/pull-request.ts';
import type { Step } from '../step/step.ts';
import { noteLeft, ownAddresses, ownershipOf } from './ownership.ts';
import { isLive, previewLabel, previewsOf } from './previews.ts';
import { deployTargetOf, namedAgent } from './target.ts';

/**
 * The step, with the pull request that names its preview. The event of a push or of a fork's workflow run has no pull
 * request number. So the forge is asked before anything is built for a preview without a name, or with another's
 * name.
 * @throws {UserError} where neither an input nor the event nor the forge names the preview, or where its label is
 * another pull request's
 */
export async function withNamedPreview(step: Step): Promise<Step> {
  if (deployTargetOf(step) !== 'preview') return step;
  const { settings } = step;
  const named = settings.preview.label === undefined ? undefined : pullRequestIn(settings.preview.label);
  const number = givenNumber(step);
  const asks = number === undefined && (settings.preview.label === undefined || named !== undefined);
  const known = asks ? { ...step, trigger: await askedTrigger(step) } : step;
  if (named !== undefined) await refuseAnother(known, named);
  const label = previewLabel(known);
  await reportOthers(known, label);
  return known;
}

async function askedTrigger(step: Step): Promise<Step['trigger']> {
  const forge = await step.forge().catch(() => undefined);
  return enrichTrigger(step, forge, step.signal);
}

/** `pr-7` may only be used for pull request 7. If the forge cannot say whether there is one, the label is accepted. */
async function refuseAnother(step: Step, named: number): Promise<void> {
  const own = givenNumber(step);
  if (own === named) return;
  if (own === undefined && !(await exists(step, named))) return;
  const { where, problem, accepted } = anotherPullRequest(`pr-${named}`, own);
  throw new UserError(`${where}: ${problem}.`, { hint: `Accepted: ${accepted}.` });
}

async function exists(step: Step, number: number): Promise<boolean> {
  try {
    return (await (await step.forge())?.getPullRequest(number, step.signal)) !== undefined;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(`Could not check whether there is a pull request ${number}: ${messageOf(thrown)}`);
    return false;
  }
}

/**
 * Where previews are agents, an agent with the preview's name but without this repository's mark is neither updated
 * nor deleted. This is reported before anything is sent, as its owner may expect otherwise.
 */
async function reportOthers(step: Step, label: string): Promise<void> {
  const agentName = namedAgent(step.settings);
  if (agentName === undefined || step.settings.connection === undefined) return;
  const cloud = await step.cloud();
  const { deployments } = cloud;
  if (!deployments?.inPlace) return;
  if (ownAddresses(step).length === 0) {
    throw new UserError('A preview here is named after its repository, and this run knows none.', {
      hint: 'Run the step in a workflow: GITHUB_REPOSITORY and GITHUB_SERVER_URL name the repository.',
    });
  }
  try {
    await reportUnmarked(step, cloud, { agentName, label });
  } catch (thrown) {
    if (step.signal.aborted || !(thrown instanceof HttpError)) throw thrown;
    step.console.debug(`Could not check whether another agent has the preview's name: ${messageOf(thrown)}`);
  }
}

async function reportUnmarked(
  step: Step,
  cloud: Cloud,
  of: { readonly agentName: string; readonly label: string },
): Promise<void> {
  if (!cloud.deployments) return;
  const query = { ...of, repositories: ownAddresses(step) };
  const left: { id: string; label: string; why: string }[] = [];
  for (const preview of await previewsOf(cloud.deployments, query, step.signal)) {
    const owner = isLive(preview) ? await ownershipOf(step, cloud, preview) : undefined;
    if (owner && !owner.ours) left.push({ id: preview.id, label: of.label, why: owner.why });
  }
  noteLeft(step, cloud, left);
}
