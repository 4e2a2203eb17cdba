import { HttpError } from '../../errors.ts';
import type { ArchiveFile } from '../cloud.ts';
import { fileBody } from '../http.ts';
import { mayBeExpired, sendToStorage } from '../storage.ts';
import type { PrimeConnection } from './connection.ts';
import type { InitiatedBuild } from './initiate.ts';

/** Milliseconds that any upload gets, and the slowest accepted speed in bytes a millisecond. */
const LEAST = 600_000;
const SLOWEST = 250;

/**
 * Sends the archive to the presigned URL, with retries while the URL is valid: a PUT overwrites
 * (contracts/prime.openapi.yaml, uploadContext).
 *
 * @throws {HttpError} as the storage refuses; {UserError} for an address to which no archive may be sent.
 */
export async function upload(
  { client, clock }: PrimeConnection,
  { uploadUrl, expiresAt }: InitiatedBuild,
  archive: ArchiveFile,
  signal: AbortSignal,
): Promise<void> {
  await sendToStorage(client, {
    method: 'PUT',
    url: uploadUrl,
    body: fileBody(archive, 'application/octet-stream'),
    timeoutMs: LEAST + Math.ceil(archive.bytes / SLOWEST),
    isFinal: () => clock.now() >= expiresAt,
    hints: {
      400: 'The storage refuses the archive’s headers or size: if it happens again, please report it.',
      401: 'The storage refuses the upload address that the cloud gave: run the job again.',
      403: 'The storage refuses the upload for the reason above: if no proxy alters requests here, tell the cloud’s support.',
      404: 'The storage does not know the upload address that the cloud gave: run the job again.',
    },
    signal,
  });
}

/**
 * Whether another address may help because this one has expired. Any other refusal would happen again with the next
 * one.
 */
export function isExpired(
  { clock }: PrimeConnection,
  { expiresAt }: InitiatedBuild,
  error: unknown,
): error is HttpError {
  return mayBeExpired(error) || (error instanceof HttpError && clock.now() >= expiresAt);
}
