import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Account, closeAll, DOCKERFILE, never, open, packed } from './account.ts';

afterEach(closeAll);

const run = promisify(execFile);

/** What Prime's reference page of List Image Builds demands of an answer (docs.primeintellect.ai). */
const PUBLISHED = {
  type: 'object',
  required: ['data'],
  properties: {
    total_count: { type: 'integer' },
    offset: { type: 'integer', minimum: 0 },
    limit: { type: 'integer', minimum: 0 },
    status: { type: ['string', 'null'] },
    data: { type: 'array', items: { $ref: '#/$defs/build' } },
  },
  $defs: {
    word: { enum: ['PENDING', 'UPLOADING', 'BUILDING', 'COMPLETED', 'FAILED', 'CANCELLED'] },
    time: { type: 'string', format: 'date-time' },
    maybeTime: { anyOf: [{ $ref: '#/$defs/time' }, { type: 'null' }] },
    build: {
      type: 'object',
      required: ['id', 'imageName', 'imageTag', 'status', 'createdAt'],
      properties: {
        id: { type: 'string' },
        imageName: { type: 'string' },
        imageTag: { type: 'string' },
        status: { $ref: '#/$defs/word' },
        createdAt: { $ref: '#/$defs/time' },
        startedAt: { $ref: '#/$defs/maybeTime' },
        completedAt: { $ref: '#/$defs/maybeTime' },
        artifacts: { type: 'array', items: { $ref: '#/$defs/artifact' } },
      },
    },
    artifact: {
      type: 'object',
      required: ['id', 'status', 'createdAt'],
      properties: {
        id: { type: 'string' },
        artifactType: { enum: ['CONTAINER_IMAGE', 'VM_SANDBOX'] },
        status: { $ref: '#/$defs/word' },
        fullImagePath: { type: ['string', 'null'] },
        errorMessage: { type: ['string', 'null'] },
        createdAt: { $ref: '#/$defs/time' },
        startedAt: { $ref: '#/$defs/maybeTime' },
        completedAt: { $ref: '#/$defs/maybeTime' },
      },
    },
  },
};

describe('the contract', () => {
  test('is kept by every request of ours and every reply of the emulator', async () => {
    const at = await open({
      prime: { generation: 'older', vmImageMs: 10 },
      request: { platform: 'linux/amd64', visibility: 'private' },
    });
    const build = await at.end(await at.submit());
    await at.end((await at.cloud.derive?.(build, at.progress, never())) ?? build);
    at.emulator.control.script({ end: 'FAILED' });
    await at.end(await at.submit());
    for await (const _build of at.cloud.list({}, never()));
    expect(new Set(at.asked())).toEqual(
      new Set(['initiateBuild', 'uploadContext', 'startBuild', 'getBuild', 'buildVmImage', 'listBuilds']),
    );
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('of List Image Builds is kept as it is published', async () => {
    const at = await open({ prime: { generation: 'older', vmImageMs: 0 } });
    at.emulator.control.prime.seedHistory(20);
    const build = await at.end(await at.submit());
    await at.end((await at.cloud.derive?.(build, at.progress, never())) ?? build);
    for await (const { id, status } of at.cloud.list({}, never())) {
      expect(id).toMatch(/^bld_/);
      expect(status).not.toBe('unknown');
    }
    const [asked] = at.sent('listBuilds');
    expect(Object.keys(asked?.query ?? {})).toEqual(['offset', 'limit']);
    expect(asked?.headers.authorization).toBe('***');
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(PUBLISHED);
    validate(await page(at));
    expect(validate.errors ?? []).toEqual([]);
  });
});

async function page({ emulator }: Account): Promise<unknown> {
  const headers = { authorization: `Bearer ${emulator.credentials.apiKey}` };
  return (await fetch(`${emulator.url}/api/v1/images/builds?offset=0&limit=100`, { headers })).json();
}

describe('the archive', () => {
  const rows: [name: string, files: Record<string, string>, context: string, dockerfile: string][] = [
    ['beside the sources', { 'app/Dockerfile': 'FROM scratch\n', 'app/a.txt': 'a' }, 'app', 'Dockerfile'],
    ['outside the context', { 'docker/Prod': 'FROM scratch\n', 'app/a.txt': 'a' }, 'app', '../docker/Prod'],
    [
      'ignored by its own ignore file',
      {
        'app/Dockerfile': 'FROM scratch\n',
        'app/a.txt': 'a',
        'app/.dockerignore': 'Dockerfile\n.dockerignore\n',
      },
      'app',
      'Dockerfile',
    ],
  ];
  test.each(rows)(
    'holds a Dockerfile %s, and is built from it',
    async (_name, files, context, dockerfile) => {
      const request = await packed(files, context, dockerfile);
      const at = await open({ request });
      expect(await at.end(await at.submit())).toMatchObject({ status: 'succeeded' });
      const body = at.sent('uploadContext')[0]?.body;
      const path = body?.kind === 'file' ? body.file.path : '';
      const { stdout: names } = await run('tar', ['-tzf', path]);
      const entries = names.trim().split('\n');
      for (const entry of entries) expect(entry).toMatch(/^\.\//);
      expect(entries).toContain(`./${DOCKERFILE}`);
      expect(entries).toContain('./a.txt');
      const { stdout: text } = await run('tar', ['-xOzf', path, `./${DOCKERFILE}`]);
      expect(text).toBe('FROM scratch\n');
      expect(at.sent('initiateBuild')[0]?.body).toMatchObject({ value: { dockerfile_path: DOCKERFILE } });
      expect(at.emulator.control.violations).toEqual([]);
    },
  );
});

test('a dry run shows the three requests, and no address', async () => {
  const { openDryRuns } = await import('../../../src/clouds/index.ts');
  const requests = (await openDryRuns('prime')).submit({ ...(await packed()), visibility: 'public' });
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v1/images/build',
    'PUT <presigned URL>',
    'POST /api/v1/images/build/<build id>/start',
  ]);
  expect(requests[0]?.fields).toEqual({
    image_name: 'my-app',
    image_tag: 'v1',
    dockerfile_path: DOCKERFILE,
    visibility: 'PUBLIC',
  });
});
