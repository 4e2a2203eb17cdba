import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../../emulator/root.ts';
import { archiveOf, type Client, closeAll, formOf, type Json, start } from './fixtures/sgp.ts';

afterEach(closeAll);

const run = promisify(execFile);

const FIELDS = { agent_name: 'my-agent', image_name: 'my-agent', image_tag: 'v1' };
const plain = () =>
  archiveOf({ Dockerfile: 'FROM python:3.12-slim\nCOPY app.py /\nRUN true\n', 'app.py': 'x' });

function clean(client: Client): void {
  expect(client.emulator.control.violations).toEqual([]);
}

describe('a build', () => {
  test('goes from queued to success and keeps every field it was given', async () => {
    const client = await start();
    const source = {
      source_repo: 'example.com/acme/agents',
      source_commit: 'a'.repeat(40),
      source_ref: 'main',
      source_subpath: 'agents/my-agent',
      source_dirty: 'true',
      working_tree_hash: 'b'.repeat(64),
    };
    const made = await client.submit({ ...FIELDS, ...source, build_args: '{"A":"1"}' }, await plain());
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      ...source,
      source_dirty: true,
      build_status: 'queued',
      image_tag: 'v1',
    });
    const path = `/v5/builds/${made.body.id}`;
    const done = await client.until(path, 'build_status', 'success');
    expect(done.image_url).toBe('registry.emulator.localhost/emulator-account/my-agent:v1');
    const lines = await client.lines(String(made.body.id));
    expect(lines[0]).toBe('#0 played by the emulator, nothing was built: it was started so');
    expect(lines).toContain('#4 [2/3] COPY app.py /');
    const request = client.emulator.control.requests[0];
    expect(request).toMatchObject({ operation: 'submitBuild', cloud: 'sgp', status: 200 });
    expect(request?.headers['x-api-key']).toBe('***');
    expect(request?.body).toMatchObject({ fields: { build_args: '{"A":"1"}' } });
    clean(client);
  });

  test('that fails shows the failing step as BuildKit does', async () => {
    const client = await start();
    const dockerfile = 'FROM python:3.12-slim\n\nRUN echo hi && \\\n    exit 3\n';
    const made = await client.submit(FIELDS, await archiveOf({ Dockerfile: dockerfile }));
    await client.until(`/v5/builds/${made.body.id}`, 'build_status', 'failed');
    const lines = await client.lines(String(made.body.id));
    expect(lines.filter((line) => line.includes('>>>'))).toEqual([
      '   3 | >>> RUN echo hi && \\',
      '   4 | >>>     exit 3',
    ]);
    expect(lines.at(-1)).toMatch(/^ERROR: failed to build: .*exit code: 3$/);
    clean(client);
  });

  test('registered by image_url succeeds at once', async () => {
    const client = await start();
    const made = await client.submit({ ...FIELDS, image_url: 'registry.example/a:1' });
    expect(made.body).toMatchObject({ build_status: 'success', image_url: 'registry.example/a:1' });
    clean(client);
  });

  test('is cancelled while it runs, and while it waits for a worker', async () => {
    const client = await start({ workers: 1, pace: 1000 });
    const first = await client.submit(FIELDS, await plain());
    const agent = { agent_id: first.body.agent_id, image_name: 'my-agent' };
    const second = await client.submit(agent, await plain());
    await client.until(`/v5/builds/${first.body.id}`, 'build_status', 'running');
    for (const build of [second, first]) {
      const path = `/v5/builds/${build.body.id}`;
      const asked = await client.call('POST', `${path}/cancel`);
      expect(asked.status).toBe(202);
      expect(['queued', 'running']).toContain(asked.body.build_status);
      await client.until(path, 'build_status', 'cancelled');
      expect((await client.call('POST', `${path}/cancel`)).body.build_status).toBe('cancelled');
    }
    clean(client);
  });

  test('plays a script: its lines, its end, the log ending before the build', async () => {
    const client = await start();
    const lines = ['::error::no', '', '\u001b[31mred\u001b[0m', 'ünïcødé 🎈'];
    client.emulator.control.script({ lines, end: 'timed_out', statusLagMs: 30 });
    const made = await client.submit(FIELDS, await plain());
    expect(await client.lines(String(made.body.id))).toEqual(lines);
    await client.until(`/v5/builds/${made.body.id}`, 'build_status', 'timed_out');
    clean(client);
  });

  test('of a script that never ends can be cancelled', async () => {
    const client = await start();
    client.emulator.control.script({ lines: ['one'], end: 'never' });
    const made = await client.submit(FIELDS, await plain());
    const path = `/v5/builds/${made.body.id}`;
    await client.until(path, 'build_status', 'running');
    await client.call('POST', `${path}/cancel`);
    await client.until(path, 'build_status', 'cancelled');
  });
});

