import { HttpError, messageOf } from '../../errors.ts';
import { type Clock, retry } from '../../wait.ts';
import type { ArchiveFile, Progress } from '../cloud.ts';
import { type HttpClient, multipartBody } from '../http.ts';
import { mayBeExpired, sendToStorage } from '../storage.ts';
import { readTarget, type UploadTarget } from './upload-target.ts';

/**
 * Milliseconds before each further attempt. Short outages of the object storage are documented
 * (contracts/pipecat.openapi.yaml, uploadContext); after longer ones the job has to be run again.
 */
const WAITS = [2_000, 8_000, 30_000];

const TARGET_HINTS = {
  400: 'Known cause: the organization has no cloud builds in this region. Check `region`, or have cloud builds enabled.',
};

const UPLOAD_HINTS = {
  400: 'The object storage found fault with the upload: the context may be too large. Leave more out by the ignore file.',
  403: 'The object storage refuses the upload for the reason above: if no proxy alters requests here, tell the cloud’s support.',
  404: 'The upload target is gone: run the job again.',
  413: 'Leave more out by the ignore file, or choose a smaller `context`.',
};

export type UploadConnection = {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** Milliseconds that are left for the phase. */
  readonly left: () => number;
};

/**
 * Uploads the archive to the object storage; each attempt gets a new upload target.
 *
 * @returns the upload's id.
 * @throws {HttpError} with the storage's own code and words.
 */
export async function upload(
  { client, clock, left }: UploadConnection,
  archive: ArchiveFile,
  region: string | undefined,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  let sending = false;
  let renewed = false;
  const attempt = async (): Promise<string> => {
    sending = false;
    const target = await askTarget(client, region, signal);
    for (const secret of target.secrets) {
      progress.secret(secret);
      client.secret(secret);
    }
    sending = true;
    await post(client, target, archive, signal);
    return target.uploadId;
  };
  return retry(attempt, {
    retries: WAITS.length,
    budgetMs: left(),
    delayOf: (error, count) => {
      // The client has already retried the request for a target.
      if (!sending) return undefined;
      if (!mayBeExpired(error)) return isTemporary(error) ? WAITS[count - 1] : undefined;
      // Its 15 minutes are over: try a new target at once, but only once.
      if (renewed) return undefined;
      renewed = true;
      return 0;
    },
    onRetry: (error, _count, waitMs) => {
      const when = waitMs === 0 ? '' : ` in ${waitMs / 1000} s`;
      progress.notice(
        `The upload failed (${messageOf(error)}); it is tried again with a new upload target${when}`,
      );
    },
    signal,
    clock,
  }).catch((error: unknown) => {
    throw sending && renewed && mayBeExpired(error) ? expiredTarget(error) : error;
  });
}

function expiredTarget(error: HttpError): HttpError {
  const hint =
    'Two upload targets in a row were refused as expired, although each is valid for 15 minutes: a proxy that changes requests can cause this; otherwise ask the cloud’s support.';
  return new HttpError({ ...error, detail: error.detail }, { hint, cause: error });
}

function askTarget(
  client: HttpClient,
  region: string | undefined,
  signal: AbortSignal,
): Promise<UploadTarget> {
  const call = {
    method: 'POST',
    path: '/v1/builds/upload-url',
    json: region === undefined ? {} : { region },
    // A second target costs nothing.
    idempotent: true,
    hints: TARGET_HINTS,
    signal,
  } as const;
  return client.request(call, readTarget);
}

/** The fields as they came and in their order, the file last: the storage ignores what follows it. */
async function post(
  client: HttpClient,
  { url, fields }: UploadTarget,
  archive: ArchiveFile,
  signal: AbortSignal,
): Promise<void> {
  const contentType = 'application/gzip';
  const typed = 'Content-Type' in fields ? fields : { ...fields, 'Content-Type': contentType };
  const body = multipartBody(typed, {
    field: 'file',
    fileName: 'context.tar.gz',
    contentType,
    file: archive,
  });
  // Another attempt needs another target, so the client must not retry.
  const isFinal = () => true;
  await sendToStorage(client, { method: 'POST', url, body, hints: UPLOAD_HINTS, isFinal, signal });
}

/** Errors that may be temporary. The storage reports its own timeout as 400 (code `RequestTimeout`). */
function isTemporary(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const { status, detail } = error;
  if (status === 400) return /\bRequestTimeout\b/.test(detail);
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
