import { type Call, type Handler, Refusal, type Reply } from '../../server/exchange.ts';
import { type ImageId, imageIdOf, isSameImage, ownerOf, platformOwner } from './owner.ts';
import { imageRows } from './records.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

/** The newest completed build of each image that still exists, oldest image first. */
export function liveImages({ state }: PrimeWorld, owner: string): readonly PrimeBuild[] {
  const images = new Map<string, PrimeBuild>();
  for (const build of state.builds) {
    if (build.owner !== owner || build.artifacts[0]?.status !== 'COMPLETED') continue;
    const reference = `${build.imageName}:${build.imageTag}`;
    if (state.deleted.get(`${owner}/${reference}`) === build.id) images.delete(reference);
    else images.set(reference, build);
  }
  return [...images.values()];
}

export function imageHandlers(world: PrimeWorld): Readonly<Record<string, Handler>> {
  return {
    listImages: (call) => listImages(world, call),
    deleteImage: (call) => deleteImage(world, call),
  };
}

function listImages(world: PrimeWorld, call: Call): Reply {
  const { teamId, ownerScope, search, offset, limit } = call.query as Readonly<Record<string, never>>;
  const from = offset ?? 0;
  const owner = ownerScope === 'platform' ? platformOwner(world) : ownerOf(world, teamId);
  const images = liveImages(world, owner).filter(
    (build) => search === undefined || build.image.toLowerCase().includes(String(search).toLowerCase()),
  );
  const shown = images.slice(from, from + Math.min(limit ?? 100, world.options.maxPage));
  const data = shown.flatMap((build) => imageRows(build, world.options));
  return json({ data, ...totalOf(world, images.length), offset: from, limit: limit ?? 100, status: null });
}

function deleteImage(world: PrimeWorld, call: Call): Reply {
  const build = findImage(world, call, call.query.teamId as string | undefined);
  world.state.deleted.set(`${build.owner}/${build.imageName}:${build.imageTag}`, build.id);
  return json({ success: true, message: 'Image deleted' });
}

/** @throws {Refusal} 404 if the owner has no such image */
export function findImage(world: PrimeWorld, call: Call, team: string | null | undefined): PrimeBuild {
  const { image_name: name = '', image_tag: tag = '' } = call.params;
  const found = liveImage(world, imageIdOf(world, name, tag, ownerOf(world, team)));
  if (!found) throw new Refusal(404, { detail: 'Image not found' });
  return found;
}

/** The newest completed build of an image that still exists. */
export function liveImage(world: PrimeWorld, image: ImageId): PrimeBuild | undefined {
  return liveImages(world, image.owner).find((build) => isSameImage(build, image));
}

/** contracts/README.md, disagreement 18. */
export function totalOf({ options }: PrimeWorld, total: number): Record<string, number> {
  return options.totals === 'none' ? {} : { [options.totals]: total };
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
