import { afterEach, describe, expect, test } from '@jest/globals';
import type { BuildRequest } from '../../../src/clouds/cloud.ts';
import { AbortedError, HttpError, UserError } from '../../../src/errors.ts';
import { sendJson } from '../../support/server.ts';
import {
  type Account,
  account,
  formOf,
  HASH,
  KEY,
  list,
  never,
  packed,
  type Routes,
  record,
  reply,
  reset,
} from './account.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function setting(
  routes: Routes,
  more: Partial<BuildRequest> = {},
): Promise<Account & { request: BuildRequest }> {
  const opened = await account(routes);
  const { request, remove } = await packed(more);
  cleanups.push(opened.close, remove);
  return { ...opened, request };
}

const LIST = 'GET /v5/builds';
const SUBMIT = 'POST /v5/builds';
const submit = ({ cloud, request, progress }: Account & { request: BuildRequest }, signal = never()) =>
  cloud.submit(request, progress, signal);
const sent = ({ server }: Account) => server.requests.filter(({ method }) => method === 'POST');

describe('the form', () => {
  test('holds what is known and nothing else', async () => {
    const at = await setting({ [LIST]: reply(200, list()), [SUBMIT]: reply(202, record()) });
    await expect(submit(at)).resolves.toMatchObject({ id: 'build_1', status: 'queued' });
    const form = await formOf(sent(at)[0] as never);
    expect([...form.keys()]).toEqual([
      'image_name',
      'image_tag',
      'agent_name',
      'working_tree_hash',
      'context_archive',
    ]);
    expect(sent(at)[0]?.headers).toMatchObject({ 'x-api-key': KEY, 'x-selected-account-id': 'acct_1' });
    expect(at.builds.map(({ id }) => id)).toEqual(['build_1']);
  });

  test('holds build args as one JSON object, the platform and the provenance', async () => {
    const at = await setting(
      { [LIST]: reply(200, list()), [SUBMIT]: reply(200, record()) },
      {
        buildArgs: { PYTHON_VERSION: '3.12', EMPTY: '' },
        platform: 'linux/arm64',
        source: {
          commit: 'c0ffee',
          ref: 'main',
          repo: 'github.com/acme/agents',
          subpath: 'agents/my',
          dirty: false,
        },
      },
    );
    await submit(at);
    const form = await formOf(sent(at)[0] as never);
    expect(JSON.parse(String(form.get('build_args')))).toEqual({ PYTHON_VERSION: '3.12', EMPTY: '' });
    expect(form.get('platform')).toBe('linux/arm64');
    expect(form.get('source_dirty')).toBe('false');
    expect(form.get('source_subpath')).toBe('agents/my');
  });
});

