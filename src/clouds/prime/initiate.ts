import { UserError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Build, BuildRequest, ImageRequest, Progress } from '../cloud.ts';
import type { DryRunRequest } from '../dry-run-request.ts';
import { type Fields, fieldsOf, textOf } from '../reply.ts';
import { GRACE, type PrimeConnection } from './connection.ts';
import { isQuota, withQuotaHint } from './quota.ts';

export { dryRunVisibility } from './visibility.ts';

export const INITIATE_PATH = '/api/v1/images/build';

/** A build's record, and the address for its archive. */
export type InitiatedBuild = {
  readonly build: Build;
  readonly uploadUrl: string;
  /** A moment of the clock, in milliseconds. */
  readonly expiresAt: number;
};

/**
 * Only what was given: without a visibility an existing tag keeps its own (contracts/prime.openapi.yaml,
 * initiateBuild). Snake case here, and never both spellings (contracts/README.md, disagreement 16).
 */
function initiateBody(request: BuildRequest, team: string | undefined): Readonly<Record<string, string>> {
  return omitUndefined<Record<string, string>>({
    image_name: request.imageName,
    image_tag: request.imageTag,
    dockerfile_path: request.dockerfile,
    platform: request.platform,
    team_id: team,
    visibility: request.visibility?.toUpperCase(),
  });
}

/**
 * Registers a build and gets its upload URL. If the answer is lost, the URL is lost with it, so the request is sent
 * again. That leaves a record that nobody starts, never a second build.
 *
 * @throws {UserError} where the quota is used up or the answer cannot be used.
 */
export async function initiate(
  connection: PrimeConnection,
  request: BuildRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<InitiatedBuild> {
  const call = {
    method: 'POST',
    path: INITIATE_PATH,
    json: initiateBody(request, connection.team),
    idempotent: true,
    graceMs: GRACE,
    isFinal: isQuota,
    hints: { 403: 'Check `account-id`: the key must belong to that team and may build for it.' },
    signal,
  } as const;
  const begin = (reply: unknown): InitiatedBuild => {
    const begun = readBegun(fieldsOf(reply, 'a registered build'), request, connection.clock.now());
    progress.secret(begun.uploadUrl);
    connection.client.secret(begun.uploadUrl);
    connection.knownBuilds.note(begun.build.id);
    connection.knownBuilds.name(begun.build.id, begun.build);
    progress.submitted({ ...begun.build, unstarted: true });
    return begun;
  };
  return withQuotaHint(connection, signal, () => connection.client.request(call, begin));
}

function readBegun(fields: Fields, request: BuildRequest, now: number): InitiatedBuild {
  const id = textOf(fields, 'build_id', 'buildId');
  const uploadUrl = textOf(fields, 'upload_url', 'uploadUrl');
  if (id === undefined || uploadUrl === undefined) {
    const missing = id === undefined ? 'build_id' : 'upload_url';
    throw new UserError(`The cloud registered the build, but its answer holds no \`${missing}\``, {
      hint: 'Check `base-url`; if it is right, the API has changed: please report it.',
    });
  }
  const seconds = Number(fields.expires_in ?? fields.expiresIn ?? Number.POSITIVE_INFINITY);
  const build = omitUndefined<Build>({
    id,
    status: 'queued',
    rawStatus: 'PENDING',
    imageName: request.imageName,
    imageTag: request.imageTag,
    image: textOf(fields, 'fullImagePath', 'full_image_path'),
  });
  return {
    build,
    uploadUrl,
    expiresAt: now + (Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds * 1000),
  };
}

/** What a submit would send, for a dry run; the team belongs to the credentials and is unknown there. */
export function dryRunRequests(request: BuildRequest): readonly DryRunRequest[] {
  return [
    { method: 'POST', path: INITIATE_PATH, fields: initiateBody(request, undefined) },
    {
      method: 'PUT',
      path: '<presigned URL>',
      fields: { 'content-type': 'application/octet-stream', 'content-length': String(request.archive.bytes) },
    },
    { method: 'POST', path: `${INITIATE_PATH}/<build id>/start`, fields: { context_uploaded: 'true' } },
  ];
}

/** Name and tag both or neither; a shared image has neither, and no team. */
export function sourceBody(
  request: ImageRequest,
  team: string | undefined,
): Readonly<Record<string, string>> {
  const { image, imageName, imageTag, isNamed, isShared, platform, visibility } = request;
  return omitUndefined<Record<string, string>>({
    source_image: image,
    platform,
    ...(isShared
      ? { owner_scope: 'platform', visibility: 'PUBLIC' }
      : { team_id: team, visibility: visibility?.toUpperCase() }),
    ...(isNamed && { image_name: imageName, image_tag: imageTag }),
  });
}

/** What it would send, for a dry run; the team belongs to the credentials and is unknown there. */
export function dryRunRegister(request: ImageRequest): readonly DryRunRequest[] {
  return [{ method: 'POST', path: INITIATE_PATH, fields: sourceBody(request, undefined) }];
}
