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
    const client = await start({ prime: { generation: 'older', vmImageMs: 1_500 } });
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
    const client = await start({ prime: { generation: 'older', vmImages: false } });
    await run(client, await archiveOf(DOCKERFILE));
    expect((await client.call('POST', '/api/v1/images/app/v1/vm-build', {})).status).toBe(403);
  });
});

describe('a server of today', () => {
  test.each(['linux/amd64', 'linux/arm64'])('makes a VM image for %s and nothing else', async (platform) => {
    const client = await start();
    const ended = await run(client, await archiveOf(DOCKERFILE), { platform });
    expect(ended.artifacts).toMatchObject([
      { artifactType: 'VM_SANDBOX', fullImagePath: 'prime/emulator/app:v1' },
    ]);
    const asked = await client.call('POST', '/api/v1/images/app/v1/vm-build', {});
    expect(asked).toEqual({ status: 404, body: { detail: 'Not Found' } });
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('reports size and reference in the list of images alone', async () => {
    const client = await start();
    const ended = await run(client, await archiveOf(DOCKERFILE));
    expect(ended).not.toHaveProperty('sizeBytes');
    expect((await client.call('GET', '/api/v1/images')).body.data).toMatchObject([
      { artifactType: 'VM_SANDBOX', displayRef: 'prime/emulator/app:v1', sizeBytes: expect.any(Number) },
    ]);
  });
});

describe('an image of another registry', () => {
  const hub = { visibility: 'PUBLIC', owner_scope: 'platform' };
  const rows: [name: string, fields: Json, path: string][] = [
    [
      'with a name of its own',
      { source_image: 'ghcr.io/acme/app:v1', image_name: 'mine', image_tag: 'v2' },
      'prime/emulator/mine:v2',
    ],
    [
      'by its last name and tag',
      { source_image: 'quay.io/acme/deep/App:v1'.toLowerCase() },
      'prime/emulator/app:v1',
    ],
    ['without a tag', { source_image: 'ghcr.io/acme/app' }, 'prime/emulator/app:latest'],
    [
      'by its digest',
      { source_image: `ghcr.io/acme/app@sha256:${'ab'.repeat(32)}` },
      `prime/emulator/app:sha256-${'ab'.repeat(8)}`,
    ],
    [
      'of a team',
      { source_image: 'ghcr.io/acme/app:v1', team_id: 'emulator-team' },
      'prime/emulator-team/app:v1',
    ],
    ['for arm64', { source_image: 'ghcr.io/acme/app:v1', platform: 'linux/arm64' }, 'prime/emulator/app:v1'],
    ['of Docker Hub, without an owner', { source_image: 'ubuntu:22.04', ...hub }, 'ubuntu:22.04'],
    ['of Docker Hub with its namespace', { source_image: 'docker.io/library/redis', ...hub }, 'redis:latest'],
    [
      'of Docker Hub by another host',
      { source_image: 'index.docker.io/bitnami/redis:7', ...hub },
      'bitnami/redis:7',
    ],
  ];
  test.each(rows)('becomes the user’s: %s', async (_name, fields, path) => {
    const client = await start({ prime: { vmImageMs: 0 } });
    const { status, body } = await client.call('POST', '/api/v1/images/build', fields);
    expect([status, body]).toMatchObject([201, { fullImagePath: path, upload_url: null, expires_in: null }]);
    const ended = await client.until(body.build_id, 'COMPLETED');
    expect(ended.artifacts).toMatchObject([{ artifactType: 'VM_SANDBOX', fullImagePath: path }]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  const named = { image_name: 'mine', image_tag: 'v1' };
  const refused: [name: string, fields: Json, status: number, words: string][] = [
    [
      'Google’s registry',
      { source_image: 'gcr.io/acme/app:v1' },
      400,
      'Registry gcr.io is not allowed. Allowed registries: Docker Hub, ghcr.io',
    ],
    [
      'a host with a port',
      { source_image: 'localhost:5000/app:v1' },
      400,
      'Registry localhost:5000 is not allowed',
    ],
    ['an image that is not there', { source_image: 'ghcr.io/acme/missing:x' }, 404, 'not found'],
    ['no reference', { source_image: 'ghcr.io/Acme App' }, 422, 'not an image reference'],
    ['another digest', { source_image: 'ghcr.io/acme/app@md5:00' }, 422, 'only sha256'],
    [
      'a name without a tag',
      { source_image: 'ghcr.io/acme/app:v1', image_name: 'mine' },
      422,
      'belong together',
    ],
    ['a name for several', { source_image: 'ghcr.io/a/b:v1,ghcr.io/a/c:v1', ...named }, 422, 'single source'],
    ['a name for Docker Hub', { source_image: 'ubuntu', ...named }, 422, 'no destination'],
    ['a team for Docker Hub', { source_image: 'ubuntu', team_id: 'emulator-team' }, 422, 'no team'],
    ['a private image of Docker Hub', { source_image: 'ubuntu', visibility: 'PRIVATE' }, 422, 'are public'],
    ['Docker Hub beside others', { source_image: 'ubuntu,ghcr.io/acme/app:v1' }, 422, 'do not share'],
    [
      'a platform image of a user',
      { source_image: 'ghcr.io/acme/app:v1', owner_scope: 'platform' },
      403,
      'platform admins',
    ],
  ];
  test.each(refused)('is refused: %s', async (_name, fields, status, words) => {
    const client = await start();
    const answer = await client.call('POST', '/api/v1/images/build', fields);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(words)]);
    expect(client.emulator.control.prime.builds).toEqual([]);
  });

  test.each([
    ['current', { build: { fullImagePath: 'prime/emulator/app:v1' } }, { build: null }, undefined],
    ['older', { success: true, fullImagePath: 'prime/emulator/app:v1' }, { success: false }, 1],
  ] as const)('in a list has a result each (%s server)', async (generation, good, bad, failed) => {
    const client = await start({ prime: { generation, vmImageMs: 0 } });
    const list = 'ghcr.io/acme/app:v1, ghcr.io/acme/missing:x';
    const { body } = await client.call('POST', '/api/v1/images/build', { source_image: list });
    expect(body.results).toMatchObject([
      { sourceImage: 'ghcr.io/acme/app:v1', error: null, ...good },
      { sourceImage: 'ghcr.io/acme/missing:x', error: expect.stringContaining('not found'), ...bad },
    ]);
    expect((body.failed as unknown[] | undefined)?.length).toBe(failed);
    expect(client.emulator.control.violations).toEqual([]);
  });
});

describe('an update of images', () => {
  const update = (client: Client, source: Json, set: Json, more: Json = {}) =>
    client.call('PATCH', '/api/v1/images', { mode: 'explicit', updates: [{ source, set }], ...more });
  const mine = { owner: { type: 'personal' }, name: 'app', tag: 'v1' };
  const personal = { type: 'personal' };
  const rows: [name: string, source: Json, set: Json, after: Json][] = [
    [
      'its visibility',
      mine,
      { visibility: 'PUBLIC' },
      { owner: personal, name: 'app', tag: 'v1', visibility: 'PUBLIC' },
    ],
    [
      'its name',
      mine,
      { name: 'other' },
      { owner: personal, name: 'other', tag: 'v1', visibility: 'PRIVATE' },
    ],
    [
      'its tag, by reference',
      { reference: 'prime/emulator/app:v1' },
      { tag: 'v2' },
      { owner: personal, name: 'app', tag: 'v2', visibility: 'PRIVATE' },
    ],
    [
      'its owner',
      mine,
      { owner: { type: 'team', teamId: 'emulator-team' } },
      { owner: { type: 'team', teamId: 'emulator-team' }, name: 'app', tag: 'v1', visibility: 'PRIVATE' },
    ],
    [
      'nothing that is not so already',
      mine,
      { visibility: 'PRIVATE' },
      { owner: personal, name: 'app', tag: 'v1', visibility: 'PRIVATE' },
    ],
  ];
  test.each(rows)('changes %s', async (_name, source, set, after) => {
    const client = await start();
    await run(client, await archiveOf(DOCKERFILE));
    await run(client, await archiveOf(DOCKERFILE));
    const before = { owner: personal, name: 'app', tag: 'v1', visibility: 'PRIVATE' };
    const dry = await update(client, source, set, { dryRun: true });
    expect(dry.body).toMatchObject({ success: true, dryRun: true, results: [{ before, after }] });
    expect((await update(client, source, set)).body).toEqual({
      success: true,
      dryRun: false,
      results: [{ source, success: true, before, after, error: null }],
    });
    const team = (after.owner as Json).teamId;
    const listed = await client.call('GET', `/api/v1/images${team ? `?teamId=${team}` : ''}`);
    expect(listed.body).toMatchObject({
      total_count: 1,
      data: [{ imageName: after.name, imageTag: after.tag, visibility: after.visibility }],
    });
    expect(client.emulator.control.violations).toEqual([]);
  });

  const failures: [name: string, source: Json, set: Json, code: string][] = [
    ['an image that is not there', { ...mine, tag: 'none' }, { tag: 'v2' }, 'not_found'],
    ['a reference of nobody', { reference: 'prime/nobody/app:v1' }, { tag: 'v2' }, 'not_found'],
    ['a name that is taken', mine, { tag: 'taken' }, 'conflict'],
    ['another’s team', mine, { owner: { type: 'team', teamId: 'others' } }, 'forbidden'],
    ['a promotion by a user', mine, { owner: { type: 'platform' } }, 'forbidden'],
  ];
  test.each(failures)('is told in its result, not by a status: %s', async (_name, source, set, code) => {
    const client = await start();
    await run(client, await archiveOf(DOCKERFILE));
    await run(client, await archiveOf(DOCKERFILE), { image_tag: 'taken' });
    const { status, body } = await update(client, source, set);
    expect([status, body]).toMatchObject([
      200,
      { success: false, results: [{ success: false, error: { code } }] },
    ]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('is not there on a server of the older generation', async () => {
    const client = await start({ prime: { generation: 'older' } });
    expect((await update(client, mine, { tag: 'v2' })).status).toBe(405);
  });

  test('leads to an image that an owner’s name before it deletes', async () => {
    const client = await start();
    await run(client, await archiveOf(DOCKERFILE));
    expect((await client.call('DELETE', '/api/v1/images/prime/nobody/app/v1')).status).toBe(404);
    expect((await client.call('DELETE', '/api/v1/images/prime/emulator/app/v1')).body.success).toBe(true);
    expect(client.emulator.control.violations).toEqual([]);
  });
});
