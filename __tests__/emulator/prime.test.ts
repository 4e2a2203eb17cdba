import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import { archiveOf, canBuild } from './fixtures/sgp.ts';

type Json = Record<string, unknown>;
type Answer = { readonly status: number; readonly body: Json };
/** A client of its own, so that the emulator is judged by the contract and not by our action. */
type Client = {
  readonly emulator: Emulator;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly initiate: (more?: Json) => Promise<Answer>;
  readonly until: (id: unknown, ...words: readonly string[]) => Promise<Json>;
};

const opened: Emulator[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((emulator) => emulator.close()));
});

const NAMES = { image_name: 'app', image_tag: 'v1', dockerfile_path: '.__prime_dockerfile__' };
const DOCKERFILE = { '.__prime_dockerfile__': 'FROM scratch\n' };
const STREAM = { 'content-type': 'application/octet-stream' };

async function start(options: EmulatorOptions = {}): Promise<Client> {
  const emulator = await startEmulator({ checkReplies: true, builder: 'play', pace: 0, ...options });
  opened.push(emulator);
  const call: Client['call'] = async (method, path, body) => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${emulator.credentials.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const until: Client['until'] = async (id, ...words) => {
    for (let round = 0; round < 2000; round += 1) {
      const { body } = await call('GET', `/api/v1/images/build/${id}`);
      if (words.includes(String(body.status))) return body;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${id} did not become ${words}`);
  };
  return {
    emulator,
    call,
    until,
    initiate: (more) => call('POST', '/api/v1/images/build', { ...NAMES, ...more }),
  };
}

type Put = { readonly status: number; readonly text: string };

/** By hand: fetch would write the URL anew and choose headers of its own. */
function put(url: unknown, body: Buffer, headers: Record<string, string> = STREAM): Promise<Put> {
  const [, host = '', port = '', path = ''] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(String(url)) ?? [];
  const chunked = headers['transfer-encoding'] !== undefined;
  const length = chunked ? {} : { 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const options = { host, port: Number(port), path, method: 'PUT', headers: { ...length, ...headers } };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function run(client: Client, archive: Buffer, more: Json = {}): Promise<Json> {
  const { body } = await client.initiate(more);
  expect((await put(body.upload_url, archive)).status).toBe(200);
  await client.call('POST', `/api/v1/images/build/${body.build_id}/start`, { context_uploaded: true });
  return client.until(body.build_id, 'COMPLETED', 'FAILED');
}

describe('a build', () => {
  test('goes from PENDING over UPLOADING and BUILDING to COMPLETED', async () => {
    const client = await start({ pace: 1 });
    client.emulator.control.script({ queuedMs: 30, delays: 5, lines: ['one', 'two'] });
    const { status, body } = await client.initiate();
    expect(status).toBe(201);
    const path = `/api/v1/images/build/${body.build_id}`;
    expect((await client.call('GET', path)).body.status).toBe('PENDING');
    await put(body.upload_url, await archiveOf(DOCKERFILE));
    expect((await client.call('GET', path)).body.status).toBe('UPLOADING');
    await client.call('POST', `${path}/start`, { context_uploaded: true });
    await client.until(body.build_id, 'BUILDING');
    const done = await client.until(body.build_id, 'COMPLETED');
    expect(done.artifacts).toMatchObject([{ fullImagePath: 'prime/emulator/app:v1', errorMessage: null }]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('that fails says why in its artifact: there is no log', async () => {
    const client = await start();
    const archive = await archiveOf({ '.__prime_dockerfile__': 'FROM scratch\nRUN exit 3\n' });
    expect(await run(client, archive)).toMatchObject({
      status: 'FAILED',
      artifacts: [{ status: 'FAILED', errorMessage: expect.stringContaining('exit code: 3') }],
    });
  });

  test('fails without the Dockerfile that it names', async () => {
    const client = await start();
    const ended = await run(client, await archiveOf({ Dockerfile: 'FROM scratch\n' }));
    expect(ended).toMatchObject({
      artifacts: [{ errorMessage: expect.stringContaining('.__prime_dockerfile__') }],
    });
  });

  test('is really built where buildah is installed', async () => {
    if (!(await canBuild())) return;
    const client = await start({ builder: 'buildah' });
    const dockerfile = 'FROM scratch\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox", "true"]\n';
    const archive = await archiveOf(
      { '.__prime_dockerfile__': dockerfile, busybox: { copy: '/bin/busybox' } },
      ['--transform=s,^,./,'],
    );
    const ended = await run(client, archive);
    const lines = client.emulator.control.prime.builds[0]?.log.lines ?? [];
    expect([ended.status, lines.join('\n')]).toEqual(['COMPLETED', expect.stringContaining('STEP 3/3')]);
  });
});

describe('the storage', () => {
  const rows: [name: string, headers: Record<string, string>, status: number, code: string][] = [
    ['chunks', { ...STREAM, 'transfer-encoding': 'chunked' }, 411, 'MissingContentLength'],
    ['another content type', { 'content-type': 'application/gzip' }, 400, 'InvalidArgument'],
    ['credentials', { ...STREAM, authorization: 'Bearer not-a-real-key' }, 400, 'InvalidArgument'],
  ];
  test.each(rows)('refuses %s', async (_name, headers, status, code) => {
    const client = await start();
    const { body } = await client.initiate();
    const refused = await put(body.upload_url, await archiveOf(DOCKERFILE), headers);
    expect(refused).toMatchObject({ status, text: expect.stringContaining(`<Code>${code}</Code>`) });
    expect(client.emulator.control.violations).toHaveLength(1);
  });

  test('takes the URL byte for byte or not at all', async () => {
    const client = await start();
    const { body } = await client.initiate();
    const url = String(body.upload_url);
    const archive = await archiveOf(DOCKERFILE);
    for (const other of [url.replace('%2f', '%2F'), url.replace("'", '%27'), url.slice(0, -1), `${url}&x=1`])
      expect(await put(other, archive)).toMatchObject({
        status: 403,
        text: expect.stringContaining('Signature'),
      });
    expect((await put(url, archive)).status).toBe(200);
    expect((await put(url, archive)).status).toBe(200);
  });

  test('takes nothing once the URL has expired', async () => {
    const client = await start({ prime: { uploadSeconds: 0 } });
    const { body } = await client.initiate();
    expect(body.expires_in).toBe(0);
    const refused = await put(body.upload_url, await archiveOf(DOCKERFILE));
    expect(refused).toMatchObject({ status: 403, text: expect.stringContaining('ExpiredToken') });
  });

  test('is another host than the API, in both directions', async () => {
    const client = await start();
    const { body } = await client.initiate();
    const url = new URL(String(body.upload_url));
    expect((await put(`${client.emulator.url}${url.pathname}${url.search}`, Buffer.from('x'))).status).toBe(
      404,
    );
    expect((await fetch(`${url.origin}/api/v1/images/builds`)).status).toBe(404);
  });
});

describe('a refusal', () => {
  const rows: [name: string, fields: Json, status: number, told: unknown][] = [
    [
      'no name',
      { image_name: undefined },
      422,
      { errors: [{ param: 'image_name', details: 'field required' }] },
    ],
    ['a name with a slash', { image_name: 'a/b' }, 422, { errors: [{ param: 'image_name' }] }],
    ['a bad tag', { image_tag: '.v1' }, 422, { errors: [{ param: 'image_tag' }] }],
    [
      'both spellings',
      { team_id: 'emulator-team', teamId: 'emulator-team' },
      422,
      { errors: [{ param: 'teamId' }] },
    ],
    ['an unknown member', { imageName: 'x' }, 422, { errors: [{ param: 'imageName' }] }],
    ['another’s team', { team_id: 'team_of_others' }, 403, { detail: 'Not allowed for this team' }],
  ];
  test.each(rows)('of %s', async (_name, fields, status, body) => {
    const client = await start();
    expect(await client.initiate(fields)).toMatchObject({ status, body });
    expect(client.emulator.control.prime.builds).toEqual([]);
  });

  test('of a start before the upload, and of a second one', async () => {
    const client = await start();
    const { body } = await client.initiate();
    const go = () =>
      client.call('POST', `/api/v1/images/build/${body.build_id}/start`, { context_uploaded: true });
    expect(await go()).toMatchObject({ status: 400, body: { detail: 'Build context was not uploaded' } });
    await put(body.upload_url, await archiveOf(DOCKERFILE));
    expect((await go()).status).toBe(200);
    expect(await go()).toMatchObject({ status: 409, body: { detail: 'Build already started' } });
  });

  test('of a key that nobody has', async () => {
    const client = await start();
    const response = await fetch(`${client.emulator.url}/api/v1/images/builds`, {
      headers: { authorization: 'Bearer not-a-real-key' },
    });
    expect(response.status).toBe(401);
  });

  test('of an image above the quota, but not of one that exists', async () => {
    const client = await start({ prime: { maxImages: 1 } });
    await run(client, await archiveOf(DOCKERFILE));
    expect(await client.initiate({ image_tag: 'v2' })).toMatchObject({
      status: 429,
      body: { detail: 'Image limit exceeded. Personal has 1 images. Maximum allowed is 1.' },
    });
    expect((await client.initiate()).status).toBe(201);
    await client.call('DELETE', '/api/v1/images/app/v1');
    expect((await client.initiate({ image_tag: 'v2' })).status).toBe(201);
    expect(client.emulator.control.violations).toEqual([]);
  });
});

describe('an image', () => {
  test('is listed once it is built, and gone once it is deleted', async () => {
    const client = await start();
    await run(client, await archiveOf(DOCKERFILE), { visibility: 'PUBLIC' });
    const listed = await client.call('GET', '/api/v1/images?search=APP');
    expect(listed.body).toMatchObject({
      total_count: 1,
      data: [{ displayRef: 'prime/emulator/app:v1', visibility: 'PUBLIC', ownerType: 'personal' }],
    });
    expect((await client.call('GET', '/api/v1/images?teamId=emulator-team')).body.data).toEqual([]);
    expect((await client.call('DELETE', '/api/v1/images/app/v1')).body.success).toBe(true);
    expect((await client.call('DELETE', '/api/v1/images/app/v1')).status).toBe(404);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('keeps its visibility when it is built again without one', async () => {
    const client = await start();
    await run(client, await archiveOf(DOCKERFILE), { visibility: 'PUBLIC' });
    expect((await client.initiate()).body.visibility).toBe('PUBLIC');
  });

  test('becomes a VM image beside it, once at a time', async () => {
    const client = await start({ prime: { vmImageMs: 60 } });
    const { id } = await run(client, await archiveOf(DOCKERFILE));
    const make = () => client.call('POST', '/api/v1/images/app/v1/vm-build', {});
    const queued = await make();
    expect(queued.body).toMatchObject({ success: true, buildId: id });
    expect((await make()).status).toBe(409);
    const done = await client.until(id, 'COMPLETED');
    expect(done.artifacts).toMatchObject([
      { artifactType: 'CONTAINER_IMAGE' },
      {
        artifactType: 'VM_SANDBOX',
        id: queued.body.artifactBuildId,
        fullImagePath: 'prime-vm/emulator/app:v1',
      },
    ]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('becomes none where the account has no VM sandboxes', async () => {
    const client = await start({ prime: { vmImages: false } });
    await run(client, await archiveOf(DOCKERFILE));
    expect((await client.call('POST', '/api/v1/images/app/v1/vm-build', {})).status).toBe(403);
  });
});
