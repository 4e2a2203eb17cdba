import { afterEach, describe, expect, test } from '@jest/globals';
import { openCloud } from '../../../src/clouds/index.ts';
import { sendJson, serve, type TestServer } from '../../support/server.ts';
import { closeAll, collect, expectContract, never, open, packed } from './organization.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await closeAll();
  for (const server of servers.splice(0)) await server.close();
});

/** The operation as the vendor publishes it: what may be asked, and of which type each member of a build is. */
const STATUSES = ['pending', 'building', 'success', 'failed', 'timeout'];
const PARAMETERS: Readonly<Record<string, (value: string) => boolean>> = {
  status: (value) => STATUSES.includes(value),
  region: (value) => value !== '',
  contextHash: (value) => /^[0-9a-f]{16}$/.test(value),
  limit: (value) => Number(value) >= 1 && Number(value) <= 100,
  offset: (value) => Number.isInteger(Number(value)) && Number(value) >= 0,
  // Not published, but used by the vendor's own action (contracts/README.md, disagreement 23).
  dockerfilePath: (value) => value !== '',
};
const TEXTS = [
  'id',
  'organizationId',
  'status',
  'region',
  'contextHash',
  'dockerfilePath',
  'createdAt',
  'updatedAt',
];

describe('the published list operation', () => {
  test('allows every list that we ask for', async () => {
    const at = await open({ order: 'oldest' });
    at.emulator.control.pipecat.seedHistory(230);
    const build = await at.build(await packed());
    const { contextHash = '' } = build;
    for (const filter of [
      {},
      { atMost: 1 },
      { atMost: 1_000 },
      { status: 'succeeded', region: 'us-west' },
      { contextHash, dockerfile: 'Dockerfile', status: 'succeeded', atMost: 20 },
    ] as const)
      await collect(at.cloud.list(filter, never()));
    const asked = at.requests('listBuilds');
    expect(asked.length).toBeGreaterThan(8);
    for (const { query } of asked)
      for (const [name, value] of Object.entries(query)) {
        expect(Object.keys(PARAMETERS)).toContain(name);
        expect([name, value, PARAMETERS[name]?.(value)]).toEqual([name, value, true]);
      }
    expectContract(at);
  });

  test('is what the emulator plays', async () => {
    const at = await open();
    at.emulator.control.pipecat.seedHistory(30);
    const headers = { authorization: `Bearer ${at.emulator.credentials.apiKey}` };
    const answer = await fetch(`${at.emulator.url}/v1/builds`, { headers });
    const page = (await answer.json()) as { builds: Record<string, unknown>[] };
    expect(page).toMatchObject({ total: 30, limit: 20, offset: 0 });
    expect(page.builds).toHaveLength(20);
    for (const build of page.builds) {
      for (const name of TEXTS) expect(typeof build[name]).toBe('string');
      expect(STATUSES).toContain(build.status);
      expect(Number.isInteger(build.contextSizeBytes)).toBe(true);
    }
    const faulty = await fetch(`${at.emulator.url}/v1/builds?limit=101`, { headers });
    expect(faulty.status).toBe(400);
  });

  test('may leave out whatever is not needed', async () => {
    const bare = { id: '123e4567-e89b-12d3-a456-426614174000', status: 'success' };
    const server = await serve((_request, response) =>
      sendJson(response, 200, { builds: [bare], more: 'unknown' }),
    );
    servers.push(server);
    const access = { baseUrl: server.url, apiKey: 'not-a-real-key' };
    const cloud = await openCloud('pipecat', access);
    const builds = await collect(cloud.list({}, never()));
    expect(builds).toEqual([
      { id: bare.id, status: 'succeeded', rawStatus: 'success', dockerfile: 'Dockerfile' },
    ]);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer not-a-real-key');
  });

  test.each([
    ['no list', { builds: 7 }, '`builds` is no list'],
    ['no object', [1], 'a page of builds'],
    ['no id', { builds: [{ status: 'success' }] }, '`id` of the build is missing'],
    ['no status', { builds: [{ id: 'x' }] }, '`status` of the build is missing'],
  ])('names what is wrong with an answer: %s', async (_name, body, words) => {
    const server = await serve((_request, response) => sendJson(response, 200, body));
    servers.push(server);
    const cloud = await openCloud(
      'pipecat',
      { baseUrl: server.url, apiKey: 'not-a-real-key' },
      { budgetMs: 1 },
    );
    await expect(collect(cloud.list({}, never()))).rejects.toThrow(words);
  });

  test('without a total ends with a short page', async () => {
    const server = await serve((request, response) => {
      const offset = Number(request.query.get('offset') ?? 0);
      const builds = Array.from({ length: Math.max(0, Math.min(100, 150 - offset)) }, (_, index) => {
        const createdAt = new Date(Date.UTC(2026, 0, 1) - (offset + index) * 1000).toISOString();
        return { id: `b${offset + index}`, status: 'success', createdAt };
      });
      sendJson(response, 200, { builds });
    });
    servers.push(server);
    const cloud = await openCloud('pipecat', { baseUrl: server.url, apiKey: 'not-a-real-key' });
    expect(await collect(cloud.list({}, never()))).toHaveLength(150);
    expect(server.requests).toHaveLength(2);
  });
});
