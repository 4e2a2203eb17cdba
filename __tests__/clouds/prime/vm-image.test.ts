import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../emulator/faults/fault.ts';
import type { Build } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { sendJson, serve } from '../../support/server.ts';
import { type Account, closeAll, never, open, TEAM } from './account.ts';

afterEach(closeAll);

type Opened = Parameters<typeof open>[0];

async function built(options: Opened = {}): Promise<Account & { readonly build: Build }> {
  const at = await open({ ...options, prime: { generation: 'older', vmImageMs: 30, ...options?.prime } });
  return { ...at, build: await at.end(await at.submit()) };
}

const derive = ({ cloud, build, progress }: Account & { readonly build: Build }): Promise<Build> =>
  cloud.derive?.(build, progress, never()) ?? Promise.reject(new Error('the cloud derives nothing'));

describe('a VM image', () => {
  test('is made from the finished container image and followed to its own end', async () => {
    const at = await built();
    const queued = await derive(at);
    expect(queued.status).toBe('queued');
    expect(at.sent('buildVmImage')[0]).toMatchObject({
      path: '/api/v1/images/my-app/v1/vm-build',
      body: { value: {} },
    });
    expect(await at.end(queued)).toMatchObject({
      id: at.build.id,
      status: 'succeeded',
      image: 'prime-vm/emulator/my-app:v1',
    });
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('of a team names it in camel case (disagreement 16)', async () => {
    const at = await built({ team: TEAM });
    await derive(at);
    expect(at.sent('buildVmImage')[0]?.body).toEqual({ kind: 'json', value: { teamId: TEAM } });
    expect(at.emulator.control.violations).toEqual([]);
  });

  test.each(['FAILED', 'CANCELLED'] as const)('that ends %s does so whatever the group says', async (end) => {
    const at = await built();
    at.emulator.control.prime.vmImage({ end, error: 'no kernel' });
    const vm = await at.end(await derive(at));
    expect(vm).toMatchObject({ status: end.toLowerCase(), error: 'no kernel' });
    expect(vm).not.toHaveProperty('image');
    expect(vm.artifacts?.map(({ kind, status }) => [kind, status])).toEqual([
      ['container image', 'succeeded'],
      ['VM image', end.toLowerCase()],
    ]);
  });

  test('is not mistaken for an earlier one of the same group', async () => {
    const at = await built();
    at.emulator.control.prime.vmImage({ end: 'FAILED' });
    await at.end(await derive(at));
    const again = { ...at, build: await at.cloud.get(at.build.id, never()) };
    expect(await at.end(await derive({ ...again, build: { ...again.build, ...NAMES } }))).toMatchObject({
      status: 'succeeded',
    });
  });

  test('that was refused is not taken for an earlier one, but asked for again', async () => {
    const at = await built();
    at.emulator.control.prime.vmImage({ end: 'FAILED' });
    await at.end(await derive(at));
    const build = { ...(await at.cloud.get(at.build.id, never())), ...NAMES };
    at.emulator.control.misbehave({ operation: 'buildVmImage', fault: { kind: 'status', status: 500 } });
    expect(await at.end(await derive({ ...at, build }))).toMatchObject({ status: 'succeeded' });
    expect(at.sent('buildVmImage')).toHaveLength(3);
  });

  test('that exists already is not made again', async () => {
    const at = await built();
    await at.end(await derive(at));
    const build = { ...(await at.cloud.get(at.build.id, never())), ...NAMES };
    expect(await derive({ ...at, build })).toMatchObject({
      status: 'succeeded',
      image: 'prime-vm/emulator/my-app:v1',
    });
    expect(at.sent('buildVmImage')).toHaveLength(1);
  });

  test('whose answer was lost is found, not asked for twice', async () => {
    const at = await built();
    at.emulator.control.misbehave({ operation: 'buildVmImage', fault: { kind: 'lost-reply' } });
    expect(await at.end(await derive(at))).toMatchObject({ status: 'succeeded' });
    expect(at.sent('buildVmImage')).toHaveLength(1);
    expect(at.emulator.control.prime.builds[0]?.artifacts).toHaveLength(2);
  });

  test.each<[number, string]>([
    [403, 'VM sandboxes'],
    [404, 'container image'],
  ])('that is refused with %i says what to look at', async (status, hint) => {
    const at = await built();
    const fault: Fault = { kind: 'status', status };
    at.emulator.control.misbehave({ operation: 'buildVmImage', fault });
    await expect(derive(at)).rejects.toMatchObject({ status, hint: expect.stringContaining(hint) });
  });

  test('cannot be made from linux/arm64', async () => {
    const at = await built({ request: { platform: 'linux/arm64' } });
    await expect(derive(at)).rejects.toThrow('VM images need a linux/amd64 image');
  });

  test('ends at once where the quota is used up', async () => {
    const at = await built();
    const body = { detail: 'Image limit exceeded. Maximum allowed is 1.' };
    at.emulator.control.misbehave({
      operation: 'buildVmImage',
      fault: { kind: 'status', status: 429, body },
    });
    await expect(derive(at)).rejects.toThrow('quota for images is used up');
    expect(at.sent('buildVmImage')).toHaveLength(1);
  });
});

const NAMES = { imageName: 'my-app', imageTag: 'v1' };

describe('the answers about a VM image', () => {
  const done = { id: 'art_1', artifactType: 'CONTAINER_IMAGE', status: 'COMPLETED', fullImagePath: 'i' };
  const rows: [name: string, buildId: string, record: object, build: Partial<Build>][] = [
    [
      'its artifact is not listed yet',
      'bld_1',
      { status: 'COMPLETED', artifacts: [done] },
      { status: 'queued' },
    ],
    ['the shared group is told flat', 'bld_1', { status: 'COMPLETED' }, { status: 'queued' }],
    ['its own group is told flat', 'bld_2', { status: 'BUILDING' }, { status: 'running' }],
    [
      'the flat answer is about it',
      'bld_1',
      { status: 'COMPLETED', artifactType: 'VM_SANDBOX', fullImagePath: 'vm' },
      { status: 'succeeded', image: 'vm' },
    ],
    [
      'its artifact runs in a group that is completed',
      'bld_1',
      {
        status: 'COMPLETED',
        artifacts: [done, { id: 'art_2', artifactType: 'VM_SANDBOX', status: 'BUILDING' }],
      },
      { status: 'running' },
    ],
    [
      'it is done, without a path',
      'bld_1',
      {
        status: 'BUILDING',
        artifacts: [done, { id: 'art_2', artifactType: 'VM_SANDBOX', status: 'COMPLETED' }],
      },
      { status: 'succeeded' },
    ],
  ];
  test.each(rows)('%s', async (_name, buildId, record, build) => {
    const server = await serve((request, response) =>
      sendJson(response, 202, request.method === 'POST' ? { buildId } : record),
    );
    try {
      const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
      const of: Build = { id: 'bld_1', status: 'succeeded', rawStatus: 'COMPLETED', ...NAMES, image: 'i' };
      const progress = { notice: () => undefined, submitted: () => undefined };
      const vm = await cloud.derive?.(of, progress, never());
      const told = await cloud.get(vm?.id ?? '', never());
      expect(told).toMatchObject({ id: buildId, ...build });
      expect(told.image).toBe(build.image);
    } finally {
      await server.close();
    }
  });

  test('an owner’s prefix keeps its slashes', async () => {
    const server = await serve((_request, response) => sendJson(response, 200, { buildId: 'b' }));
    try {
      const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
      const of: Build = {
        id: 'b',
        status: 'succeeded',
        rawStatus: 'x',
        imageName: 'org/ubuntu',
        imageTag: '22.04',
      };
      await cloud.derive?.(of, { notice: () => undefined, submitted: () => undefined }, never());
      expect(server.requests[0]?.path).toBe('/api/v1/images/org/ubuntu/22.04/vm-build');
    } finally {
      await server.close();
    }
  });
});

describe('a server that makes VM images and nothing else is known by what it answers', () => {
  test.each([
    ['grouped', 0],
    ['flat', 0],
    ['status-only', 1],
  ] as const)('with records that are %s', async (records, asked) => {
    const at = await built({ prime: { generation: 'current', records } });
    expect(at.cloud.isDerived?.(at.build)).toBe(asked === 0);
    if (asked > 0) {
      const build = { ...at.build, ...NAMES };
      expect(await derive({ ...at, build })).toEqual(build);
      expect(at.notices.join()).toContain('This server makes VM images and nothing else');
    }
    // A route that is not there has no operation of the contract.
    const paths = at.emulator.control.requests.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('/vm-build'))).toHaveLength(asked);
  });

  test.each(['grouped', 'flat', 'status-only'] as const)(
    'and one that makes both by %s records',
    async (records) => {
      const at = await built({ prime: { generation: 'older', records } });
      expect(at.cloud.isDerived?.(at.build)).toBe(false);
    },
  );
});