test('the example agent is played whole, where its base image cannot be had', async () => {
  const client = await start();
  const folder = join(repositoryRoot(), 'examples', 'agent');
  const { stdout } = await run('tar', ['-czf', '-', '-C', folder, 'Dockerfile', 'concierge'], {
    encoding: 'buffer',
  });
  const made = await client.submit(FIELDS, stdout);
  await client.until(`/v5/builds/${made.body.id}`, 'build_status', 'success');
  const lines = await client.lines(String(made.body.id));
  expect(lines.filter((line) => /^#\d+ \[\d/.test(line))).toHaveLength(6);
  expect(lines.join('\n')).toContain('Collecting tzdata==');
});

test('each build takes the script that is meant for it', async () => {
  const client = await start();
  client.emulator.control.script({ for: { imageTag: 'v2' }, lines: ['second'] });
  client.emulator.control.script({ lines: ['first'] });
  const first = await client.submit(FIELDS, await plain());
  const again = { agent_id: first.body.agent_id, image_name: 'my-agent', image_tag: 'v2' };
  const second = await client.submit(again, await plain());
  expect(await client.lines(String(first.body.id))).toEqual(['first']);
  expect(await client.lines(String(second.body.id))).toEqual(['second']);
});

describe('versions of the server', () => {
  test('an existing agent is built by its id, a name must be new', async () => {
    const client = await start();
    const made = await client.submit(FIELDS, await plain());
    expect((await client.submit(FIELDS, await plain())).status).toBe(409);
    const again = { image_name: 'my-agent', agent_id: made.body.agent_id };
    expect((await client.submit(again, await plain())).body.agent_id).toBe(made.body.agent_id);
    expect((await client.submit({ ...again, agent_id: 'nobody' }, await plain())).status).toBe(404);
    clean(client);
  });

  test('the old server misses the name where an id was sent', async () => {
    const client = await start({ sgp: { agentTargets: 'name-only' } });
    const refused = await client.submit({ image_name: 'a', agent_id: 'x' }, await plain());
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toMatchObject([{ loc: ['body', 'agent_name'], type: 'missing' }]);
  });

  test('the oldest record says build_id and status', async () => {
    const client = await start({ sgp: { records: 'legacy' } });
    const made = await client.submit(FIELDS, await plain());
    expect(made.body).toMatchObject({ status: 'queued', image_name: 'my-agent' });
    expect(made.body.id).toBeUndefined();
    await client.until(`/v5/builds/${made.body.build_id}`, 'status', 'success');
    clean(client);
  });
});

describe('what the contract does not allow', () => {
  const cases: [string, Json, number, string][] = [
    ['no image name', { agent_name: 'a' }, 422, 'image_name'],
    ['two agents', { ...FIELDS, agent_id: 'x' }, 422, 'Exactly one of agent_name, agent_id'],
    ['no agent', { image_name: 'a' }, 422, 'Exactly one of agent_name, agent_id'],
    [
      'an archive and an image',
      { ...FIELDS, image_url: 'a:b' },
      422,
      'Exactly one of context_archive, image_url',
    ],
    ['an invented field', { ...FIELDS, dockerfile: 'x' }, 422, 'extra_forbidden'],
    ['an unknown platform', { ...FIELDS, platform: 'linux/riscv64' }, 422, 'platform'],
    ['build args that are no object', { ...FIELDS, build_args: '["A=1"]' }, 422, 'build_args'],
    ['build args that are no text', { ...FIELDS, build_args: '{"A":1}' }, 422, 'build_args'],
    ['an agent name with capitals', { ...FIELDS, agent_name: 'My' }, 422, 'agent_name'],
    ['a hash that is none', { ...FIELDS, working_tree_hash: 'abc' }, 422, 'working_tree_hash'],
  ];
  test.each(cases)('%s', async (_name, fields, status, text) => {
    const client = await start();
    const refused = await client.submit(fields, await plain());
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.body)).toContain(text);
    expect(client.emulator.control.violations).toHaveLength(1);
    expect(client.emulator.control.sgp.builds).toEqual([]);
  });

  test('an upload of the wrong content type, and a doubled field', async () => {
    const client = await start();
    const form = formOf(FIELDS);
    form.set('context_archive', new Blob(['x'], { type: 'text/plain' }), 'a.tar.gz');
    form.append('image_tag', 'again');
    const refused = await client.call('POST', '/v5/builds', { body: form });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toMatch(/application\/gzip.*more than once/);
  });

  test.each([
    ['an unknown path', 'GET', '/v5/agentex/builds', 404],
    ['an unknown method', 'PUT', '/v5/builds', 405],
    ['an unknown parameter', 'GET', '/v5/builds?agent=x', 422],
    ['a limit beyond the bound', 'GET', '/v5/builds?limit=20000', 422],
    ['an order that is none', 'GET', '/v5/builds?sort_order=up', 422],
    ['a body where none belongs', 'POST', '/v5/builds/x/cancel', 422],
    ['a log without its Accept', 'GET', '/v5/builds/x/logs', 422],
  ])('%s', async (_name, method, path, status) => {
    const client = await start();
    const init = path.endsWith('cancel')
      ? { body: '{}', headers: { 'content-type': 'application/json' } }
      : {};
    expect((await client.call(method, path, init)).status).toBe(status);
    expect(client.emulator.control.violations).toHaveLength(1);
  });

  test.each([
    ['wrong key', { 'x-api-key': 'no' }, 401],
    ['empty key', { 'x-api-key': '' }, 401],
    ['wrong account', { 'x-selected-account-id': 'no' }, 403],
  ])('%s', async (_name, headers, status) => {
    const client = await start();
    expect((await client.call('GET', '/v5/builds', { headers })).status).toBe(status);
  });

  test('a path prefix is part of the base URL', async () => {
    const client = await start({ prefix: '/public' });
    expect(client.emulator.url).toMatch(/\/public$/);
    expect((await client.call('GET', '/v5/builds')).status).toBe(200);
    expect((await fetch(`${new URL(client.emulator.url).origin}/v5/builds`)).status).toBe(404);
  });
});

