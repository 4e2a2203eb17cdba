import { afterEach, describe, expect, test } from '@jest/globals';
import { AbortedError, UserError } from '../../../src/errors.ts';
import { closeAll, expectContract, never, open, packed } from './organization.ts';

afterEach(closeAll);

describe('a build', () => {
  test('is uploaded, created and followed by its own id', async () => {
    const at = await open();
    const request = await packed();
    const submitted = await at.submit(request);
    expect(submitted).toMatchObject({
      status: 'queued',
      region: 'us-west',
      contextHash: request.archive.md5?.slice(0, 16),
      dockerfile: 'Dockerfile',
    });
    expect(at.submitted).toEqual([submitted]);
    expect(at.asked()).toEqual(
      expect.arrayContaining([
        'getProperties',
        'listBuilds',
        'createUploadUrl',
        'uploadContext',
        'createBuild',
      ]),
    );
    const [create] = at.requests('createBuild');
    expect(create?.body).toMatchObject({ value: { region: 'us-west', dockerfilePath: 'Dockerfile' } });
    const done = await at.build(request);
    expect(done).toMatchObject({
      status: 'succeeded',
      rawStatus: 'success',
      image: `registry.emulator.localhost/pipecat-cloud/org_emulator:${submitted.contextHash}`,
    });
    expect(Date.parse(done.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(done.startedAt ?? ''));
    expect(JSON.stringify(done)).not.toContain('console.invalid');
    expectContract(at);
  });

  test('that fails reports the cloud’s own words', async () => {
    const at = await open();
    const request = await packed({}, { Dockerfile: 'FROM python:3.12-slim\nRUN exit 3\n' });
    const done = await at.build(request);
    expect(done).toMatchObject({ status: 'failed', error: expect.stringContaining('exit code: 3') });
  });

  test.each([
    ['timeout', 'timed-out'],
    ['Cancelled', 'cancelled'],
    ['SUCCESS', 'succeeded'],
    ['queued', 'unknown'],
    ['constructor', 'unknown'],
  ])('of status %s is %s', async (word, status) => {
    const at = await open();
    const [build] = at.emulator.control.pipecat.seedHistory(1);
    if (build) build.status = word;
    expect(await at.cloud.get(build?.id ?? '', never())).toMatchObject({ status, rawStatus: word });
  });

  test.each([
    ['a number', 42],
    ['a text', '42'],
  ])('told only by the end and its duration, %s, has a start', async (_name, seconds) => {
    const at = await open();
    const [build] = at.emulator.control.pipecat.seedHistory(1);
    const fault = {
      kind: 'replace',
      members: {
        build: {
          id: build?.id,
          status: 'success',
          buildDurationSeconds: seconds,
          completedAt: '2026-02-20T12:02:00Z',
        },
      },
    } as const;
    at.emulator.control.misbehave({ operation: 'getBuild', fault });
    const read = await at.cloud.get(build?.id ?? '', never());
    expect(read.startedAt).toBe('2026-02-20T12:01:18.000Z');
  });

  test('that is not listed yet is waited for; one of another id is not', async () => {
    const at = await open();
    at.emulator.control.misbehave({
      operation: 'getBuild',
      times: 3,
      fault: { kind: 'status', status: 404, body: { error: 'Build not found', code: 'NOT_FOUND' } },
    });
    const { id } = await at.submit(await packed());
    await expect(at.cloud.get(id, never())).resolves.toMatchObject({ id });
    await expect(at.cloud.get('123e4567-e89b-12d3-a456-426614174000', never())).rejects.toMatchObject({
      status: 404,
      hint: expect.stringContaining('`build-id`'),
    });
  });
});

describe('a lost answer to the create', () => {
  test('never makes a second build: the one that was made is found', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'createBuild', fault: { kind: 'lost-reply' } });
    const build = await at.submit(await packed());
    expect(at.emulator.control.pipecat.builds.map(({ id }) => id)).toEqual([build.id]);
    expect(at.requests('createBuild')).toHaveLength(1);
    expect(at.requests('listBuilds').at(-1)?.query).toMatchObject({ contextHash: build.contextHash });
    expect(at.notices.at(-1)).toContain(`the cloud has the build ${build.id}`);
    expectContract(at);
  });

  test('also where it has failed meanwhile, and an equal one had failed before', async () => {
    const at = await open();
    const request = await packed({}, { Dockerfile: 'FROM python:3.12-slim\nRUN false\n' });
    const first = await at.build(request);
    at.emulator.control.misbehave({ operation: 'createBuild', fault: { kind: 'lost-reply' } });
    // Long enough for the second one to have failed when it is looked for.
    at.emulator.control.misbehave({ operation: 'listBuilds', times: 9, fault: { kind: 'latency', ms: 400 } });
    const second = await at.submit(request);
    expect(second).toMatchObject({ status: 'failed' });
    expect(second.id).not.toBe(first.id);
    expect(at.emulator.control.pipecat.builds).toHaveLength(2);
  });

  test('is sent again where nothing was made', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'createBuild', fault: { kind: 'reset', when: 'after-body' } });
    await at.submit(await packed());
    expect(at.requests('createBuild')).toHaveLength(2);
    expect(at.emulator.control.pipecat.builds).toHaveLength(1);
  });

  test('takes an equal build that runs or has succeeded, whoever began it', async () => {
    const at = await open();
    const request = await packed();
    const first = await at.build(request);
    at.emulator.control.misbehave({ operation: 'createBuild', fault: { kind: 'lost-reply' } });
    await expect(at.submit(request)).resolves.toMatchObject({ id: first.id, cached: true });
  });

  test('is not sent again where the look itself fails', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'createBuild', times: 9, fault: { kind: 'lost-reply' } });
    at.emulator.control.misbehave({
      operation: 'listBuilds',
      skip: 1,
      times: 99,
      fault: { kind: 'status', status: 403 },
    });
    const error = await at.submit(await packed()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('could not check whether');
    expect(at.requests('createBuild')).toHaveLength(1);
  });

  test('that arrives within the grace after a cancel still reports the id', async () => {
    const at = await open();
    const controller = new AbortController();
    at.emulator.control.misbehave({ operation: 'createBuild', fault: { kind: 'latency', ms: 100 } });
    const submitting = at.submit(await packed(), controller.signal);
    const looking = setInterval(() => {
      if (at.requests('createBuild').length > 0) controller.abort();
    }, 5);
    await expect(submitting).rejects.toBeInstanceOf(AbortedError);
    clearInterval(looking);
    expect(at.submitted).toEqual([
      expect.objectContaining({ id: at.emulator.control.pipecat.builds[0]?.id }),
    ]);
  });
});

