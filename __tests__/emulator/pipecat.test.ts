import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, type Part, plain, post, start } from './fixtures/pipecat.ts';
import { canBuild, type Json, scratchImage } from './fixtures/sgp.ts';

afterEach(closeAll);

describe('the object storage', () => {
  test('is another host than the API, and takes the form as it was signed', async () => {
    const { emulator, target } = await start();
    const { uploadUrl, uploadFields } = await target();
    expect(new URL(uploadUrl).host).not.toBe(new URL(emulator.url).host);
    const answer = await post(uploadUrl, [...Object.entries(uploadFields), ['file', await plain()]]);
    expect(answer).toEqual({ status: 204, text: '' });
    expect(emulator.control.violations).toEqual([]);
    const elsewhere = await fetch(`${emulator.url}/pipecat-presigned-upload`, { method: 'POST' });
    expect(elsewhere.status).toBe(404);
  });

  const entries = (fields: Record<string, string>): Part[] => Object.entries(fields);
  const rows: [
    name: string,
    parts: (fields: Record<string, string>, file: Part) => Part[],
    status: number,
    code: string,
  ][] = [
    ['the file first', (fields, file) => [file, ...entries(fields)], 400, 'MalformedPOSTRequest'],
    ['another order', (fields, file) => [...entries(fields).reverse(), file], 400, 'MalformedPOSTRequest'],
    [
      'lower-case names',
      (fields, file) => [...entries(fields).map(([name, value]): Part => [name.toLowerCase(), value]), file],
      400,
      'MalformedPOSTRequest',
    ],
    ['a field less', (fields, file) => [...entries(fields).slice(0, -1), file], 400, 'MalformedPOSTRequest'],
    [
      'a changed signature',
      (fields, file) => [...entries({ ...fields, 'X-Amz-Signature': '0' }), file],
      403,
      'SignatureDoesNotMatch',
    ],
    ['an unknown object', (fields, file) => [...entries({ ...fields, key: 'x' }), file], 403, 'AccessDenied'],
  ];
  test.each(rows)('refuses %s', async (_name, parts, status, code) => {
    const { target } = await start();
    const { uploadUrl, uploadFields } = await target();
    const answer = await post(uploadUrl, parts(uploadFields, ['file', await plain()]));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
  });

  test('refuses chunks, and notes our credentials', async () => {
    const { emulator, target } = await start();
    const { uploadUrl, uploadFields } = await target();
    const parts: Part[] = [...Object.entries(uploadFields), ['file', await plain()]];
    expect((await post(uploadUrl, parts, { chunked: true })).status).toBe(411);
    await post(uploadUrl, parts, { headers: { authorization: 'Bearer x' } });
    expect(emulator.control.violations.map(({ problems }) => problems[0]?.type)).toEqual([
      'length_required',
      'credentials',
    ]);
  });

  const forms: [name: string, file: [type: string, name: string], reversed: boolean][] = [
    ['of curl, which names the file as it lies on disk', ['application/octet-stream', 'ctx.tgz'], false],
    ['whose fields come in another order', ['application/gzip', 'context.tar.gz'], true],
  ];
  test.each(forms)('by hand takes a form %s, as S3 does', async (_name, [type, name], reversed) => {
    const archive = new Uint8Array(await plain());
    for (const strict of [false, true]) {
      const { emulator, target } = await start({}, { strict });
      const { uploadUrl, uploadFields } = await target();
      const form = new FormData();
      const fields = entries(uploadFields);
      for (const [field, value] of reversed ? fields.reverse() : fields) form.append(field, String(value));
      form.append('file', new Blob([archive], { type }), name);
      const answer = await fetch(uploadUrl, { method: 'POST', body: form });
      expect(answer.status).toBe(strict ? 400 : 204);
      expect(emulator.control.violations).toHaveLength(strict ? 1 : 0);
      expect(emulator.control.ignored).toHaveLength(strict ? 0 : 1);
    }
  });

  test('even by hand does not take what comes behind the file', async () => {
    const { target } = await start({}, { strict: false });
    const { uploadUrl, uploadFields } = await target();
    const answer = await post(uploadUrl, [['file', await plain()], ...entries(uploadFields)]);
    expect(answer.status).toBe(400);
  });

  test('refuses what is too large', async () => {
    const { target } = await start({ maxContextBytes: 10 });
    const { uploadUrl, uploadFields } = await target();
    const answer = await post(uploadUrl, [...Object.entries(uploadFields), ['file', await plain()]]);
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('EntityTooLarge') });
  });

  test('refuses what comes too late', async () => {
    const { emulator, target } = await start();
    emulator.control.pipecat.expireTargets(1);
    const { uploadUrl, uploadFields } = await target();
    const answer = await post(uploadUrl, [...Object.entries(uploadFields), ['file', await plain()]]);
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('Policy expired') });
  });
});

