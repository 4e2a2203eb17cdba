import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { type Body, Refusal, type UploadedFile } from './exchange.ts';
import { readText, TooLargeError } from './text-body.ts';

/** JSON bodies and form fields are small in all contracts; a manifest is the largest. */
const TEXT_LIMIT = 10 * 1024 * 1024;

/**
 * Reads a request's body by its content type. Files are written to `folder` while they arrive, never kept in memory.
 * @throws {TooLargeError} for a file above `maxBytes`; {Refusal} 400 for a body that cannot be read.
 */
export async function readBody(request: IncomingMessage, folder: string, maxBytes: number): Promise<Body> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const empty = request.headers['content-length'] === '0' || !hasBody(request);
  if (empty) return { kind: 'none' };
  if (type === 'application/json') return { kind: 'json', value: await readJson(request) };
  if (type === 'multipart/form-data') return readForm(request, folder, maxBytes);
  const file = await save(detached(request), folder, maxBytes, { name: '', type: type ?? '' });
  return file.bytes === 0 ? { kind: 'none' } : { kind: 'file', file };
}

function hasBody(request: IncomingMessage): boolean {
  return (
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
  );
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request, TEXT_LIMIT);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(422, { detail: [{ loc: ['body'], msg: 'JSON decode error', type: 'json_invalid' }] });
  }
}

async function readForm(request: IncomingMessage, folder: string, maxBytes: number): Promise<Body> {
  const fields: Record<string, string> = {};
  const order: string[] = [];
  const saving: Promise<readonly [string, UploadedFile]>[] = [];
  let failure: unknown;
  const form = openForm(request);
  form.on('field', (name, value) => {
    order.push(name);
    fields[name] = value;
  });
  form.on('file', (name, stream, fileName, _encoding, type) => {
    order.push(name);
    const saved = save(stream, folder, maxBytes, { name: fileName, type });
    saving.push(saved.then((file) => [name, file] as const));
    saved.catch((error) => {
      failure ??= error;
      // A small form is already read completely: then only the parser has to be stopped.
      source.destroy(error);
      form.destroy(error);
    });
  });
  const source = detached(request);
  try {
    await pipeline(source, form);
  } catch (error) {
    if (request.destroyed && !request.complete) throw error;
    failure ??= new Refusal(400, { detail: 'There was an error parsing the body' });
  }
  const files = await Promise.all(saving).catch((error) => {
    throw failure ?? error;
  });
  if (failure) throw failure;
  return { kind: 'form', fields, files: Object.fromEntries(files), order };
}

/** The body as a stream of its own: if reading stops early, the connection can still send a reply. */
function detached(request: IncomingMessage): Readable {
  const body = new PassThrough();
  request.on('close', () => {
    if (!request.complete) body.destroy(new Error('the client went away'));
  });
  body.on('close', () => request.unpipe(body).resume());
  return request.pipe(body);
}

function openForm(request: IncomingMessage) {
  const type = request.headers['content-type'] ?? '';
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      limits: { fieldSize: TEXT_LIMIT, fields: 200, files: 5 },
    });
  } catch {
    throw new Refusal(400, { detail: 'Missing boundary in multipart.' });
  }
}

async function save(
  stream: Readable,
  folder: string,
  maxBytes: number,
  facts: { readonly name: string; readonly type: string },
): Promise<UploadedFile> {
  const path = join(folder, `upload-${randomUUID()}`);
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      sha256.update(chunk);
      md5.update(chunk);
      done(bytes > maxBytes ? new TooLargeError() : null, chunk);
    },
  });
  try {
    await pipeline(stream, meter, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, bytes, ...facts, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
