import { UserError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Build, ImageRequest, Progress } from '../cloud.ts';
import { type Fields, fieldsOf, isFields, requiredText, textOf } from '../reply.ts';
import { sendOnce } from '../send-once.ts';
import { readBuild } from './build-record.ts';
import { GRACE, type PrimeConnection } from './connection.ts';
import { checkImageName } from './image-name.ts';
import { INITIATE_PATH, sourceBody } from './initiate.ts';
import { pagesOf } from './pages.ts';
import { isQuota, withQuotaHint } from './quota.ts';

/** Milliseconds by which the clocks may differ when the build of a lost request is searched. */
const SKEW = 5_000;

/**
 * An image of another registry becomes one of the account's (contracts/prime.openapi.yaml, initiateBuild,
 * `source_image`): one request, no upload and no start. The returned build is followed like any other.
 *
 * @throws {HttpError} as the cloud refuses, e.g. a registry that it does not allow
 */
export async function registerImage(
  connection: PrimeConnection,
  request: ImageRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  if (request.isNamed) checkImageName(request.imageName, request.imageTag);
  const { client, clock, knownBuilds } = connection;
  const since = new Date(client.now() - SKEW).toISOString();
  const call = {
    method: 'POST',
    path: INITIATE_PATH,
    json: sourceBody(request, connection.team),
    graceMs: GRACE,
    isFinal: isQuota,
    hints: {
      400: 'The image must be public, and its registry one that the cloud allows: check `source-image`.',
      403: 'Check `account-id`: the key must belong to that team and may build for it.',
      404: 'The registry has no such image: check `source-image`.',
    },
    signal,
  } as const;
  const submitted = (build: Build): Build => {
    knownBuilds.note(build.id);
    knownBuilds.name(build.id, build);
    progress.submitted(build);
    return build;
  };
  return sendOnce({
    what: 'build',
    send: () =>
      withQuotaHint(connection, signal, () =>
        client.request(call, (reply) => submitted(readRegistered(reply, request))),
      ),
    find: async () => {
      const own = await findOwn(connection, request, since, signal);
      return own && submitted(own);
    },
    notice: progress.notice,
    leftMs: client.leftMs,
    clock,
    signal,
  });
}

function readRegistered(reply: unknown, { imageName, imageTag }: ImageRequest): Build {
  const fields = oneOf(fieldsOf(reply, 'a registered image'));
  return omitUndefined<Build>({
    id: requiredText(fields, 'the build', 'build_id', 'buildId'),
    status: 'queued',
    rawStatus: 'PENDING',
    imageName,
    imageTag,
    image: textOf(fields, 'fullImagePath', 'full_image_path'),
  });
}

/**
 * The answer about one image, or the only result of the answer about many: of today's servers with its `build`, of older
 * ones flat (contracts/prime.openapi.yaml, BulkImageTransferResponse).
 * @throws {UserError} with the cloud's reason where that image was refused
 */
function oneOf(fields: Fields): Fields {
  const [result] = Array.isArray(fields.results) ? fields.results.filter(isFields) : [];
  if (result === undefined) return fields;
  const build = isFields(result.build) ? result.build : result;
  if (textOf(build, 'build_id', 'buildId') !== undefined) return build;
  const reason = textOf(result, 'error') ?? 'the cloud gives no reason';
  throw new UserError(`The image was not imported: ${reason}`, { hint: 'Check `source-image`.' });
}

/** After a lost answer: the newest build of that name that is not older than the request. */
async function findOwn(
  { client }: PrimeConnection,
  { imageName, imageTag }: ImageRequest,
  since: string,
  signal: AbortSignal,
): Promise<Build | undefined> {
  for await (const page of pagesOf(client, readBuild, signal)) {
    const isOwn = (build: Build) =>
      build.imageName === imageName && build.imageTag === imageTag && (build.createdAt ?? '') >= since;
    return page.find(isOwn);
  }
  return undefined;
}
