import { BuildLog } from '../../builder/log.ts';
import { type Call, type Problem, Refusal, type Reply } from '../../server/exchange.ts';
import { liveImages } from './images.ts';
import { isSameImage, ownerOf } from './owner.ts';
import { bytesOf } from './records.ts';
import { newArtifact, newId, newUploadTarget, type PrimeBuild, type PrimeWorld } from './state.ts';

type Fields = Readonly<Record<string, string | null | undefined>>;

/** Both spellings are understood, and never both at once (contracts/prime.openapi.yaml, initiateBuild). */
const SPELLINGS = [
  ['team_id', 'teamId'],
  ['source_image', 'sourceImage'],
  ['owner_scope', 'ownerScope'],
] as const;
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

/** The rules of BuildImageRequest that its schema cannot say. */
export function initiateConstraints(call: Call): Problem[] {
  const fields = fieldsOf(call);
  const problems = SPELLINGS.filter(([snake, camel]) => fields[snake] && fields[camel]).map(([, camel]) =>
    problem(camel, 'the same field is given in its other spelling'),
  );
  const source = fields.source_image ?? fields.sourceImage;
  if (source) return problems;
  for (const name of ['image_name', 'image_tag']) {
    if (!fields[name]) problems.push(problem(name, 'field required'));
  }
  if (fields.image_name && !NAME.test(fields.image_name))
    problems.push(problem('image_name', 'lower-case a-z 0-9 . _ -, no slash'));
  return problems;
}

/** @throws {Refusal} for a team that is not the caller's, and where the quota is used up */
export function initiateBuild(world: PrimeWorld, call: Call): Reply {
  const { state, options } = world;
  const fields = fieldsOf(call);
  if (fields.source_image ?? fields.sourceImage)
    throw new Refusal(501, { detail: 'The emulator plays no transfers' });
  const owner = ownerOf(world, fields.team_id ?? fields.teamId);
  const imageName = fields.image_name ?? '';
  const imageTag = fields.image_tag ?? '';
  checkQuota(world, owner, `${imageName}:${imageTag}`);
  const id = newId('bld');
  const earlier = state.builds.findLast((build) => isSameImage(build, { owner, imageName, imageTag }));
  const isGiven = fields.visibility === 'PUBLIC' || fields.visibility === 'PRIVATE';
  const build: PrimeBuild = {
    id,
    owner,
    imageName,
    imageTag,
    dockerfile: fields.dockerfile_path ?? 'Dockerfile',
    platform: fields.platform ?? 'linux/amd64',
    visibility: isGiven ? (fields.visibility as 'PUBLIC' | 'PRIVATE') : (earlier?.visibility ?? 'PRIVATE'),
    image: `prime/${owner === 'personal' ? 'emulator' : owner}/${imageName}:${imageTag}`,
    createdAt: new Date(),
    artifacts: [newArtifact('CONTAINER_IMAGE')],
    log: new BuildLog(),
    stop: new AbortController(),
    uploadTarget: newUploadTarget(id, options.uploadSeconds),
    uploadUntil: new Date(Date.now() + options.uploadSeconds * 1000),
    archive: undefined,
    isStarted: false,
  };
  state.builds.push(build);
  return { kind: 'json', status: options.initiateStatus, body: answerOf(world, call, build) };
}

function answerOf({ options }: PrimeWorld, call: Call, build: PrimeBuild): Record<string, unknown> {
  const uploadUrl = `${call.storageUrl}${build.uploadTarget}`;
  return {
    ...(options.answers === 'snake' ? { build_id: build.id } : { buildId: build.id }),
    buildIds: [build.id],
    upload_url: uploadUrl,
    ...(options.tellsExpiry ? { expires_in: options.uploadSeconds } : {}),
    ...(options.records === 'status-only' ? {} : { fullImagePath: build.image }),
    visibility: build.visibility,
  };
}

/** A tag that exists already is pushed again and needs no further room. */
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

function fieldsOf(call: Call): Fields {
  return call.body.kind === 'json' ? (call.body.value as Fields) : {};
}

function problem(name: string, msg: string): Problem {
  return { loc: ['body', name], msg, type: 'value_error' };
}
