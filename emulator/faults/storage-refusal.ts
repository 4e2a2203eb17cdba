import type { Reply } from '../server/exchange.ts';
import { storageError } from '../server/storage-error.ts';

/**
 * Why a storage refuses an upload. A new target helps against `policy-expired` (forms), `request-expired` (presigned
 * URLs) and `token-expired`; nothing that the client can do helps against the others.
 */
export type StorageRefusal = keyof typeof REFUSALS;

type Plain = Exclude<Reply, { kind: 'events' }>;

/** The reply as S3 gives it (Amazon S3 API reference, "Error responses", and its replies to presigned forms). */
export function refuseAsStorage(reason: StorageRefusal, target: string): Plain {
  return REFUSALS[reason](target);
}

const MINUTE = 60 * 1000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

const REFUSALS = {
  'access-denied': () => storageError(403, 'AccessDenied', 'Access Denied'),
  signature: () =>
    storageError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { AWSAccessKeyId: 'EMULATEDNOTASECRET', SignatureProvided: '0'.repeat(64) },
    ),
  condition: () =>
    storageError(
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["eq", "$Content-Type", "application/gzip"]',
    ),
  'policy-expired': () => storageError(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.'),
  'request-expired': () =>
    storageError(403, 'AccessDenied', 'Request has expired', {
      'X-Amz-Expires': '900',
      Expires: ago(1),
      ServerTime: ago(0),
    }),
  'token-expired': () => storageError(400, 'ExpiredToken', 'The provided token has expired.'),
  'unknown-key': () =>
    storageError(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      { AWSAccessKeyId: 'EMULATEDNOTASECRET' },
    ),
  'too-large': () =>
    storageError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: '600000000',
      MaxSizeAllowed: '524288000',
    }),
  'no-bucket': (target: string) =>
    storageError(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      BucketName: target.split(/[/?]/)[1] ?? '',
    }),
  'slow-down': () => storageError(503, 'SlowDown', 'Please reduce your request rate.'),
} as const satisfies Readonly<Record<string, (target: string) => Plain>>;
