import { BuildLog } from '../../builder/log.ts';
import { type Call, type Problem, Refusal } from '../../server/exchange.ts';
import { liveImages } from './images.ts';
import { type ImageId, isSameImage, ownerOf, platformOwner, referenceOf } from './owner.ts';
import { bytesOf } from './records.ts';
import { builtType, newArtifact, newId, newUploadTarget, type PrimeBuild, type PrimeWorld } from './state.ts';

export type Fields = Readonly<Record<string, string | null | undefined>>;

export function problem(name: string, msg: string): Problem {
  return { loc: ['body', name], msg, type: 'value_error' };
}

/** @throws {Refusal} 403 for a team that is not the caller's, or if only an admin may */
export function ownerOfRequest(world: PrimeWorld, fields: Fields): string {
  if ((fields.owner_scope ?? fields.ownerScope) === 'platform') return platformOwner(world);
  return ownerOf(world, fields.team_id ?? fields.teamId);
}

/** Makes the record of a build that is not started yet. @throws {Refusal} 429 if the quota is used up */
export function register(world: PrimeWorld, fields: Fields, image: ImageId): PrimeBuild {
  const { state, options } = world;
  checkQuota(world, image.owner, `${image.imageName}:${image.imageTag}`);
  const id = newId('bld');
  const earlier = state.builds.findLast((build) => isSameImage(build, image));
  const given = image.owner === 'platform' ? 'PUBLIC' : fields.visibility;
  const build: PrimeBuild = {
    id,
    ...image,
    dockerfile: fields.dockerfile_path ?? 'Dockerfile',
    platform: fields.platform ?? 'linux/amd64',
    visibility: given === 'PUBLIC' || given === 'PRIVATE' ? given : (earlier?.visibility ?? 'PRIVATE'),
    image: referenceOf(image),
    createdAt: new Date(),
    artifacts: [newArtifact(builtType(options))],
    log: new BuildLog(),
    stop: new AbortController(),
    uploadTarget: newUploadTarget(id, options.uploadSeconds),
    uploadUntil: new Date(Date.now() + options.uploadSeconds * 1000),
    archive: undefined,
    isStarted: false,
  };
  state.builds.push(build);
  return build;
}

/** @param upload whether an archive has to be uploaded; the reply then says where */
export function answerOf(
  { options }: PrimeWorld,
  call: Call,
  build: PrimeBuild,
  upload: 'presigned' | 'none',
): Record<string, unknown> {
  const uploadUrl = upload === 'none' ? null : `${call.storageUrl}${build.uploadTarget}`;
  const expiresIn = upload === 'none' ? null : options.uploadSeconds;
  return {
    ...(options.answers === 'snake' ? { build_id: build.id } : { buildId: build.id }),
    buildIds: [build.id],
    upload_url: uploadUrl,
    ...(options.tellsExpiry ? { expires_in: expiresIn } : {}),
    ...(options.records === 'status-only' ? {} : { fullImagePath: build.image }),
    visibility: build.visibility,
  };
}

/** A tag that exists is replaced and does not count against the quota again. */
function checkQuota(world: PrimeWorld, owner: string, reference: string): void {
  const { maxImages, maxImageBytes } = world.options;
  const images = liveImages(world, owner);
  const whose = owner === 'personal' ? 'Personal' : 'Team';
  const bytes = images.reduce((sum, build) => sum + bytesOf(build), 0);
  if (bytes >= maxImageBytes) {
    const detail = `Image storage limit exceeded. ${whose} uses ${bytes} bytes. Maximum allowed is ${maxImageBytes}.`;
    throw new Refusal(429, { detail });
  }
  if (images.some((build) => `${build.imageName}:${build.imageTag}` === reference)) return;
  if (images.length >= maxImages) {
    const detail = `Image limit exceeded. ${whose} has ${images.length} images. Maximum allowed is ${maxImages}.`;
    throw new Refusal(429, { detail });
  }
}
