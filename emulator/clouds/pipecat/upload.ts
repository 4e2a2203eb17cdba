import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { refuseAsStorage } from '../../faults/storage-refusal.ts';
import type { Call, Problem, Reply } from '../../server/exchange.ts';
import { storageError } from '../../server/storage-error.ts';
import type { PipecatOptions } from './options.ts';
import { regionOf } from './organization.ts';
import type { PipecatWorld, Upload } from './state.ts';

const STORAGE_PATH = '/pipecat-presigned-upload';

/** Makes an upload target for one archive. @throws {Refusal} if the region has no cloud builds */
export function createUploadUrl(world: PipecatWorld, call: Call): Reply {
  const { state, options } = world;
  const region = regionOf(world, call.body.kind === 'json' ? call.body.value : {});
  const id = randomUUID();
  const life = state.expired > 0 ? -1 : options.uploadLifeMs;
  if (state.expired > 0) state.expired -= 1;
  const expiresAt = new Date(Date.now() + life);
  const fields = fieldsOf(`${options.organization}/${id}.tar.gz`, region, expiresAt, options);
  state.uploads.set(id, { id, region, fields, expiresAt, object: undefined });
  const body = {
    uploadId: id,
    uploadUrl: `${call.storageUrl}${STORAGE_PATH}`,
    uploadFields: fields,
    expiresAt: expiresAt.toISOString(),
  };
  return { kind: 'json', status: 200, body };
}

function fieldsOf(
  key: string,
  region: string,
  expiresAt: Date,
  { uploadFields: kind, maxContextBytes }: PipecatOptions,
): Upload['fields'] {
  const conditions = [
    { key },
    ['eq', '$Content-Type', 'application/gzip'],
    ['content-length-range', 1, maxContextBytes],
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: expiresAt.toISOString(), conditions }));
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    key,
    bucket: `emulated-context-${region}`,
    ...(kind === 'typed' ? { 'Content-Type': 'application/gzip' } : {}),
    Policy: policy.toString('base64'),
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `EMULATEDNOTASECRET/${date.slice(0, 8)}/${region}/s3/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Security-Token': randomBytes(24).toString('base64'),
    'X-Amz-Signature': createHash('sha256').update(policy).digest('hex'),
  };
}

/** The contract's rules for the form that no schema has: order and spelling of the fields, the file last. */
export function uploadConstraints({ state }: PipecatWorld, call: Call): Problem[] {
  if (call.body.kind !== 'form') return [];
  const { fields, files, order } = call.body;
  const add = (name: string, msg: string, type = 'form') => problems.push({ loc: ['body', name], msg, type });
  const problems: Problem[] = [];
  const fileIsLast = order.at(-1) === 'file';
  if (!fileIsLast) add('file', 'The file is the last part; what follows it is ignored');
  // S3 ignores the file's name and the order of the fields before it.
  if (files.file?.name !== 'context.tar.gz') add('file', 'Expected the file name context.tar.gz', 'unread');
  if (call.headers['transfer-encoding'] !== undefined) add('file', 'Chunked uploads are refused');
  const given = uploadOf(state.uploads, fields);
  if (!given) return problems;
  const expected = Object.keys(given.fields);
  if (!('Content-Type' in given.fields)) expected.push('Content-Type');
  if (JSON.stringify(order) !== JSON.stringify([...expected, 'file'])) {
    add(
      'uploadFields',
      `Expected ${[...expected, 'file'].join(', ')} in this order, got ${order.join(', ')}`,
      fileIsLast ? 'unread' : 'form',
    );
  }
  return problems;
}

/** Accepts the archive as an object store does: only by the signed fields, and before they expire. */
export function uploadContext({ state, options }: PipecatWorld, call: Call): Reply {
  const fields = call.body.kind === 'form' ? call.body.fields : {};
  const file = call.body.kind === 'form' ? call.body.files.file : undefined;
  const upload = uploadOf(state.uploads, fields);
  if (!upload || !file) return storageError(403, 'AccessDenied', 'Invalid according to Policy');
  if (upload.expiresAt.getTime() <= Date.now())
    return storageError(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
  if (Object.entries(upload.fields).some(([name, value]) => fields[name] !== value))
    return refuseAsStorage('signature', call.target);
  if (fields['Content-Type'] !== 'application/gzip') return refuseAsStorage('condition', call.target);
  if (file.bytes > options.maxContextBytes) return tooLarge();
  upload.object = file;
  return { kind: 'empty', status: 204 };
}

export function tooLarge(): Reply {
  return storageError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}

export function refuseUpload(problems: readonly Problem[]): Reply {
  const words = problems.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return problems.some(({ type }) => type === 'length_required')
    ? storageError(411, 'MissingContentLength', words)
    : storageError(400, 'MalformedPOSTRequest', words);
}

function uploadOf(uploads: ReadonlyMap<string, Upload>, fields: Readonly<Record<string, string>>) {
  return [...uploads.values()].find((upload) => upload.fields.key === fields.key);
}