describe('the agent', () => {
  const rows: [
    name: string,
    target: BuildRequest['target'],
    known: object[],
    field: string,
    value: string,
  ][] = [
    ['an id as given', { by: 'agent-id', agentId: 'agent_9' }, [record()], 'agent_id', 'agent_9'],
    ['a new name', { by: 'agent-name', agentName: 'my-agent' }, [], 'agent_name', 'my-agent'],
    [
      'a known name by its id',
      { by: 'agent-name', agentName: 'my-agent' },
      [record()],
      'agent_id',
      'agent_1',
    ],
    [
      'a known name by the newest id that is told',
      { by: 'agent-name', agentName: 'my-agent' },
      [record({ agent_id: null }), record({ id: 'b0', agent_id: 'agent_0' })],
      'agent_id',
      'agent_0',
    ],
    [
      'never the id of another name, where the filter is ignored',
      { by: 'agent-name', agentName: 'my-agent' },
      [record({ agent_name: 'my-agent-2' })],
      'agent_name',
      'my-agent',
    ],
  ];
  test.each(rows)('%s', async (_name, target, known, field, value) => {
    const at = await setting(
      { [LIST]: reply(200, list(...known)), [SUBMIT]: reply(202, record({ id: 'new' })) },
      { target },
    );
    await submit(at);
    const form = await formOf(sent(at)[0] as never);
    expect(form.get(field)).toBe(value);
    expect([form.has('agent_id'), form.has('agent_name')].filter(Boolean)).toHaveLength(1);
  });

  test('is named on an older server that refuses ids', async () => {
    const missing = {
      detail: [{ loc: ['body', 'agent_name'], msg: 'Field required', type: 'missing', input: KEY }],
    };
    const at = await setting({
      [LIST]: reply(200, list(record())),
      [SUBMIT]: [reply(422, missing), reply(202, record({ id: 'new' }))],
    });
    await expect(submit(at)).resolves.toMatchObject({ id: 'new' });
    expect(sent(at)).toHaveLength(2);
    expect((await formOf(sent(at)[1] as never)).get('agent_name')).toBe('my-agent');
    expect(at.notices.join()).toContain('name instead of its id');
  });

  test.each([
    [409, 'Conflict'],
    [400, 'Agent my-agent already exists'],
    [422, 'name is taken'],
  ])('whose name is taken (%i) has to be given by its id', async (status, detail) => {
    const at = await setting({ [LIST]: reply(200, list()), [SUBMIT]: reply(status, { detail }) });
    const error = await submit(at).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).hint).toContain('`agent-id`');
    expect(sent(at)).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const rows: [status: number, hint: string][] = [
    [401, '`api-key`'],
    [403, '`account-id`'],
    [404, '`agent-id`'],
    [413, 'ignore file'],
  ];
  test.each(rows)('%i names what to look at', async (status, hint) => {
    const at = await setting(
      { [LIST]: reply(200, list()), [SUBMIT]: reply(status, { detail: `no: ${KEY}` }) },
      { target: { by: 'agent-id', agentId: 'agent_1' } },
    );
    const error = (await submit(at).catch((thrown: unknown) => thrown)) as HttpError;
    expect(error).toBeInstanceOf(HttpError);
    expect(error.hint).toContain(hint);
    expect(error.message).not.toContain(KEY);
    expect(sent(at)).toHaveLength(1);
  });

  test('422 shows the field messages and none of the values', async () => {
    const detail = [
      { loc: ['body', 'image_name'], msg: 'Bad token s3cr3t-arg', type: 'x', input: 's3cr3t-arg' },
    ];
    const at = await setting(
      { [LIST]: reply(200, list()), [SUBMIT]: reply(422, { detail }) },
      { buildArgs: { TOKEN: 's3cr3t-arg' } },
    );
    await expect(submit(at)).rejects.toThrow('body.image_name: Bad token ***');
  });
});

