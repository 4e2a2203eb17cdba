import { spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { atEnd } from './cleanup.ts';
import { clientsReady } from './clients-ready.ts';
import { temporaryFolder } from './workspace.ts';

/** The path of versitygw, which `.ci/clients` installs: an S3 server that checks signatures, policies and expiry. */
const [, version = ''] =
  /^gateway=(\S+)$/m.exec(readFileSync(join(import.meta.dirname, '../../.ci/clients'), 'utf8')) ?? [];
const program = join(import.meta.dirname, `../../.cache/versitygw-${version}/versitygw`);

await clientsReady();

/** A group of tests that need a real S3 server; without one they are skipped, and one line says so. */
export function describeWithS3(name: string, tests: () => void): void {
  const isThere = existsSync(program);
  if (!isThere) process.stderr.write(`skipped: ${name}: versitygw is missing (.ci/clients)\n`);
  (isThere ? describe : describe.skip)(name, tests);
}

/** Obviously not secrets: they only open a server on loopback that a test has started. */
const KEY = 'access-key-not-a-secret';
const SECRET = 'secret-key-not-a-secret';
const REGION = 'us-east-1';
const BUCKET = 'uploads';

export type S3 = {
  readonly origin: string;
  /** What was stored under a key, or `undefined`. */
  readonly stored: (key: string) => Buffer | undefined;
};

/** Starts a server with an empty bucket; it is stopped after the last test of the file. */
export async function startS3(): Promise<S3> {
  const folder = temporaryFolder('s3');
  for (const name of ['data', 'meta']) mkdirSync(join(folder, name));
  mkdirSync(join(folder, 'data', BUCKET));
  const origin = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    program,
    [
      '--port',
      new URL(origin).host,
      '--quiet',
      'posix',
      '--sidecar',
      join(folder, 'meta'),
      join(folder, 'data'),
    ],
    {
      env: { ROOT_ACCESS_KEY_ID: KEY, ROOT_SECRET_ACCESS_KEY: SECRET, HOME: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  atEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await answering(origin);
  const stored = (key: string) => {
    const path = join(folder, 'data', BUCKET, key);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  return { origin, stored };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

async function answering(origin: string): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the S3 server did not start');
}

type Signing = {
  readonly key: string;
  /** Seconds for which the signature is valid, from `at` on. */
  readonly seconds?: number;
  /** Default: now. */
  readonly at?: Date;
};

/** A URL for one PUT, signed with Signature Version 4 in the query; with `contentType` that header is signed too. */
export function presignedPut(
  { origin }: S3,
  { key, seconds = 900, at = new Date(), contentType }: Signing & { readonly contentType?: string },
): string {
  const { host } = new URL(origin);
  const scope = scopeOf(at);
  const headers = contentType === undefined ? { host } : { 'content-type': contentType, host };
  const signed = Object.keys(headers).join(';');
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${KEY}/${scope}`,
    'X-Amz-Date': stampOf(at),
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': signed,
  }).toString();
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const path = `/${BUCKET}/${key}`;
  const request = ['PUT', path, query, lines.join(''), signed, 'UNSIGNED-PAYLOAD'].join('\n');
  const hash = createHash('sha256').update(request).digest('hex');
  const signature = sign(['AWS4-HMAC-SHA256', stampOf(at), scope, hash].join('\n'), at);
  return `${origin}${path}?${query}&X-Amz-Signature=${signature}`;
}

export type PostTarget = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A form for one POST with a signed policy; `extra` are fields that the policy requires with exactly these values. */
export function presignedPost(
  { origin }: S3,
  {
    key,
    seconds = 900,
    at = new Date(),
    bytes,
    extra = {},
  }: Signing & {
    readonly bytes: readonly [least: number, most: number];
    readonly extra?: Readonly<Record<string, string>>;
  },
): PostTarget {
  const fields: Record<string, string> = {
    key,
    ...extra,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${KEY}/${scopeOf(at)}`,
    'x-amz-date': stampOf(at),
  };
  const conditions = [
    { bucket: BUCKET },
    ['content-length-range', ...bytes],
    ['starts-with', '$Content-Type', ''],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ];
  const expiration = new Date(at.getTime() + seconds * 1000).toISOString();
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
  return { url: `${origin}/${BUCKET}`, fields: { ...fields, policy, 'x-amz-signature': sign(policy, at) } };
}

function stampOf(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
}

function scopeOf(at: Date): string {
  return `${stampOf(at).slice(0, 8)}/${REGION}/s3/aws4_request`;
}

function sign(text: string, at: Date): string {
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const [day = '', ...scope] = scopeOf(at).split('/');
  const signingKey = scope.reduce(hmac, hmac(`AWS4${SECRET}`, day));
  return hmac(signingKey, text).toString('hex');
}
