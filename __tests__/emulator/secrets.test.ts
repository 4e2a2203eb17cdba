import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, type Json, start } from './fixtures/sgp.ts';

afterEach(closeAll);

const names = (body: Json, member: string) => (body.items as Json[]).map((item) => item[member]);

describe('the secrets of an account', () => {
  test('are listed by both kinds, in pages and without values', async () => {
    const client = await start({ sgp: { secrets: ['openai', 'stripe', 'github'] } });
    const first = await client.call('GET', '/v5/credentials?limit=2');
    expect([names(first.body, 'name'), first.body.has_more]).toEqual([['openai', 'stripe'], true]);
    const next = await client.call('GET', '/v5/credentials?limit=2&starting_after=cred_stripe');
    expect([names(next.body, 'name'), next.body.has_more]).toEqual([['github'], false]);
    expect(names((await client.call('GET', '/v5/credentials?name=stripe')).body, 'name')).toEqual(['stripe']);
    expect(names((await client.call('GET', '/v5/credentials?name=none')).body, 'name')).toEqual([]);
    expect((await client.call('GET', '/v5/credentials/name/stripe')).body).toMatchObject({ name: 'stripe' });
    expect((await client.call('GET', '/v5/credentials/name/none')).status).toBe(404);
    const older = await client.call('GET', '/v5/sgp/secrets');
    expect(names(older.body, 'key')).toEqual(['openai', 'stripe', 'github']);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test.each([
    ['an older server has no credentials', 'older', 404, 200],
    ['a key may list neither', 'forbidden', 403, 403],
  ] as const)('%s', async (_name, secretLists, credentials, secrets) => {
    const client = await start({ sgp: { secrets: ['openai'], secretLists } });
    expect((await client.call('GET', '/v5/credentials')).status).toBe(credentials);
    expect((await client.call('GET', '/v5/sgp/secrets')).status).toBe(secrets);
  });

  test('without a list all exist but the missing ones, and no list could hold them', async () => {
    const client = await start();
    expect((await client.call('GET', '/v5/credentials')).status).toBe(403);
    expect((await client.call('GET', '/v5/sgp/secrets')).status).toBe(403);
    expect(names((await client.call('GET', '/v5/credentials?name=any')).body, 'name')).toEqual(['any']);
    expect(names((await client.call('GET', '/v5/credentials?name=missing-a')).body, 'name')).toEqual([]);
  });
});

describe('an image that was built elsewhere', () => {
  const fields = { agent_name: 'my-agent', image_name: 'my-agent', image_tag: 'v1' };

  test('is registered and can be deployed at once', async () => {
    const client = await start();
    const image = `registry.example:5000/team/my-agent:v1@sha256:${'0'.repeat(64)}`;
    const { status, body } = await client.submit({ ...fields, image_url: image });
    expect([status, body]).toMatchObject([200, { build_status: 'success', image_url: image }]);
    const deployed = await client.deploy({ build_id: body.id });
    await client.until(`/v5/agentex/deployments/${deployed.body.id}`, 'status', 'healthy');
    expect(client.emulator.control.violations).toEqual([]);
  });

  test.each([
    ['no tag', { image_url: 'registry.example/my-agent' }, 'a tag'],
    ['a URL', { image_url: 'https://registry.example/my-agent:v1' }, 'a tag'],
    ['a platform', { image_url: 'registry.example/my-agent:v1', platform: 'linux/amd64' }, 'context_archive'],
  ])('is refused with %s', async (_name, more, words) => {
    const client = await start();
    const { status, body } = await client.submit({ ...fields, ...more });
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(words)]);
  });
});
