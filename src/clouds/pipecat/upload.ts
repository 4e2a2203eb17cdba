import { HttpError } from '../../errors.ts';
import { type Clock, retry } from '../../wait.ts';
import type { ArchiveFile, Progress } from '../cloud.ts';
import { type HttpClient, multipartBody } from '../http.ts';
import { readTarget, type UploadTarget } from './upload-target.ts';

/**
 * Milliseconds before each further attempt. Outages of the object storage are on record
 * (contracts/pipecat.openapi.yaml, uploadContext); longer ones are for a later run.
 */
const WAITS = [2_000, 8_000, 30_000];

const TARGET_HINTS = {
  400: 'Known cause: the organization has no cloud builds in this region. Check `region`, or have cloud builds enabled.',
};

const UPLOAD_HINTS = {
  400: 'The object storage found fault with the upload: the context may be too large. Leave more out by the ignore file.',
  403: 'An upload target lives 15 minutes and takes one archive: run the job again; a proxy that alters requests also has this effect.',
  404: 'The upload target is gone: run the job again.',
  413: 'Leave more out by the ignore file, or choose a smaller `context`.',
};

export type UploadConnection = {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** Milliseconds that are left to the phase. */
  readonly left: () => number;
};

/**
 * Brings the archive to the object storage; each attempt has an upload target of its own.
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
    // A target that cannot be had was already asked for again by the client.
    delayOf: (error, count) => (sending && isPassing(error) ? WAITS[count - 1] : undefined),
    onRetry: (error, _count, waitMs) =>
      progress.notice(
        `The upload failed (${error instanceof Error ? error.message : String(error)}); it is tried again with a new upload target in ${waitMs / 1000} s`,
      ),
    signal,
    clock,
  });
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
  // Another attempt needs another target, so that none is made below us.
  const isFinal = () => true;
  await client
    .send({ method: 'POST', url, body, hints: UPLOAD_HINTS, isFinal, signal })
    .catch((error: unknown) => {
      throw error instanceof HttpError && error.status >= 300 && error.status < 400 ? astray(error) : error;
    });
}

function astray(error: HttpError): HttpError {
  const hint = 'An upload is not sent on to where a redirect points: run the job again.';
  return new HttpError({ ...error, detail: error.detail }, { hint, cause: error });
}

/** 403 may be a target that ran out; the storage's own time-out comes as 400 (its code `RequestTimeout`). */
function isPassing(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const { status, detail } = error;
  if (status === 400) return /\bRequestTimeout\b/.test(detail);
  return status === 0 || status === 403 || status === 408 || status === 429 || status >= 500;
}
