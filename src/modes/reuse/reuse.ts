import type { Build, BuildFilter, BuildStatus, Cloud } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import { formatDuration } from '../../settings/duration.ts';
import { isYoung } from '../build/archive-comment.ts';
import { imageOf } from '../build/facts.ts';
import { type BuildInputs, needsCache, whyCacheIsNeeded } from '../build/inputs.ts';
import type { Step } from '../step/step.ts';
import { type CachedBuilds, openCachedBuilds } from './cached-builds.ts';
import { whyNoImage } from './reused-image.ts';
import { openTrust } from './trust.ts';

/** Milliseconds for the search; after that building is faster. */
const ASK_WITHIN_MS = 10_000;
/** Builds of the same inputs that are checked: one tree is rarely rebuilt often. */
const MOST_CANDIDATES = 20;

type Search = BuildInputs & {
  readonly step: Step;
  readonly cloud: Cloud;
  readonly signal: AbortSignal;
  readonly cached: CachedBuilds | undefined;
};

/**
 * `build: auto`: a successful build of the identical inputs that is younger than `reuse-within` and whose image the
 * cloud still has under its tag. If none is found, for whatever reason, the context is built.
 * @throws {AbortedError} when the workflow is cancelled
 */
export async function findReusable(step: Step, inputs: BuildInputs): Promise<Build | undefined> {
  const signal = timeoutSignal(step.signal, ASK_WITHIN_MS);
  try {
    const cloud = await step.cloud();
    const search = { ...inputs, step, cloud, signal, cached: openCachedBuilds(step, inputs) };
    const found = needsCache(step, inputs.tree) ? await askCache(search) : await askCloud(search);
    if ('build' in found) noteReuse(search, found.build);
    else step.recorder.noteBuild({ whyBuilt: found.why });
    return 'build' in found ? found.build : undefined;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.recorder.noteBuild({ whyBuilt: 'earlier builds could not be read' });
    step.console.debug(`Earlier builds could not be read: ${messageOf(thrown)}`);
    return undefined;
  }
}

/** `why` completes the sentence "Built, not reused: …". */
type Found = { readonly build: Build } | { readonly why: string };

/** The newest build that the cloud lists for these inputs and that passes all checks. */
async function askCloud(search: Search): Promise<Found> {
  const { step, cloud, signal, cached } = search;
  const trust = openTrust(step, search, cached);
  let why = `no successful build of these files in the last ${formatDuration(step.settings.reuseWithinMs)}`;
  for await (const build of cloud.list(filterOf(search), signal)) {
    if (!isRecent(step, build) || !isSame(search, build, 'listed')) continue;
    if (await isOverwritten(search, build)) why = `a later build took the tag of build ${build.id}`;
    else if (await cached?.isShapedByInputs(build))
      why = `build ${build.id} has the same files and other build arguments, or another platform`;
    else if (await trust.admits(build)) return { build };
  }
  return { why: trust.refusal() ?? why };
}

async function askCache(search: Search): Promise<Found> {
  const { step, cloud, signal, cached, tree } = search;
  if (cached === undefined) return { why: `${whyCacheIsNeeded(step, tree)}, and the runner keeps no cache` };
  const id = await cached.find();
  if (id === undefined) return { why: "no build of the same inputs is in the runner's cache" };
  const build = await cloud.get(id, signal);
  if (!isRecent(step, build)) {
    const age = formatDuration(step.settings.reuseWithinMs);
    return { why: `build ${id} of the same inputs is older than ${age} (reuse-within)` };
  }
  if (!isSame(search, build, 'cached'))
    return { why: `build ${id} of the same inputs did not succeed, or is not of this agent` };
  if (await isOverwritten(search, build)) return { why: `a later build took the tag of build ${id}` };
  const why = await whyNoImage(search, build);
  return why === undefined ? { build } : { why };
}

