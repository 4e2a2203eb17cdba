import { createHash } from 'node:crypto';
import { type Build, type BuildFilter, type Cloud, isBuildEnd } from '../clouds/cloud.ts';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import type { Tree } from '../context/entry.ts';
import { AbortedError, messageOf } from '../errors.ts';
import { type Memory, openMemory } from '../host/memory.ts';
import { imageOf } from './build-facts.ts';
import type { Identity } from './identity.ts';
import type { Step } from './step.ts';

/** Everything that decides what an image becomes; two builds of equal inputs are one (docs/interface.md, `build`). */
export type Inputs = { readonly tree: Tree; readonly identity: Identity; readonly hash: string };

/** Builds of one hash that are looked at: rebuilds of the same tree are few. */
const MOST_CANDIDATES = 20;

/**
 * `build: auto`: a successful build of the identical inputs that is younger than `reuse-within` and that the cloud
 * still has. Not finding one, for whatever reason, only means that it is built.
 */
export async function findReusable(step: Step, inputs: Inputs): Promise<Build | undefined> {
  try {
    const cloud = await step.cloud();
    const canAsk = cloud.traits.findsBuildsBy !== 'nothing' && !needsMemory(step);
    const found = canAsk
      ? await askCloud(step, cloud, filterOf(step, inputs))
      : await askMemory(step, cloud, inputs);
    if (found) tell(step, found);
    return found;
  } catch (thrown) {
    if (thrown instanceof AbortedError) throw thrown;
    step.console.debug(`No earlier build could be looked for: ${messageOf(thrown)}`);
    return undefined;
  }
}

/** A build's record tells neither build arguments nor platform: what was built with them is remembered, not asked for. */
function needsMemory({ settings }: Step): boolean {
  return Object.keys(settings.buildArgs).length > 0 || settings.platform !== undefined;
}

function filterOf({ settings }: Step, { identity, hash, tree }: Inputs): BuildFilter {
  const common = { status: 'succeeded', atMost: MOST_CANDIDATES } as const;
  if (CLOUD_TRAITS[settings.cloud].findsBuildsBy === 'archive-hash') {
    const region = settings.region === undefined ? {} : { region: settings.region };
    return { ...common, ...region, contextHash: hash, dockerfile: tree.dockerfile };
  }
  const agent = identity.target.by === 'agent-name' ? { agentName: identity.target.agentName } : {};
  return { ...common, ...agent, workingTreeHash: hash, imageName: identity.imageName };
}

/** The newest build that fits the filter. */
async function askCloud(step: Step, cloud: Cloud, filter: BuildFilter): Promise<Build | undefined> {
  for await (const build of cloud.list(filter, step.signal)) {
    if (isYoung(step, build) && isOfAgent(step, build)) return build;
  }
  return undefined;
}

async function askMemory(step: Step, cloud: Cloud, inputs: Inputs): Promise<Build | undefined> {
  const id = await memoryOf(step).recall(prefixOf(step, inputs));
  if (id === undefined) return undefined;
  const build = await cloud.get(id.trim(), step.signal);
  const fits = build.status === 'succeeded' && isYoung(step, build) && isOfAgent(step, build);
  const sameImage = build.imageName === undefined || build.imageName === inputs.identity.imageName;
  const sameTree = build.workingTreeHash === undefined || build.workingTreeHash === inputs.hash;
  return fits && sameImage && sameTree ? build : undefined;
}

/** After a success that only the memory can find again. */
export async function rememberBuild(step: Step, inputs: Inputs, build: Build): Promise<void> {
  const { traits } = await step.cloud();
  if (step.settings.build !== 'auto' || build.status !== 'succeeded') return;
  if (traits.findsBuildsBy !== 'nothing' && !needsMemory(step)) return;
  await memoryOf(step).remember(`${prefixOf(step, inputs)}${build.id}`, build.id);
}

function memoryOf({ env, console }: Step): Memory {
  return openMemory(env, console.debug);
}

/** Names no secret and no value of one: the inputs are hashed. */
function prefixOf({ settings }: Step, { identity, hash, tree }: Inputs): string {
  const inputs = JSON.stringify([
    settings.cloud,
    settings.connection?.baseUrl,
    settings.connection?.account,
    settings.region,
    identity.target,
    identity.imageName,
    settings.platform,
    settings.visibility,
    settings.vmImage,
    Object.entries(settings.buildArgs).sort(([a], [b]) => (a < b ? -1 : 1)),
    tree.dockerfile,
    hash,
  ]);
  return `cloud-build-1-${createHash('sha256').update(inputs).digest('hex')}-`;
}

function isYoung({ settings }: Step, { createdAt }: Build): boolean {
  const age = Date.now() - Date.parse(createdAt ?? '');
  return age <= settings.reuseWithinMs;
}

/** The cloud's own filter is not relied upon (contracts/README.md, disagreement 14). */
function isOfAgent({ settings }: Step, build: Build): boolean {
  const { agent } = settings;
  if (!isBuildEnd(build.status)) return false;
  if (agent === undefined) return true;
  const built = agent.by === 'agent-id' ? build.agentId : build.agentName;
  // Builds that belong to no agent are an account's own.
  return built === undefined || built === agent.value;
}

function tell({ ledger }: Step, build: Build): void {
  const { sourceCommit, createdAt } = build;
  ledger.noteBuild({
    id: build.id,
    status: 'success',
    ...imageOf(build, undefined),
    reused: { ...(sourceCommit && { commit: sourceCommit }), ...(createdAt && { createdAt }) },
  });
}
