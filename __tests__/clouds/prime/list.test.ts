import { afterEach, describe, expect, test } from '@jest/globals';
import type { Build, BuildFilter } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { sendJson, serve } from '../../support/server.ts';
import { type Account, closeAll, never, open } from './account.ts';

afterEach(closeAll);

async function listed({ cloud }: Account, filter: BuildFilter = {}, atMost = 10_000): Promise<Build[]> {
  const builds: Build[] = [];
  for await (const build of cloud.list(filter, never())) {
    builds.push(build);
    if (builds.length === atMost) break;
  }
  return builds;
}

const times = (builds: readonly Build[]) => builds.map(({ createdAt }) => createdAt ?? '');

describe('the list', () => {
  const rows = (['newest', 'oldest', 'mixed'] as const).flatMap((order) =>
    (['total_count', 'totalCount', 'none'] as const).map((totals) => [order, totals] as const),
  );
  test.each(rows)('%s first with %s (disagreement 18) is told newest first, whole', async (order, totals) => {
    const at = await open({ prime: { order, totals } });
    at.emulator.control.prime.seedHistory(345);
    const builds = await listed(at);
    expect(new Set(builds.map(({ id }) => id)).size).toBe(345);
    expect(times(builds)).toEqual(times(builds).toSorted().toReversed());
    expect(at.asked()).toHaveLength(4);
    expect(at.emulator.control.violations).toEqual([]);
  });

  test.each([
    ['newest', 1],
    ['oldest', 2],
  ] as const)('%s first takes no more pages than are read', async (order, pages) => {
    const at = await open({ prime: { order } });
    at.emulator.control.prime.seedHistory(900);
    const newest = at.emulator.control.prime.builds.at(-1)?.id;
    expect((await listed(at, {}, 20))[0]?.id).toBe(newest);
    expect(at.asked()).toHaveLength(pages);
  });

  test('is bounded', async () => {
    const at = await open({ prime: { order: 'mixed' } });
    at.emulator.control.prime.seedHistory(2_300);
    expect(await listed(at)).toHaveLength(2_000);
    expect(at.asked()).toHaveLength(20);
  });

  test('goes on where a server gives less than was asked for', async () => {
    const at = await open({ prime: { maxPage: 40 } });
    at.emulator.control.prime.seedHistory(100);
    expect(await listed(at)).toHaveLength(100);
  });

  test('is filtered here, as the API has no filters', async () => {
    const at = await open();
    at.emulator.control.prime.seedHistory(60);
    const builds = await listed(at, { imageName: 'translator', status: 'succeeded', atMost: 5 });
    expect(builds.length).toBeGreaterThan(10);
    for (const build of builds) expect(build).toMatchObject({ imageName: 'translator', status: 'succeeded' });
    expect(at.sent('listBuilds')[0]?.query).toEqual({ offset: '0', limit: '100' });
  });

  test.each<[string, BuildFilter]>([
    ['an agent', { agentName: 'my-agent' }],
    ['a hash', { workingTreeHash: 'a'.repeat(64) }],
    ['an archive’s hash', { contextHash: 'a'.repeat(16) }],
  ])('holds no build of %s, which Prime does not record', async (_name, filter) => {
    const at = await open();
    at.emulator.control.prime.seedHistory(5);
    expect(await listed(at, filter)).toEqual([]);
  });

  test('that moves on while it is read reports each build once', async () => {
    const record = (index: number) => ({
      id: `bld_${index}`,
      status: 'COMPLETED',
      createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    });
    const all = Array.from({ length: 150 }, (_, index) => record(149 - index));
    const server = await serve((request, response) => {
      const offset = Number(request.query.get('offset'));
      // One more is there since the first page.
      const now = offset === 0 ? all : [record(150), ...all];
      sendJson(response, 200, { data: now.slice(offset, offset + 100) });
    });
    try {
      const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
      const ids: string[] = [];
      for await (const { id } of cloud.list({}, never())) ids.push(id);
      expect(ids).toHaveLength(150);
      expect(new Set(ids).size).toBe(150);
    } finally {
      await server.close();
    }
  });
});