function filterOf({ step, identity, hash, tree, cloud }: Search): BuildFilter {
  const { settings } = step;
  const common = { status: 'succeeded', since: oldest(step), atMost: MOST_CANDIDATES } as const;
  if (cloud.traits.findsBuildsBy === 'archive-hash') {
    const region = settings.region === undefined ? {} : { region: settings.region };
    return { ...common, ...region, contextHash: hash, dockerfile: tree.dockerfile };
  }
  const agent = identity.target.by === 'agent-name' ? { agentName: identity.target.agentName } : {};
  return { ...common, ...agent, workingTreeHash: hash, imageName: identity.imageName };
}

/**
 * The cloud's own filters are not trusted (contracts/README.md, disagreement 14). A listed record must have each
 * value; a build from the cache may lack one, because the cache key contains it.
 */
function isSame(search: Search, build: Build, from: 'listed' | 'cached'): boolean {
  const { identity, hash, tree, cloud, step } = search;
  const is = (given: string | undefined, wanted: string) =>
    given === wanted || (given === undefined && from === 'cached');
  if (build.status !== 'succeeded' || !isOfAccount(step, build)) return false;
  // Its builds have no agent, which matters only for the deployment.
  if (cloud.traits.findsBuildsBy === 'archive-hash') {
    const region = step.settings.region ?? build.region;
    return (
      build.contextHash === hash &&
      build.region === region &&
      is(build.dockerfile ?? tree.dockerfile, tree.dockerfile)
    );
  }
  const isOfThese = is(build.imageName, identity.imageName) && is(build.workingTreeHash, hash);
  return isOfThese && isOfAgent(step, build, is);
}

function isOfAccount({ settings }: Step, { account }: Build): boolean {
  return account === undefined || account === settings.connection?.account;
}

function isOfAgent(
  { settings }: Step,
  build: Build,
  is: (given: string | undefined, wanted: string) => boolean,
): boolean {
  const { agent } = settings;
  if (agent === undefined) return true;
  return is(agent.by === 'agent-id' ? build.agentId : build.agentName, agent.value);
}

function oldest({ settings }: Step): string {
  // Not before 1970: dates end at some 270,000 years from it, and a duration may be longer.
  return new Date(Math.max(0, Date.now() - settings.reuseWithinMs)).toISOString();
}

function isRecent(step: Step, build: Build): boolean {
  return build.createdAt !== undefined && isYoung(step, build);
}

/** Ends of builds that have surely written no image; one that is being deleted may take the tag's image with it. */
const WROTE_NOTHING: readonly BuildStatus[] = ['failed', 'cancelled', 'timed-out'];

/** A tag belongs to the build that wrote it last: an older build's `latest` is another image now. */
async function isOverwritten({ cloud, signal }: Search, build: Build): Promise<boolean> {
  const { agentName, imageName, imageTag, createdAt } = build;
  if (imageName === undefined || imageTag === undefined || createdAt === undefined) return false;
  const filter = { imageName, since: createdAt, ...(agentName !== undefined && { agentName }) };
  for await (const later of cloud.list(filter, signal)) {
    const isEarlier = later.createdAt !== undefined && later.createdAt < createdAt;
    if (isEarlier || later.id === build.id || WROTE_NOTHING.includes(later.status)) continue;
    if (later.imageName === imageName && later.imageTag === imageTag) return true;
  }
  return false;
}

function noteReuse({ step, identity }: Search, build: Build): void {
  const { sourceCommit, createdAt, imageName, imageTag } = build;
  // Where records name no image, this run's own names hold, as for a build that it makes.
  const isNamed = imageName !== undefined || imageTag !== undefined;
  step.recorder.noteBuild({
    id: build.id,
    status: 'success',
    ...imageOf(build, isNamed ? undefined : identity),
    reused: { ...(sourceCommit && { commit: sourceCommit }), ...(createdAt && { createdAt }) },
  });
  if (imageTag === undefined || imageTag === identity.imageTag) return;
  const sentence = `No image was tagged ${identity.imageTag}: the inputs are those of ${imageName ?? identity.imageName}:${imageTag}, which was reused.`;
  // Only a tag that the author chose is worth an annotation.
  if (step.settings.image.tag === undefined) step.console.info(sentence);
  else step.console.notice(`${sentence} Set build: always where the tag itself is needed.`);
}
