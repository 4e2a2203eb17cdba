import { HttpError } from '../../errors.ts';
import type { DeploymentRequest } from '../deployment.ts';
import { isFields } from '../reply.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * What the cloud's own builds are made for (contracts/README.md, context hash). Without the member an agent runs on its
 * region's architecture, and an image of another one ends in a crash loop.
 */
const BUILD_ARCHITECTURE = 'arm64';

/**
 * What both create and update take (contracts/pipecat.openapi.yaml, AgentSettings): what was given and nothing else,
 * so that what the author did not set stays as it is on the agent. Empty members may be refused.
 */
export function settingsOf({ of, agentSettings = {} }: DeploymentRequest): Members {
  const image = 'buildId' in of ? { buildId: of.buildId } : { image: referenceOf(of) };
  const { imagePullSecretSet, ...others } = agentSettings;
  // The cloud pulls its own builds without it.
  const pull = 'buildId' in of ? {} : { imagePullSecretSet };
  const architecture = 'buildId' in of ? BUILD_ARCHITECTURE : undefined;
  return { ...image, ...withoutEmpty({ architecture, ...pull, ...others }) };
}

function referenceOf(of: Exclude<DeploymentRequest['of'], { readonly buildId: string }>): string {
  return 'image' in of ? of.image : `${of.imageName}:${of.imageTag}`;
}

/**
 * The messages of servers that do not know the member, as frameworks write them; not those about a region that lacks
 * the architecture.
 */
const NOT_KNOWN =
  /(?:unknown|unrecogni[sz]ed|unexpected|extra|additional|invalid) (?:member|key|propert|field|input|argument|param)\w*\W.{0,40}architecture|architecture\W.{0,40}(?:should not exist|is not (?:allowed|permitted|known|expected)|not (?:allowed|permitted)|extra inputs?|unknown|unrecogni[sz]ed)/i;

/** Whether the refusal is about `architecture` as such, so that the rest may be sent without it. */
export function refusesArchitecture(error: unknown): boolean {
  return (
    error instanceof HttpError &&
    (error.status === 400 || error.status === 422) &&
    NOT_KNOWN.test(error.detail)
  );
}

function withoutEmpty(members: Members): Members {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    const inner = isFields(value) ? withoutEmpty(value) : value;
    const empty = inner === undefined || inner === null || inner === '';
    if (!empty && !(isFields(inner) && Object.keys(inner).length === 0)) kept[name] = inner;
  }
  return kept;
}