describe('a build', () => {
  const uploaded = async ({ target }: Awaited<ReturnType<typeof start>>, archive: Buffer) => {
    const { uploadId, uploadUrl, uploadFields } = await target();
    await post(uploadUrl, [...Object.entries(uploadFields), ['file', archive]]);
    return { uploadId, region: 'us-west' };
  };

  async function ended({ call }: Awaited<ReturnType<typeof start>>, id: unknown): Promise<Json> {
    for (let round = 0; round < 4_000; round += 1) {
      const { body } = await call('GET', `/v1/builds/${id}`);
      const build = body.build as Json;
      if (['success', 'failed'].includes(String(build.status))) return build;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it did not end');
  }

  test('is hashed from the stored bytes, and returned again for the same', async () => {
    const at = await start();
    const archive = await plain();
    const made = await at.call('POST', '/v1/builds', await uploaded(at, archive));
    const contextHash = createHash('md5').update(archive).digest('hex').slice(0, 16);
    expect(made).toMatchObject({
      status: 201,
      body: { cached: false, contextHash, build: { status: 'pending' } },
    });
    const build = await ended(at, (made.body.build as Json).id);
    expect(build).toMatchObject({ status: 'success', contextHash });
    const again = await at.call('POST', '/v1/builds', await uploaded(at, archive));
    expect(again).toMatchObject({ status: 200, body: { cached: true, build: { id: build.id } } });
    const other = { ...(await uploaded(at, archive)), dockerfilePath: 'other' };
    expect((await at.call('POST', '/v1/builds', other)).body.error).toContain('no other at the root');
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('of no upload is refused', async () => {
    const at = await start();
    const { uploadId } = await at.target();
    const made = await at.call('POST', '/v1/builds', { uploadId, region: 'us-west' });
    expect(made).toMatchObject({
      status: 400,
      body: { error: 'Upload not found', code: 'GENERIC_BAD_REQUEST' },
    });
  });

  test('is really built where that is possible', async () => {
    if (!(await canBuild())) return;
    const at = await start({}, { builder: 'buildah' });
    const archive = await scratchImage('echo built for real');
    const made = await at.call('POST', '/v1/builds', await uploaded(at, archive));
    const build = await ended(at, (made.body.build as Json).id);
    expect(build.status).toBe('success');
    const { body } = await at.call('GET', `/v1/builds/${build.id}/logs?limit=10000`);
    expect(body.logs).toContain('built for real');
  });
});

describe('the key', () => {
  test.each(['', 'Bearer ', 'Bearer pk_not-a-real-key', 'Bearer pcc_pat_not-a-real-token'])(
    '%j is refused',
    async (authorization) => {
      const { emulator } = await start();
      const answer = await fetch(`${emulator.url}/v1/builds`, { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ error: 'Unauthorized', code: 'UNAUTHORIZED' });
    },
  );
});

describe('an agent', () => {
  const create = { serviceName: 'bot', image: 'registry.example/bot:1', region: 'us-west' };

  test.each<[string, Json, number, string]>([
    [
      'both image and build',
      { ...create, buildId: '123e4567-e89b-12d3-a456-426614174000' },
      400,
      'Exactly one',
    ],
    ['neither', { serviceName: 'bot' }, 400, 'Exactly one'],
    ['a faulty name', { ...create, serviceName: 'Bot' }, 400, 'serviceName'],
    ['an empty member', { ...create, secretSet: '' }, 400, 'Empty members'],
    ['an unknown member', { ...create, colour: 'red' }, 400, 'colour'],
    ['bounds that cross', { ...create, autoScaling: { minAgents: 3, maxAgents: 2 } }, 400, 'above maxAgents'],
    ['an unknown secret set', { ...create, secretSet: 'missing-set' }, 404, 'missing-set'],
    [
      'an unknown build',
      { serviceName: 'bot', buildId: '123e4567-e89b-12d3-a456-426614174000' },
      404,
      'Build',
    ],
    ['an unknown region', { ...create, region: 'mars' }, 400, 'mars'],
  ])('with %s is refused', async (_name, body, status, words) => {
    const { call } = await start();
    const answer = await call('POST', '/v1/agents', body);
    expect(answer.status).toBe(status);
    expect(String(answer.body.error)).toContain(words);
  });

  test('writes a log that is read newest first, or oldest', async () => {
    const { emulator, call } = await start({ rolloutStepMs: 1 });
    await call('POST', '/v1/agents', create);
    const agent = emulator.control.pipecat.agents.get('bot');
    for (let round = 0; round < 2_000 && !agent?.ready; round += 1)
      await new Promise((resolve) => setTimeout(resolve, 2));
    const logs = async (query: string) =>
      ((await call('GET', `/v1/agents/bot/logs?${query}`)).body.logs as Json[]).map(({ log }) => log);
    const oldest = await logs('order=asc');
    expect(oldest).toHaveLength(3);
    expect(await logs('')).toEqual(oldest.toReversed());
    expect(await logs('order=asc&offset=1&limit=1')).toEqual([oldest[1]]);
    expect(await logs('deploymentId=other')).toEqual([]);
    expect(emulator.control.violations).toEqual([]);
  });
});
