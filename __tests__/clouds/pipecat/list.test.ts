import { afterEach, describe, expect, test } from '@jest/globals';
import type { Build, BuildFilter } from '../../../src/clouds/cloud.ts';
import { closeAll, collect, expectContract, never, open, packed } from './organization.ts';

afterEach(closeAll);

describe('the list', () => {
  const filters: [name: string, filter: BuildFilter, count: number][] = [
    ['everything', {}, 250],
    ['by status', { status: 'succeeded' }, 229],
    ['by region', { region: 'us-west' }, 250],
    ['by another region', { region: 'eu-central' }, 0],
    ['by names that builds here do not have', { imageName: 'bot', agentName: 'bot' }, 0],
    ['by a hash that builds here do not have', { workingTreeHash: '0'.repeat(64) }, 0],
  ];
  for (const order of ['newest', 'oldest', 'mixed'] as const) {
    test.each(filters)(`%s, on a server that lists the ${order} first`, async (_name, filter, count) => {
      const at = await open({ order });
      at.emulator.control.pipecat.seedHistory(250);
      const builds = await collect(at.cloud.list(filter, never()));
      expect(builds).toHaveLength(count);
      expect(new Set(builds.map(({ id }) => id)).size).toBe(count);
      const times = builds.map(({ createdAt }) => createdAt);
      expect(times).toEqual(times.toSorted().toReversed());
      expectContract(at);
    });
  }

  test('is read no further than it is asked for', async () => {
    const at = await open();
    at.emulator.control.pipecat.seedHistory(250);
    for await (const build of at.cloud.list({ atMost: 20 }, never())) {
      expect(build.rawStatus).toBe('success');
      break;
    }
    expect(at.requests('listBuilds').map(({ query }) => query)).toEqual([{ limit: '20' }]);
  });

  test('is read from its end where it begins with the oldest', async () => {
    const at = await open({ order: 'oldest' });
    const builds = at.emulator.control.pipecat.seedHistory(250);
    for await (const { id } of at.cloud.list({}, never())) {
      expect(id).toBe(builds.at(-1)?.id);
      break;
    }
    const offsets = at.requests('listBuilds').map(({ query }) => query.offset);
    expect(offsets).toEqual([undefined, '150']);
  });

  test('ends where builds are older than is wanted', async () => {
    const at = await open();
    const builds = at.emulator.control.pipecat.seedHistory(250);
    const since = builds.at(-11)?.createdAt.toISOString() ?? '';
    const found = await collect(at.cloud.list({ since }, never()));
    expect(found).toHaveLength(11);
    expect(at.requests('listBuilds')).toHaveLength(1);
  });

  test('gives a build once that moves to the next page', async () => {
    const at = await open();
    const { pipecat } = at.emulator.control;
    pipecat.seedHistory(150);
    const ids: string[] = [];
    for await (const { id } of at.cloud.list({}, never())) {
      if (ids.length === 0) pipecat.seedHistory({ builds: 3, until: new Date() });
      ids.push(id);
    }
    expect(ids).toHaveLength(150);
    expect(new Set(ids).size).toBe(150);
  });
});

describe('the look for an equal build', () => {
  const inputs = (build: Build): BuildFilter => ({
    contextHash: build.contextHash ?? '',
    dockerfile: 'Dockerfile',
    status: 'succeeded',
  });

  test('finds it in the default region, and in no other', async () => {
    const at = await open();
    const request = await packed();
    const build = await at.build(request);
    expect(await collect(at.cloud.list(inputs(build), never()))).toMatchObject([{ id: build.id }]);
    expect(await collect(at.cloud.list({ ...inputs(build), region: 'eu-central' }, never()))).toEqual([]);
    expect(await collect(at.cloud.list({ ...inputs(build), dockerfile: 'other' }, never()))).toEqual([]);
    expect(at.requests('getProperties')).toHaveLength(1);
    expectContract(at);
  });

  test('finds nothing where the region cannot be known', async () => {
    const at = await open({ properties: 'without-region', regionRequired: false });
    const build = await at.build(await packed());
    expect(build.status).toBe('succeeded');
    expect(await collect(at.cloud.list(inputs(build), never()))).toEqual([]);
  });
});