describe('a lost answer', () => {
  const older = record({ id: 'older', created_at: '2026-03-01T09:00:00Z' });
  const ours = record({ id: 'ours', created_at: '2026-03-01T10:00:00Z' });

  test('never makes a second build: the one that was made is found', async () => {
    const at = await setting({
      [LIST]: [reply(200, list(older)), reply(200, list(older)), reply(200, list(ours, older))],
      [SUBMIT]: reset,
    });
    await expect(submit(at)).resolves.toMatchObject({ id: 'ours' });
    expect(sent(at)).toHaveLength(1);
    expect(at.builds.map(({ id }) => id)).toEqual(['ours']);
    expect(at.notices.at(-1)).toContain('the cloud has the build ours');
    const looked = at.server.requests.at(-1)?.query;
    expect(looked?.get('working_tree_hash')).toBe(HASH);
    expect(looked?.get('sort_order')).toBe('desc');
  });

  const others: [name: string, build: object][] = [
    ['an identical one from before', older],
    [
      'an identical one from before that was not on the first page',
      record({ id: 'x', created_at: '2026-03-01T08:00:00Z' }),
    ],
    ['another tag', record({ id: 'x', image_tag: 'abcd' })],
    ['another hash', record({ id: 'x', working_tree_hash: 'f'.repeat(64) })],
    ['another agent', record({ id: 'x', agent_id: 'agent_2' })],
    ['another agent’s name', record({ id: 'x', agent_id: null, agent_name: 'other' })],
    ['another image', record({ id: 'x', image_name: 'other' })],
  ];
  test.each(others)('is not mistaken for %s, but sent again', async (_name, build) => {
    const at = await setting({
      [LIST]: [reply(200, list(older)), reply(200, list(build, older))],
      [SUBMIT]: [reset, reply(202, record({ id: 'second' }))],
    });
    await expect(submit(at)).resolves.toMatchObject({ id: 'second' });
    expect(sent(at)).toHaveLength(2);
    expect(at.notices.at(-1)).toContain('it is sent again');
  });

  const ambiguous: [name: string, reaction: Routes[string]][] = [
    ['500', reply(500, {})],
    ['502 with HTML', (_request, response) => void response.writeHead(502).end('<html></html>')],
    ['504', reply(504, {})],
    ['a truncated body', (_request, response) => void response.writeHead(201).end('{"id": "our')],
    ['a body without an id', reply(201, { build_status: 'queued' })],
  ];
  test.each(ambiguous)('%s is looked up as well', async (_name, reaction) => {
    const at = await setting({ [LIST]: [reply(200, list()), reply(200, list(ours))], [SUBMIT]: reaction });
    await expect(submit(at)).resolves.toMatchObject({ id: 'ours' });
    expect(sent(at)).toHaveLength(1);
  });

  test('is not sent again where the look itself fails', async () => {
    const at = await setting({ [LIST]: [reply(200, list()), reply(403, {})], [SUBMIT]: reset });
    const error = (await submit(at).catch((thrown: unknown) => thrown)) as UserError;
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain('could not check whether');
    expect(error.hint).toContain('a build may be under way');
    expect(sent(at)).toHaveLength(1);
  });

  test('ends after a few times', async () => {
    const at = await setting({ [LIST]: reply(200, list()), [SUBMIT]: reset });
    await expect(submit(at)).rejects.toBeInstanceOf(HttpError);
    expect(sent(at)).toHaveLength(3);
  });

  test('that arrives within the grace after a cancel still reports the id', async () => {
    const controller = new AbortController();
    const at = await setting({
      [LIST]: reply(200, list()),
      [SUBMIT]: (_request, response) => {
        controller.abort();
        setTimeout(() => sendJson(response, 202, record()), 50);
      },
    });
    await expect(submit(at, controller.signal)).rejects.toBeInstanceOf(AbortedError);
    expect(at.builds.map(({ id }) => id)).toEqual(['build_1']);
  });
});

test('an archive above the limit is refused before any request', async () => {
  const at = await setting({}, { archive: { path: '/nowhere', bytes: 524_288_001, md5: '' } });
  await expect(submit(at)).rejects.toThrow(/524288001 bytes/);
  expect(at.asked()).toEqual([]);
});

describe('an agent given by its id needs no list', () => {
  const target = { by: 'agent-id', agentId: 'agent_7' } as const;

  test.each([404, 422])('%i of the list: the build is sent all the same', async (status) => {
    const at = await setting({ [LIST]: reply(status, {}), [SUBMIT]: reply(200, record()) }, { target });
    await expect(submit(at)).resolves.toMatchObject({ id: 'build_1' });
    expect(sent(at)).toHaveLength(1);
  });

  test('a lost answer is then not cleared up, and not sent again', async () => {
    const at = await setting(
      { [LIST]: [reply(404, {}), reply(200, list(record()))], [SUBMIT]: reset },
      { target },
    );
    await expect(submit(at)).rejects.toThrow(
      /could not check whether the build exists: the account’s builds could not be listed/,
    );
    expect(sent(at)).toHaveLength(1);
  });

  test('refused credentials stay refused', async () => {
    const at = await setting({ [LIST]: reply(401, {}) }, { target });
    await expect(submit(at)).rejects.toMatchObject({ status: 401 });
    expect(sent(at)).toHaveLength(0);
  });
});
