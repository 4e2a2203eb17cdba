import { afterEach, describe, expect, test } from '@jest/globals';
import type { Build } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { sendJson, serve } from '../../support/server.ts';
import { closeAll, never, open } from './account.ts';

const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await closeAll();
  for (const close of servers.splice(0)) await close();
});

/** What the client makes of a build that is told so. */
async function read(record: object): Promise<Build> {
  const server = await serve((_request, response) => sendJson(response, 200, record));
  servers.push(server.close);
  const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
  return cloud.get('bld_123', never());
}

const group = (more: object = {}) => ({
  id: 'bld_123',
  imageName: 'myapp',
  imageTag: 'v1',
  status: 'BUILDING',
  createdAt: '2026-04-01T10:00:00Z',
  ...more,
});
const container = (more: object = {}) => ({
  id: 'art_1',
  artifactType: 'CONTAINER_IMAGE',
  status: 'BUILDING',
  createdAt: '2026-04-01T10:00:00Z',
  ...more,
});
const vm = (more: object = {}) => ({ ...container(), id: 'art_2', artifactType: 'VM_SANDBOX', ...more });

describe('a status (disagreement 17)', () => {
  const rows: [name: string, record: object, build: Partial<Build>][] = [
    [
      'grouped',
      group({ artifacts: [container({ status: 'COMPLETED', fullImagePath: 'prime/a/myapp:v1' })] }),
      { status: 'succeeded', image: 'prime/a/myapp:v1', imageName: 'myapp', imageTag: 'v1' },
    ],
    [
      'flat',
      group({ status: 'COMPLETED', fullImagePath: 'prime/a/myapp:v1' }),
      { status: 'succeeded', image: 'prime/a/myapp:v1' },
    ],
    [
      'flat with a kind',
      group({ status: 'FAILED', artifactType: 'CONTAINER_IMAGE', errorMessage: 'no base image' }),
      { status: 'failed', error: 'no base image' },
    ],
    ['with nothing but a status', { status: 'COMPLETED' }, { id: 'bld_123', status: 'succeeded' }],
    ['with no artifacts yet', group({ artifacts: [] }), { status: 'running' }],
    ['with null artifacts', group({ artifacts: null }), { status: 'running' }],
    [
      'with the error in the artifact first',
      group({
        status: 'FAILED',
        errorMessage: 'top',
        artifacts: [container({ status: 'FAILED', errorMessage: 'own' })],
      }),
      { status: 'failed', error: 'own' },
    ],
    [
      'with the error at the top where the artifact has none',
      group({ status: 'FAILED', errorMessage: 'top', artifacts: [container({ status: 'FAILED' })] }),
      { error: 'top' },
    ],
    [
      'with the error in the other spelling',
      group({ status: 'FAILED', artifacts: [container({ status: 'FAILED', error_message: 'own' })] }),
      { error: 'own' },
    ],
    [
      'with an artifact of no kind, which is the container image',
      group({ artifacts: [{ id: 'a', status: 'COMPLETED', createdAt: 'x' }] }),
      {
        status: 'succeeded',
        artifacts: [{ id: 'a', kind: 'container image', status: 'succeeded', rawStatus: 'COMPLETED' }],
      },
    ],
    [
      'whose container image is done while the group goes on',
      group({ artifacts: [container({ status: 'COMPLETED', fullImagePath: 'i' }), vm()] }),
      { status: 'succeeded', rawStatus: 'COMPLETED', image: 'i' },
    ],
    [
      'whose VM image failed and whose container image did not',
      group({
        status: 'FAILED',
        artifacts: [container({ status: 'COMPLETED' }), vm({ status: 'FAILED', errorMessage: 'vm' })],
      }),
      { status: 'succeeded' },
    ],
    [
      'whose container image failed before the group says so',
      group({ artifacts: [container({ status: 'FAILED' })] }),
      { status: 'failed' },
    ],
    [
      'whose group ended and whose artifact lags behind',
      group({ status: 'CANCELLED', artifacts: [container()] }),
      { status: 'cancelled', rawStatus: 'CANCELLED' },
    ],
    [
      'whose times have no zone and mean UTC',
      group({ createdAt: '2026-04-01T10:00:00', startedAt: '2026-04-01T10:00:20.500' }),
      { createdAt: '2026-04-01T10:00:00.000Z', startedAt: '2026-04-01T10:00:20.500Z' },
    ],
  ];
  test.each(rows)('%s', async (_name, record, build) => {
    await expect(read(record)).resolves.toMatchObject({ id: 'bld_123', ...build });
  });

  test.each([
    ['PENDING', 'queued'],
    ['UPLOADING', 'queued'],
    ['BUILDING', 'running'],
    ['COMPLETED', 'succeeded'],
    ['FAILED', 'failed'],
    ['CANCELLED', 'cancelled'],
    ['completed', 'succeeded'],
    ['Canceled', 'cancelled'],
    ['SCANNING', 'unknown'],
    ['constructor', 'unknown'],
  ])('%s is %s', async (raw, status) => {
    await expect(read({ status: raw })).resolves.toMatchObject({ rawStatus: raw, status });
  });

  test('no error is reported on success', async () => {
    expect(await read(group({ status: 'COMPLETED', errorMessage: 'warned' }))).not.toHaveProperty('error');
  });

  test.each<[string, object]>([
    ['no status', { id: 'bld_123' }],
    ['a status that is none', { status: 7 }],
  ])('%s is named', async (_name, record) => {
    await expect(read(record)).rejects.toThrow(/`status` of the build is/);
  });
});

test('an image path that later answers leave out is the one that initiate reported', async () => {
  const at = await open({ prime: { imagePaths: 'never' } });
  expect(await at.end(await at.submit())).toMatchObject({ image: 'prime/emulator/my-app:v1' });
});

test.each(['grouped', 'flat', 'status-only'] as const)(
  'a build is followed by %s records',
  async (records) => {
    const at = await open({ prime: { records } });
    at.emulator.control.script({ lines: ['ERROR: exit code: 3'], end: 'failed' });
    const first = await at.submit();
    expect(at.submitted.at(-1)).toMatchObject({ imageName: 'my-app', imageTag: 'v1' });
    const told = records === 'status-only' ? {} : { error: 'exit code: 3' };
    expect(await at.end(first)).toMatchObject({ status: 'failed', imageName: 'my-app', ...told });
    expect(await at.end(await at.submit())).toMatchObject({ status: 'succeeded' });
    expect(at.emulator.control.violations).toEqual([]);
  },
);

test('an error in the other spelling and times without a zone are understood', async () => {
  const at = await open({ prime: { errors: 'error_message', times: 'zoneless' }, checkReplies: false });
  at.emulator.control.script({ lines: ['it broke'], end: 'FAILED' });
  const build = await at.end(await at.submit());
  expect(build).toMatchObject({ status: 'failed', error: 'it broke' });
  expect(Math.abs(Date.parse(build.createdAt ?? '') - Date.now())).toBeLessThan(60_000);
});

test('404 shortly after initiate is not yet the end', async () => {
  const at = await open();
  const build = await at.submit();
  at.emulator.control.misbehave({ operation: 'getBuild', times: 3, fault: { kind: 'status', status: 404 } });
  await expect(at.cloud.get(build.id, never())).resolves.toMatchObject({ id: build.id });
  expect(at.sent('getBuild')).toHaveLength(4);
});

test('an id that would reach another path is none', async () => {
  const at = await open();
  await expect(at.cloud.get('..', never())).rejects.toThrow(/no id/);
});
