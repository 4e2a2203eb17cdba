import type { Call, Problem, Reply } from '../../server/exchange.ts';
import { storageError } from '../../server/storage-error.ts';
import type { PrimeWorld } from './state.ts';

/** Why the storage host refuses a request that fits its schema (contracts/prime.openapi.yaml, uploadContext). */
export function uploadConstraints({ headers }: Call): Problem[] {
  const problems: Problem[] = [];
  const add = (name: string, msg: string) => problems.push({ loc: ['header', name], msg, type: 'header' });
  if (headers['content-type'] !== 'application/octet-stream')
    add('content-type', 'The signature covers application/octet-stream');
  if (headers['transfer-encoding'] !== undefined) add('transfer-encoding', 'Chunked uploads are refused');
  if (headers.cookie !== undefined) add('cookie', 'Credentials do not belong here');
  return problems;
}

/** Accepts the archive if the URL is the presigned one, byte for byte, and has not expired. A second PUT overwrites. */
export function uploadContext({ state }: PrimeWorld, call: Call): Reply {
  const build = state.builds.find(({ uploadTarget }) => uploadTarget === call.target);
  if (!build) return storageError(403, 'SignatureDoesNotMatch', 'Access denied.');
  if (build.uploadUntil.getTime() <= Date.now())
    return storageError(403, 'ExpiredToken', 'The provided token has expired.');
  if (call.body.kind !== 'file') return storageError(400, 'InvalidArgument', 'Invalid argument.');
  build.archive = call.body.file;
  const [artifact] = build.artifacts;
  if (artifact?.status === 'PENDING') artifact.status = 'UPLOADING';
  return { kind: 'empty', status: 200 };
}

export function refuseUpload(problems: readonly Problem[]): Reply {
  const withoutLength = problems.some(({ type }) => type === 'length_required');
  const words = problems.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return storageError(
    withoutLength ? 411 : 400,
    withoutLength ? 'MissingContentLength' : 'InvalidArgument',
    words,
  );
}
