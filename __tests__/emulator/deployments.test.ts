import { afterEach, describe, expect, test } from '@jest/globals';
import { type Client, closeAll, type Json, start } from './fixtures/sgp.ts';

afterEach(closeAll);

const QUICK = { rolloutStepMs: 1 };

async function withBuild(sgp = {}): Promise<{ client: Client; buildId: string; agentId: string }> {
  const client = await start({ sgp: { ...QUICK, ...sgp } });
  const fields = {
    agent_name: 'my-agent',
    image_name: 'my-agent',
    image_tag: 'v1',
    image_url: 'r.example/a:v1',
  };
  const { body } = await client.submit(fields);
  return { client, buildId: String(body.id), agentId: String(body.agent_id) };
}

const pathOf = (answer: { body: Json }) => `/v5/agentex/deployments/${answer.body.id}`;
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('a rollout', () => {
  test('goes from pending to healthy with events and log pages', async () => {
    const { client, buildId } = await withBuild();
    const made = await client.deploy({ build_id: buildId });
    expect(made.body).toMatchObject({
      status: 'pending',
      build_id: buildId,
      namespace: 'team-a',
      expires_at: null,
    });
    const done = await client.until(pathOf(made), 'status', 'healthy');
    expect(done.helm_release_name).toBe('my-agent');
    const reasons = (done.deploy_events as Json[]).map((event) => event.reason);
    expect(reasons).toEqual(['Scheduled', 'Pulling', 'Pulled', 'Started', 'Unhealthy']);
    const seen: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await client.call('GET', `${pathOf(made)}/logs?limit=3${cursor}`);
      seen.push(...(body.lines as Json[]).map((line) => line.message));
      if (!body.has_more) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(seen).toHaveLength(4);
    expect(seen[0]).toBe('Starting agent');
    const list = await client.call('GET', `/v5/agentex/deployments?build_id=${buildId}`);
    expect(list.body).toMatchObject({ total: 1, has_more: false });
    expect((await client.call('GET', '/v5/builds/undeployed')).body).toEqual([]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('speaks the other vocabulary, and plain log lines', async () => {
    const { client, buildId } = await withBuild({ deployWords: 'sdk', deployLogLines: 'strings' });
    const made = await client.deploy({ build_id: buildId });
    await client.until(pathOf(made), 'status', 'completed');
    const { body } = await client.call('GET', `${pathOf(made)}/logs`);
    expect((body.lines as unknown[])[0]).toBe('Starting agent');
    expect(client.emulator.control.violations).toEqual([]);
  });

  test.each([
    ['the image', { end: 'failed', cause: 'image' } as const, 'ImagePullBackOff'],
    ['a crash', { end: 'failed', cause: 'crash' } as const, 'Back-off'],
  ])('fails on demand: %s', async (_name, rollout, text) => {
    const { client, buildId } = await withBuild();
    client.emulator.control.sgp.rollout(rollout);
    const made = await client.deploy({ build_id: buildId });
    const done = await client.until(pathOf(made), 'status', 'failed');
    expect(JSON.stringify(done.deploy_events)).toContain(text);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('fails where the manifest asks for it', async () => {
    const { client, buildId } = await withBuild();
    const manifest = 'agent:\n  name: my-agent\nx-emulator:\n  rollout:\n    end: failed\n';
    const made = await client.deploy({ build_id: buildId, manifest_file: manifest });
    await client.until(pathOf(made), 'status', 'failed');
  });
});

describe('previews', () => {
  test('have their label cleaned, live eight hours by default, and are found by it', async () => {
    const { client, buildId } = await withBuild();
    const made = await client.deploy({ build_id: buildId, preview: true, preview_label: 'PR_#12/x' });
    expect(made.body.preview_label).toBe('pr12x');
    const left = Date.parse(String(made.body.expires_at)) - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(8);
    await client.deploy({ build_id: buildId, preview: true, preview_label: 'pr12' });
    const list = await client.call('GET', '/v5/agentex/deployments?preview_label=pr12x');
    expect((list.body.items as Json[]).map((item) => item.id)).toEqual([made.body.id]);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('are really removed when their time is over', async () => {
    const { client, buildId } = await withBuild();
    const made = await client.deploy({ build_id: buildId, preview: true, expires_at: soon(150) });
    const gone = await client.until(pathOf(made), 'status', 'deleted');
    expect(JSON.stringify(gone.deploy_events)).toContain('Preview expired');
  });

  test('stand beside each other and beside the production release', async () => {
    const { client, buildId } = await withBuild();
    const preview = { build_id: buildId, preview: true, preview_label: 'pr-1' };
    const made = [
      await client.deploy(preview),
      await client.deploy(preview),
      await client.deploy({ build_id: buildId }),
    ];
    for (const deployment of made) await client.until(pathOf(deployment), 'status', 'healthy');
    for (const deployment of made) {
      expect((await client.call('GET', pathOf(deployment))).body.status).toBe('healthy');
    }
  });

  test('deleted once, refused the second time', async () => {
    const { client, buildId } = await withBuild();
    const made = await client.deploy({ build_id: buildId, preview: true });
    expect((await client.call('DELETE', pathOf(made))).body.status).toBe('deleted');
    expect((await client.call('DELETE', pathOf(made))).status).toBe(409);
    expect((await client.call('DELETE', '/v5/agentex/deployments/none')).status).toBe(404);
    expect(client.emulator.control.violations).toEqual([]);
  });
});

test('a later production deployment supersedes the earlier one, which cannot be deleted any more', async () => {
  const { client, buildId } = await withBuild();
  const first = await client.deploy({ build_id: buildId });
  await client.until(pathOf(first), 'status', 'healthy');
  const second = await client.deploy({ image_name: 'my-agent', image_tag: 'v1' });
  await client.until(pathOf(second), 'status', 'healthy');
  await client.until(pathOf(first), 'status', 'superseded');
  expect((await client.call('DELETE', pathOf(first))).status).toBe(409);
});

test.each<[string, Json, number, string]>([
  ['no build', { build_id: 'none' }, 404, 'not found'],
  ['neither build nor image', {}, 422, 'Exactly one of build_id'],
  ['a label without preview', { build_id: '', preview_label: 'a' }, 422, 'Only with preview'],
  ['a long label', { build_id: '', preview: true, preview_label: 'a'.repeat(31) }, 422, 'preview_label'],
  ['a label of nothing', { build_id: '', preview: true, preview_label: '_!' }, 422, 'preview_label'],
  ['a time in the past', { build_id: '', preview: true, expires_at: '2020-01-01T00:00:00Z' }, 422, 'future'],
  ['a time too far away', { build_id: '', preview: true, expires_at: soon(40 * 86_400_000) }, 422, 'at most'],
  ['a manifest of another agent', { build_id: '', manifest_file: 'agent: {name: other}' }, 422, 'belongs to'],
  ['a manifest that is not YAML', { build_id: '', manifest_file: '{' }, 422, 'YAML'],
  ['no environment', { build_id: '', environment_config: 'environments: {}' }, 422, 'environment'],
  [
    'a secret that is missing',
    { build_id: '', manifest_file: 'agent: {name: my-agent, credentials: [{secret_name: missing-a}]}' },
    422,
    'does not exist',
  ],
  ['an invented member', { build_id: '', force: true }, 422, 'extra_forbidden'],
])('refused: %s', async (_name, body, status, text) => {
  const { client, buildId } = await withBuild();
  const answer = await client.deploy(body.build_id === '' ? { ...body, build_id: buildId } : body);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toContain(text);
});
