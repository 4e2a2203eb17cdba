import { type Call, Refusal, type Reply } from '../../server/exchange.ts';
import { liveImage } from './images.ts';
import { type ImageId, imageIdOf, isSameImage, ownerOf, platformOwner, referenceOf } from './owner.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

type Owner = { readonly type: 'personal' | 'team' | 'platform'; readonly teamId?: string };
type Source =
  | { readonly reference: string }
  | { readonly owner: Owner; readonly name: string; readonly tag: string };
type Patch = {
  readonly name?: string;
  readonly tag?: string;
  readonly owner?: Owner;
  readonly visibility?: PrimeBuild['visibility'];
};
type Request = {
  readonly dryRun?: boolean;
  readonly updates: readonly { readonly source: Source; readonly set: Patch }[];
};
type State = ImageId & Pick<PrimeBuild, 'visibility'>;

/**
 * Changes images one by one: a failure is the result of that image only.
 *
 * @throws {Refusal} 405 on a server of the older generation
 */
export function updateImages(world: PrimeWorld, call: Call): Reply {
  if (world.options.generation === 'older') throw new Refusal(405, { detail: 'Method Not Allowed' });
  const { updates, dryRun = false } = (call.body.kind === 'json' ? call.body.value : {}) as Request;
  const results = updates.map(({ source, set }) => ({ source, ...updated(world, source, set, dryRun) }));
  const body = { success: results.every(({ success }) => success), dryRun, results };
  return { kind: 'json', status: 200, body };
}

function updated(world: PrimeWorld, source: Source, set: Patch, dryRun: boolean) {
  try {
    const build = liveImage(world, idOf(world, source));
    if (!build) throw new Refusal(404, { detail: 'Image not found' });
    const before = stateOf(build);
    const after = patched(world, before, set);
    if (!isSameImage(build, after) && liveImage(world, after))
      throw new Refusal(409, { detail: `${referenceOf(after)} exists already` });
    if (!dryRun) move(world, before, after);
    return { success: true, before: describedState(before), after: describedState(after), error: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { success: false, before: null, after: null, error: errorOf(error) };
  }
}

function idOf(world: PrimeWorld, source: Source): ImageId {
  if ('reference' in source) {
    const at = source.reference.lastIndexOf(':');
    return imageIdOf(world, source.reference.slice(0, at), source.reference.slice(at + 1), 'personal');
  }
  return { owner: ownerName(world, source.owner), imageName: source.name, imageTag: source.tag };
}

function ownerName(world: PrimeWorld, owner: Owner): string {
  if (owner.type === 'platform') return platformOwner(world);
  return ownerOf(world, owner.teamId);
}

function patched(world: PrimeWorld, before: State, set: Patch): State {
  const owner = set.owner === undefined ? before.owner : ownerName(world, set.owner);
  if (owner === 'platform' && set.visibility === 'PRIVATE')
    throw new Refusal(400, { detail: 'Platform images are always public' });
  return {
    owner,
    imageName: set.name ?? before.imageName,
    imageTag: set.tag ?? before.imageTag,
    visibility: owner === 'platform' ? 'PUBLIC' : (set.visibility ?? before.visibility),
  };
}

/** All builds of the image move with it: otherwise the old name would mean an older one. */
function move({ state }: PrimeWorld, before: State, after: State): void {
  for (const build of state.builds) {
    if (!isSameImage(build, before)) continue;
    Object.assign(build, after, { image: referenceOf(after) });
    for (const artifact of build.artifacts) if (artifact.image !== undefined) artifact.image = build.image;
  }
}

function stateOf({ owner, imageName, imageTag, visibility }: PrimeBuild): State {
  return { owner, imageName, imageTag, visibility };
}

function describedState({ owner, imageName, imageTag, visibility }: State) {
  const isTeam = owner !== 'personal' && owner !== 'platform';
  return {
    owner: isTeam ? { type: 'team', teamId: owner } : { type: owner },
    name: imageName,
    tag: imageTag,
    visibility,
  };
}

const CODES: Readonly<Record<number, string>> = { 403: 'forbidden', 404: 'not_found', 409: 'conflict' };

function errorOf({ reply }: Refusal): { readonly code: string; readonly message: string } {
  const { status, body } = reply as Extract<Reply, { kind: 'json' }>;
  return { code: CODES[status] ?? 'invalid', message: String((body as { detail: string }).detail) };
}
