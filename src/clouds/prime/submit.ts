import { HttpError } from '../../errors.ts';
import { refuseTooLarge } from '../archive-limit.ts';
import type { Build, BuildRequest, Progress } from '../cloud.ts';
import { isFields, textOf } from '../reply.ts';
import { sendOnce } from '../send-once.ts';
import { CLOUD_TRAITS } from '../traits.ts';
import { buildPath } from './builds.ts';
import { GRACE, type PrimeConnection } from './connection.ts';
import { checkImageName } from './image-name.ts';
import { type InitiatedBuild, initiate } from './initiate.ts';
import { isQuota, withQuotaHint } from './quota.ts';
import { isExpired, upload } from './upload.ts';

/**
 * Initiate, upload, start: one build from one archive, also where answers are lost.
 *
 * @throws {HttpError} as the cloud or its storage refuses; {UserError} for what the author has to fix.
 */
export async function submitBuild(
  connection: PrimeConnection,
  request: BuildRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  checkImageName(request.imageName, request.imageTag);
  refuseTooLarge(request, CLOUD_TRAITS.prime);
  const uploaded = await uploadTo(connection, await initiate(connection, request, progress, signal), {
    request,
    progress,
    signal,
  });
  return start(connection, uploaded, progress, signal);
}

type SubmitContext = {
  readonly request: BuildRequest;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/** If the address is refused or has expired, asks for another one, once. The first record is never started. */
async function uploadTo(
  connection: PrimeConnection,
  begun: InitiatedBuild,
  { request, progress, signal }: SubmitContext,
): Promise<InitiatedBuild> {
  try {
    await upload(connection, begun, request.archive, signal);
    return begun;
  } catch (error) {
    if (!isExpired(connection, begun, error)) throw error;
    progress.notice(
      `The upload address of build ${begun.build.id} is not accepted any more (${error.message}): asking for another one. That build is never started.`,
    );
  }
  const second = await initiate(connection, request, progress, signal);
  await upload(connection, second, request.archive, signal);
  return second;
}

/** Once the request is sent the build may run, so it counts as submitted before the answer arrives. */
async function start(
  connection: PrimeConnection,
  { build }: InitiatedBuild,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  const { client, clock, knownBuilds } = connection;
  const path = buildPath(build.id);
  const call = { path: `${path}/start`, json: { context_uploaded: true }, graceMs: GRACE, isFinal: isQuota };
  const read = (reply: unknown) => readStarted(connection, build, reply);
  const send = () => client.request({ ...call, method: 'POST', signal }, read);
  let answerLost = false;
  const find = async (): Promise<Build | undefined> => {
    answerLost = true;
    const look = () =>
      client.request({ method: 'GET', path, signal }, (reply) => knownBuilds.read(reply, build.id));
    const found = await knownBuilds.await(build.id, look, signal);
    return found.status === 'queued' ? undefined : found;
  };
  progress.submitted(build);
  try {
    return await sendOnce({
      what: 'started build',
      send: () => withQuotaHint(connection, signal, () => knownBuilds.await(build.id, send, signal)),
      find,
      notice: progress.notice,
      leftMs: connection.client.leftMs,
      clock,
      signal,
    });
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 409) throw error;
    // It was started already (contracts/prime.openapi.yaml): by us if an answer was lost, and it is queued.
    const startedByUs = answerLost;
    const started = (await find()) ?? (startedByUs ? build : undefined);
    if (started) return started;
    throw error;
  }
}

/** By the contract the answer is a build's status; it may also be `{}` or empty. */
function readStarted({ knownBuilds }: PrimeConnection, build: Build, reply: unknown): Build {
  return isFields(reply) && textOf(reply, 'status') !== undefined ? knownBuilds.read(reply, build.id) : build;
}
