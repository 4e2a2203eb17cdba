import { timeoutSignal } from '../../deadline.ts';
import { refuseTooLarge } from '../archive-limit.ts';
import { type Build, type BuildRequest, isBuildEnd, type Progress } from '../cloud.ts';
import { contextHashOf } from '../context-hash.ts';
import type { HttpClient } from '../http.ts';
import { isFields } from '../reply.ts';
import { sendOnce } from '../send-once.ts';
import { CLOUD_TRAITS } from '../traits.ts';
import { type BuildInputs, isOf, readBuild } from './build-record.ts';
import { PAGE, pagesOf } from './pages.ts';
import type { Regions } from './regions.ts';
import { type UploadConnection, upload } from './upload.ts';

/**
 * Milliseconds for which a cancelled step still waits for the id of what it has just submitted (docs/platform.md,
 * Cancel).
 */
const GRACE = 2_500;
/** Builds of one context that are read at most, and the milliseconds for reading them before the upload. */
const MAX_BUILDS = 200;
const LIST_WITHIN_MS = 15_000;

const HINTS = {
  400: 'Known causes: the organization has no cloud builds in this region, or the upload was not found. Check `region`, and that cloud builds are enabled.',
  404: 'The cloud does not find the upload: run the job again.',
};

type SubmitConnection = UploadConnection & { readonly regions: Regions };

/**
 * One build from one archive: upload, then create. The cloud may answer with an equal build that has succeeded
 * before, which is then `cached`.
 *
 * @throws {HttpError} as the cloud refuses; {UserError} for an archive that is too large.
 */
export async function submitBuild(
  connection: SubmitConnection,
  request: BuildRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  const { client, clock, regions } = connection;
  refuseTooLarge(request, CLOUD_TRAITS.pipecat);
  const region = await regions.resolve(request.region, signal);
  const inputs = { contextHash: contextHashOf(request), dockerfile: request.dockerfile, region };
  const [before, uploadId] = await Promise.all([
    listEarlier(client, inputs, signal),
    upload(connection, request.archive, region, progress, signal),
  ]);
  const submitted = (build: Build, cached: boolean): Build => {
    if (cached) return { ...build, cached: true };
    progress.submitted(build);
    return build;
  };
  const create = async (): Promise<Build> => {
    const json = {
      uploadId,
      ...(region === undefined ? {} : { region }),
      dockerfilePath: request.dockerfile,
    };
    const call = { method: 'POST', path: '/v1/builds', json, graceMs: GRACE, hints: HINTS, signal } as const;
    return client.request(call, (reply) => {
      const build = readBuild(reply);
      return submitted(build, isCached(reply, build));
    });
  };
  const build = await sendOnce({
    what: 'build',
    send: create,
    find: async () => {
      const own = await findOwn(client, inputs, before, signal);
      // A build that did not exist before is this run's, however soon it has succeeded.
      return own && submitted(own, own.status === 'succeeded' && before?.has(own.id) !== false);
    },
    notice: progress.notice,
    leftMs: client.leftMs,
    clock,
    signal,
  });
  reportInputs(build, inputs, progress);
  return build;
}

/**
 * Whether the answer is an equal build from before. The member `cached` decides, not the status: a new build may have
 * ended when the create is answered. Servers without that member answer with a successful build only where it existed
 * before.
 */
function isCached(reply: unknown, { status }: Build): boolean {
  const cached = isFields(reply) ? reply.cached : undefined;
  return typeof cached === 'boolean' ? cached && status === 'succeeded' : status === 'succeeded';
}

function reportInputs(build: Build, { contextHash }: BuildInputs, progress: Progress): void {
  if (build.cached) {
    const when = build.createdAt === undefined ? '' : ` of ${build.createdAt}`;
    progress.notice(
      `The cloud already has a successful build of this context: ${build.id}${when}. Nothing is built anew`,
    );
  }
  if (build.contextHash !== undefined && build.contextHash !== contextHash)
    progress.debug?.(`The cloud counts the context hash as ${build.contextHash}, not ${contextHash}`);
}

/**
 * Ids of the builds of this context that exist already, to recognise the one of this run; `undefined` where they
 * could not be read in time.
 */
async function listEarlier(
  client: HttpClient,
  inputs: BuildInputs,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const soon = timeoutSignal(signal, LIST_WITHIN_MS);
  try {
    return new Set((await findEqual(client, inputs, soon)).map(({ id }) => id));
  } catch {
    return undefined;
  }
}

/**
 * The build that a create with a lost answer made. An equal build that succeeded or runs is good as well, whoever
 * started it: its image is the same. A failed one is ours only where it did not exist before.
 */
async function findOwn(
  client: HttpClient,
  inputs: BuildInputs,
  before: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<Build | undefined> {
  const builds = await findEqual(client, inputs, signal);
  const fresh = before && builds.find(({ id }) => !before.has(id));
  return fresh ?? builds.find(({ status }) => status === 'succeeded' || !isBuildEnd(status));
}

async function findEqual(
  client: HttpClient,
  inputs: BuildInputs,
  signal: AbortSignal,
): Promise<readonly Build[]> {
  const { contextHash, region } = inputs;
  const found: Build[] = [];
  let read = 0;
  for await (const page of pagesOf(client, { contextHash, region, limit: PAGE }, signal)) {
    found.push(...page.filter((build) => isOf(build, inputs)));
    read += page.length;
    if (read >= MAX_BUILDS) break;
  }
  return found;
}