describe('a refusal', () => {
  const rows: [name: string, operation: string, status: number, hint: string][] = [
    ['of the key', 'createUploadUrl', 401, 'private API key'],
    ['of what the key may', 'createUploadUrl', 403, '`api-key`'],
    ['of the region', 'createUploadUrl', 400, '`region`'],
    ['of cloud builds', 'createBuild', 400, 'cloud builds are enabled'],
    ['of the size', 'createBuild', 413, 'ignore file'],
  ];
  test.each(rows)('%s says what to look at', async (_name, operation, status, hint) => {
    const at = await open();
    const body = { error: 'no', code: 'X' };
    at.emulator.control.misbehave({ operation, times: 9, fault: { kind: 'status', status, body } });
    await expect(at.submit(await packed())).rejects.toMatchObject({
      status,
      hint: expect.stringContaining(hint),
      detail: 'no',
    });
    expect(at.requests(operation)).toHaveLength(1);
  });

  test('of a region without cloud builds comes before the upload', async () => {
    const at = await open({ regionsWithoutBuilds: ['ap-south'] });
    await expect(at.submit(await packed({ region: 'ap-south' }))).rejects.toThrow(
      'not available in ap-south',
    );
    expect(at.requests('uploadContext')).toEqual([]);
  });

  test('of an archive above the limit comes before any request', async () => {
    const at = await open();
    const archive = { path: '/nowhere', bytes: 524_288_001, md5: '' };
    await expect(at.submit(await packed({ archive }))).rejects.toThrow(/524288001 bytes/);
    expect(at.asked()).toEqual([]);
  });
});

test('a server that answers with an equal build makes it over at once, and says so', async () => {
  const at = await open();
  const request = await packed();
  const first = await at.build(request);
  at.submitted.length = 0;
  const again = await at.submit(request);
  expect(again).toMatchObject({ id: first.id, status: 'succeeded', cached: true });
  expect(at.submitted).toEqual([]);
  expect(at.notices.at(-1)).toContain(`already has a successful build of this context: ${first.id}`);
});

test('a build that is over when its create is answered is this run’s own', async () => {
  const at = await open({ answersAfterBuild: true });
  const build = await at.submit(await packed());
  expect(build).toMatchObject({ status: 'succeeded' });
  expect(build).not.toHaveProperty('cached');
  expect(at.submitted).toEqual([build]);
  const again = await at.submit(await packed());
  expect(again).toMatchObject({ id: build.id, cached: true });
});

test('a build reports its sizes, and where the cloud made it from a repository, which', async () => {
  const at = await open();
  const source = { repoFullName: 'octo/bot', ref: 'refs/heads/main', commitSha: 'c'.repeat(40) };
  const [made] = at.emulator.control.pipecat.seedHistory({ builds: 1, source });
  const build = await at.cloud.get(made?.id ?? '', never());
  expect(build).toMatchObject({
    sourceRepo: 'github.com/octo/bot',
    sourceRef: 'main',
    sourceCommit: 'c'.repeat(40),
    imageBytes: expect.any(Number),
    contextBytes: expect.any(Number),
  });
});