describe('archives', () => {
  test.each([
    ['no gzip', async () => Buffer.from('not gzip at all, but long enough to be looked at'), /gzip/],
    ['nothing', async () => Buffer.alloc(0), /empty/],
    ['cut short', async () => (await plain()).subarray(0, 120), /gzip|tar/],
    ['no Dockerfile', () => archiveOf({ 'app/Dockerfile': 'FROM scratch\n' }), /no Dockerfile/],
    [
      'an entry outside',
      () => archiveOf({ Dockerfile: 'FROM scratch\n', x: 'x' }, ['-P', '--transform', 's,^x$,../x,']),
      /outside/,
    ],
    [
      'an absolute entry',
      () => archiveOf({ Dockerfile: 'FROM scratch\n', x: 'x' }, ['-P', '--transform', 's,^x$,/tmp/x,']),
      /outside/,
    ],
  ])('%s is refused', async (_name, make, message) => {
    const client = await start();
    const refused = await client.submit(FIELDS, await make());
    expect(refused.status).toBe(400);
    expect(String(refused.body.detail)).toMatch(message);
  });

  test('above the limit: 413, and the emulator goes on', async () => {
    const client = await start({ sgp: { maxArchiveBytes: 1000 } });
    const refused = await client.submit(FIELDS, Buffer.alloc(5_000_000, 7));
    expect(refused.status).toBe(413);
    expect((await client.submit(FIELDS, await plain())).status).toBe(200);
    clean(client);
  });
});

describe('lists', () => {
  test('2,500 builds are paged both ways, without gap or double', async () => {
    const client = await start();
    client.emulator.control.sgp.seedHistory(2500);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await client.call('GET', `/v5/builds?limit=400&sort_order=desc${cursor}`);
      const items = body.items as Json[];
      seen.push(...items.map((item) => String(item.id)));
      expect(body.total).toBe(2500);
      if (!body.has_more) break;
      cursor = `&starting_after=${seen.at(-1)}`;
    }
    const made = client.emulator.control.sgp.builds.map((build) => build.id);
    expect(seen).toEqual(made.toReversed());
    const back = await client.call('GET', `/v5/builds?limit=10&ending_before=${made[25]}`);
    expect((back.body.items as Json[]).map((item) => item.id)).toEqual(made.slice(15, 25));
    clean(client);
  });

  test('ascending unless asked; filtered by agent, commit and hash; another account sees nothing', async () => {
    const client = await start({ sgp: { accounts: ['emulator-account', 'other'] } });
    const [first, , third] = client.emulator.control.sgp.seedHistory(9);
    const ids = async (query: string, headers = {}) => {
      const { body } = await client.call('GET', `/v5/builds?${query}`, { headers });
      return (body.items as Json[]).map((item) => item.id);
    };
    expect(await ids('limit=1')).toEqual([first?.id]);
    expect(await ids(`agent_name=${first?.agentName}`)).toHaveLength(3);
    expect(await ids(`source_commit=${third?.source.source_commit}`)).toEqual([third?.id]);
    expect(await ids(`working_tree_hash=${third?.source.working_tree_hash}`)).toEqual([third?.id]);
    expect(await ids('', { 'x-selected-account-id': 'other' })).toEqual([]);
    clean(client);
  });

  test('an old server ignores the new filters, and may answer a bare array', async () => {
    const client = await start({ sgp: { filters: 'old', lists: 'array' } });
    client.emulator.control.sgp.seedHistory(4);
    const { body } = await client.call('GET', '/v5/builds?source_commit=none');
    expect(body).toHaveLength(4);
  });

  test('undeployed agents, with their latest build and their number', async () => {
    const client = await start();
    client.emulator.control.sgp.seedHistory({ builds: 5, agents: ['a', 'b'] });
    const { body } = await client.call('GET', '/v5/builds/undeployed');
    expect(body).toMatchObject([
      { agent_name: 'a', total_builds: 3 },
      { agent_name: 'b', total_builds: 2 },
    ]);
    clean(client);
  });
});
