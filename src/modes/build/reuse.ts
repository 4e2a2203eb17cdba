import type { Build, BuildFilter, Cloud } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';
import { type CachedBuilds, openCachedBuilds } from './cached-builds.ts';
import { imageOf } from './facts.ts';
import { type BuildInputs, needsCache } from './inputs.ts';
import { type BuildTrust, openTrust } from './trust.ts';

/** Milliseconds after which building is the better answer. */
const ASK_WITHIN_MS = 10_000;
/** Builds of the same inputs that are looked at: rebuilds of one tree are few. */
const MOST_CANDIDATES = 20;

type Search = BuildInputs & {
  readonly step: Step;
  readonly cloud: Cloud;
  readonly signal: AbortSignal;
  readonly remembered: CachedBuilds | undefined;
};

/**
 * `build: auto`: a successful build of the identical inputs that is younger than `reuse-within` and whose image the
 * cloud still has under its tag. Not finding one, for whatever reason, only means that it is built.
 * @throws {AbortedError} when the workflow is cancelled
 */
export async function findReusable(step: Step, inputs: BuildInputs): Promise<Build | undefined> {
  const signal = timeoutSignal(step.signal, ASK_WITHIN_MS);
  try {
    const cloud = await step.cloud();
    const search = { ...inputs, step, cloud, signal, remembered: openCachedBuilds(step, inputs) };
    const found = needsCache(step, inputs.tree) ? await askMemory(search) : await askCloud(search);
    if (found) tell(search, found);
    return found;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(`No earlier build could be looked for: ${messageOf(thrown)}`);
    return undefined;
  }
}

/** The newest build that the cloud lists for these inputs and that nothing speaks against. */
async function askCloud(search: Search): Promise<Build | undefined> {
  const { step, remembered } = search;
  const trust = openTrust(step, search, remembered);
  const found = await newestListed(search, trust);
  if (found === undefined) trust.tell();
  return found;
}

async function newestListed(search: Search, trust: BuildTrust): Promise<Build | undefined> {
  const { step, cloud, signal, remembered } = search;
  for await (const build of cloud.list(filterOf(search), signal)) {
    if (!isYoung(step, build)) return undefined;
    if (!isSame(search, build, 'listed') || (await isOverwritten(search, build))) continue;
    if (await remembered?.isApart(build)) {
      step.console.debug(`Build ${build.id} has the same context and was made with other build inputs.`);
    } else if (await trust.admits(build)) return build;
  }
  return undefined;
}

async function askMemory(search: Search): Promise<Build | undefined> {
  const { step, cloud, signal, remembered } = search;
  if (remembered === undefined) {
    step.console.debug(
      'The cloud does not tell all inputs of its builds, and this runner has no cache that could: it is built.',
    );
    return undefined;
  }
  const id = await remembered.find();
  if (id === undefined) return undefined;
  const build = await cloud.get(id, signal);
  const fits = isYoung(step, build) && isSame(search, build, 'remembered');
  return fits && !(await isOverwritten(search, build)) ? build : undefined;
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
 * The cloud's own filters are not relied upon (contracts/README.md, disagreement 14). What a listed record does not
 * tell cannot be compared; what a remembered build does not tell is part of what it was remembered by.
 */
function isSame(search: Search, build: Build, from: 'listed' | 'remembered'): boolean {
  const { identity, hash, tree, cloud, step } = search;
  const is = (told: string | undefined, wanted: string) =>
    told === wanted || (told === undefined && from === 'remembered');
  if (build.status !== 'succeeded' || !isOfAgent(step, build, is)) return false;
  if (cloud.traits.findsBuildsBy === 'archive-hash') {
    const region = step.settings.region ?? build.region;
    return (
      build.contextHash === hash &&
      build.region === region &&
      is(build.dockerfile ?? tree.dockerfile, tree.dockerfile)
    );
  }
  return is(build.imageName, identity.imageName) && is(build.workingTreeHash, hash);
}

function isOfAgent(
  { settings }: Step,
  build: Build,
  is: (told: string | undefined, wanted: string) => boolean,
): boolean {
  const { agent } = settings;
  // Where builds belong to nobody, an agent is only what they are deployed as.
  if (agent === undefined || (build.agentId === undefined && build.agentName === undefined)) return true;
  return is(agent.by === 'agent-id' ? build.agentId : build.agentName, agent.value);
}

function oldest({ settings }: Step): string {
  return new Date(Date.now() - settings.reuseWithinMs).toISOString();
}

function isYoung(step: Step, { createdAt }: Build): boolean {
  return createdAt !== undefined && Date.parse(createdAt) >= Date.parse(oldest(step));
}

/** A tag belongs to the build that used it last: `latest` of an older commit is not its image any more. */
async function isOverwritten({ cloud, signal }: Search, build: Build): Promise<boolean> {
  const { agentName, imageName, imageTag, createdAt } = build;
  if (imageName === undefined || imageTag === undefined || createdAt === undefined) return false;
  const filter = { imageName, since: createdAt, ...(agentName !== undefined && { agentName }) };
  for await (const later of cloud.list(filter, signal)) {
    if (later.createdAt !== undefined && later.createdAt < createdAt) return false;
    const writes = later.status === 'succeeded' || later.status === 'running' || later.status === 'queued';
    if (writes && later.id !== build.id && later.imageName === imageName && later.imageTag === imageTag)
      return true;
  }
  return false;
}

function tell({ step, identity }: Search, build: Build): void {
  const { sourceCommit, createdAt, imageTag } = build;
  step.recorder.noteBuild({
    id: build.id,
    status: 'success',
    ...imageOf(build, undefined),
    reused: { ...(sourceCommit && { commit: sourceCommit }), ...(createdAt && { createdAt }) },
  });
  if (imageTag === undefined || imageTag === identity.imageTag) return;
  const sentence = `No image was tagged ${identity.imageTag}: the inputs are those of ${build.imageName ?? identity.imageName}:${imageTag}, which was reused.`;
  // A tag that nobody chose is no promise; one that was asked for is.
  if (step.settings.image.tag === undefined) step.console.info(sentence);
  else step.console.notice(`${sentence} Set build: always where the tag itself is needed.`);
}
