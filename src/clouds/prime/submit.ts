import { HttpError } from '../../errors.ts';
import { refuseTooLarge } from '../archive-limit.ts';
import type { Build, BuildRequest, Progress } from '../cloud.ts';
import { isFields, textOf } from '../reply.ts';
import { sendOnce } from '../send-once.ts';
import { CLOUD_TRAITS } from '../traits.ts';
import { buildPath } from './builds.ts';
import { checkImageName } from './image-name.ts';
import { type Begun, initiate } from './initiate.ts';
import { isQuota, underQuota } from './quota.ts';
import { GRACE, type Room } from './room.ts';
import { isExpired, upload } from './upload.ts';

/**
 * Initiate, upload, start: one build from one archive, whatever happens on the way.
 *
 * @throws {HttpError} as the cloud or its storage refuses; {UserError} for what the author has to mend.
 */
export async function submitBuild(
  room: Room,
  request: BuildRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  checkImageName(request.imageName, request.imageTag);
  refuseTooLarge(request, CLOUD_TRAITS.prime);
  const uploaded = await uploadTo(room, await initiate(room, request, progress, signal), {
    request,
    progress,
    signal,
  });
  return start(room, uploaded, progress, signal);
}

type Errand = { readonly request: BuildRequest; readonly progress: Progress; readonly signal: AbortSignal };

/** An address that is refused or has expired is asked for again, once. The first record stays unstarted. */
async function uploadTo(room: Room, begun: Begun, { request, progress, signal }: Errand): Promise<Begun> {
  try {
    await upload(room, begun, request.archive, signal);
    return begun;
  } catch (error) {
    if (!isExpired(room, begun, error)) throw error;
    progress.notice(
      `The upload address of build ${begun.build.id} is not accepted any more (${error.message}): asking for another one. That build is never started.`,
    );
  }
  const second = await initiate(room, request, progress, signal);
  await upload(room, second, request.archive, signal);
  return second;
}

/** Once the request is out the build may run, so that it counts as submitted before its answer. */
async function start(room: Room, { build }: Begun, progress: Progress, signal: AbortSignal): Promise<Build> {
  const { client, clock, memory } = room;
  const path = buildPath(build.id);
  const call = { path: `${path}/start`, json: { context_uploaded: true }, graceMs: GRACE, isFinal: isQuota };
  const read = (reply: unknown) => readStarted(room, build, reply);
  const send = () => client.request({ ...call, method: 'POST', signal }, read);
  let answerLost = false;
  const find = async (): Promise<Build | undefined> => {
    answerLost = true;
    const look = () =>
      client.request({ method: 'GET', path, signal }, (reply) => memory.read(reply, build.id));
    const found = await memory.await(build.id, look, signal);
    return found.status === 'queued' ? undefined : found;
  };
  progress.submitted(build);
  try {
    return await sendOnce({
      what: 'started build',
      send: () => underQuota(room, signal, () => memory.await(build.id, send, signal)),
      find,
      notice: progress.notice,
      leftMs: room.client.leftMs,
      clock,
      signal,
    });
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 409) throw error;
    // It was started already (contracts/prime.openapi.yaml): by us, where an answer was lost, and it waits for its turn.
    const startedByUs = answerLost;
    const started = (await find()) ?? (startedByUs ? build : undefined);
    if (started) return started;
    throw error;
  }
}

/** The answer is a build's status on paper, and may be `{}` or nothing at all. */
function readStarted({ memory }: Room, build: Build, reply: unknown): Build {
  return isFields(reply) && textOf(reply, 'status') !== undefined ? memory.read(reply, build.id) : build;
}
