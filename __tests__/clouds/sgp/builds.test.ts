import { afterEach, describe, expect, test } from '@jest/globals';
import type { Build, BuildFilter } from '../../../src/clouds/cloud.ts';
import { readBuild } from '../../../src/clouds/sgp/build-record.ts';
import { linesOf } from '../../../src/clouds/sgp/log.ts';
import { HttpError } from '../../../src/errors.ts';
import { sendJson } from '../../support/server.ts';
import { type Account, account, list, never, packed, type Routes, record, reply } from './account.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function opened(routes: Routes): Promise<Account> {
  const at = await account(routes);
  cleanups.push(at.close);
  return at;
}

async function all({ cloud }: Account, filter: BuildFilter = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const build of cloud.list(filter, never())) ids.push(build.id);
  return ids;
}

describe('a build record', () => {
  const statuses: [raw: string, status: Build['status']][] = [
    ['queued', 'queued'],
    ['running', 'running'],
    ['cancelling', 'running'],
    ['success', 'succeeded'],
    ['SUCCESS', 'succeeded'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['Canceled', 'cancelled'],
    ['timed_out', 'timed-out'],
    ['error', 'errored'],
    ['deleting', 'errored'],
    ['delete_failed', 'errored'],
    ['unknown', 'unknown'],
    ['reticulating', 'unknown'],
    ['constructor', 'unknown'],
  ];
  test.each(statuses)('status %s is %s', (raw, status) => {
    expect(readBuild(record({ build_status: raw }))).toMatchObject({ status, rawStatus: raw });
  });

  test('of the oldest shape is read as well', () => {
    expect(
      readBuild({ build_id: 'b', status: 'running', image_name: 'i', image_tag: 't', image_url: null }),
    ).toEqual({
      id: 'b',
      status: 'running',
      rawStatus: 'running',
      imageName: 'i',
      imageTag: 't',
    });
  });

  test('takes the new members where both are there, and times without a zone as UTC', () => {
    const both = {
      id: 'new',
      build_id: 'old',
      build_status: 'success',
      status: 'running',
      created_at: '2026-03-01T10:00:00.5',
    };
    expect(readBuild(both)).toMatchObject({
      id: 'new',
      status: 'succeeded',
      createdAt: '2026-03-01T10:00:00.500Z',
    });
  });

  const faults: [name: string, reply: unknown, words: RegExp][] = [
    ['no id', { build_status: 'queued' }, /`id` of the build is missing/],
    ['an id of another type', { id: 7, build_status: 'queued' }, /`id` of the build is a number, not a text/],
    ['no status', { id: 'b' }, /`build_status` of the build is missing/],
    ['a list', [], /a list where a build was expected/],
    ['nothing', undefined, /nothing where a build was expected/],
  ];
  test.each(faults)('with %s is refused by name', (_name, value, words) => {
    expect(() => readBuild(value)).toThrow(words);
  });
});

describe('get', () => {
  test('escapes ids, and refuses those that would lead elsewhere', async () => {
    const at = await opened({ 'GET /v5/builds/a%2Fb%3F': reply(200, record({ id: 'a/b?' })) });
    await expect(at.cloud.get('a/b?', never())).resolves.toMatchObject({ id: 'a/b?' });
    for (const id of ['', '.', '..', 'undeployed'])
      await expect(at.cloud.get(id, never())).rejects.toThrow(/is no id/);
    expect(at.asked()).toHaveLength(1);
  });

  test('of an unknown build names the input', async () => {
    const at = await opened({});
    const error = await at.cloud.get('nope', never()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect((error as HttpError).hint).toContain('`build-id`');
  });

  test('takes a 404 as "not yet" for thirty seconds after the submit, and as final later', async () => {
    const at = await opened({
      'GET /v5/builds': reply(200, list()),
      'POST /v5/builds': reply(202, record()),
      'GET /v5/builds/build_1': [reply(404, {}), reply(404, {}), reply(200, record()), reply(404, {})],
    });
    const { request, remove } = await packed();
    cleanups.push(remove);
    await at.cloud.submit(request, at.progress, never());
    await expect(at.cloud.get('build_1', never())).resolves.toMatchObject({ id: 'build_1' });
    expect(at.clock.slept).toEqual([1_000, 1_000]);
    await expect(at.cloud.get('build_1', never())).rejects.toMatchObject({ status: 404 });
    expect(at.clock.now()).toBeLessThanOrEqual(30_000);
  });
});

describe('list', () => {
  const page = (more: boolean, ...items: object[]) => reply(200, { items, total: 9, has_more: more });
  const at3 = (id: string, minute: number) => record({ id, created_at: `2026-03-01T10:0${minute}:00Z` });

  test('asks for the newest first, sorts again and follows the cursor of the server’s order', async () => {
    const at = await opened({
      'GET /v5/builds': [page(true, at3('b', 5), at3('a', 6)), page(false, at3('c', 4))],
    });
    await expect(all(at, { agentName: 'my-agent', atMost: 20 })).resolves.toEqual(['a', 'b', 'c']);
    expect(at.server.requests.map(({ query }) => query.toString())).toEqual([
      'agent_name=my-agent&sort_order=desc&limit=20',
      'agent_name=my-agent&sort_order=desc&limit=20&starting_after=a',
    ]);
  });

  const ends: [name: string, pages: ReturnType<typeof page>[], asked: number][] = [
    ['no more', [page(false, at3('a', 1))], 1],
    ['an empty page', [page(true, at3('a', 1)), page(true)], 2],
    ['a cursor that does not move', [page(true, at3('a', 1))], 2],
    [
      'a cursor that comes again',
      [page(true, at3('a', 1)), page(true, at3('b', 1)), page(true, at3('a', 1))],
      3,
    ],
    ['a bare list', [reply(200, [at3('a', 1)])], 1],
  ];
  test.each(ends)('ends at %s', async (_name, pages, asked) => {
    const at = await opened({ 'GET /v5/builds': pages });
    await all(at);
    expect(at.asked()).toHaveLength(asked);
  });

  test.each<[name: string, pages: ReturnType<typeof page>[], ids: string[]]>([
    ['the newest first', [page(true, at3('c', 6), at3('b', 4)), page(false, at3('a', 2))], ['c', 'b']],
    [
      'the oldest first, whatever it is asked for',
      [page(true, at3('a', 2), at3('b', 4)), page(false, at3('c', 6))],
      ['b', 'a', 'c'],
    ],
  ])('reads what is new enough from a server that gives %s', async (_name, pages, ids) => {
    const at = await opened({ 'GET /v5/builds': pages });
    await expect(all(at, { since: '2026-03-01T10:05:00.000Z' })).resolves.toEqual(ids);
  });

  test('trusts no filter', async () => {
    const at = await opened({
      'GET /v5/builds': reply(
        200,
        list(
          record({ id: 'hash', working_tree_hash: 'f'.repeat(64) }),
          record({ id: 'agent', agent_name: 'other' }),
          record({ id: 'failed', build_status: 'failed' }),
          record({ id: 'hit', build_status: 'success' }),
          record({ id: 'no hash', build_status: 'success', working_tree_hash: null }),
        ),
      ),
    });
    const hash = (record() as { working_tree_hash: string }).working_tree_hash;
    await expect(
      all(at, { agentName: 'my-agent', workingTreeHash: hash, status: 'succeeded' }),
    ).resolves.toEqual(['hit']);
    expect(at.server.requests[0]?.query.get('working_tree_hash')).toBe(hash);
  });

  test('goes on over records that cannot be read, also at the end of a page', async () => {
    const odd = { id: 'odd', build_status: null };
    const at = await opened({
      'GET /v5/builds': [page(true, at3('a', 3), odd), page(false, at3('b', 1), null as unknown as object)],
    });
    await expect(all(at)).resolves.toEqual(['a', 'b']);
    expect(at.server.requests[1]?.query.get('starting_after')).toBe('odd');
  });

  test('says what is wrong where no record of a page can be read', async () => {
    const at = await opened({ 'GET /v5/builds': page(false, { id: 'odd', build_status: null }) });
    await expect(all(at)).rejects.toThrow(/`build_status` of the build is null/);
  });

  test('names what is wrong with a page', async () => {
    const at = await opened({ 'GET /v5/builds': reply(200, { data: [] }) });
    await expect(all(at)).rejects.toThrow(/`items` is missing in the reply/);
  });
});

describe('cancel', () => {
  const answers: [name: string, answer: Routes[string]][] = [
    ['202', reply(202, record({ build_status: 'running' }))],
    ['204', (_request, response) => void response.writeHead(204).end()],
    ['409: nothing to cancel', reply(409, {})],
    ['502 once', [reply(502, {}), reply(202, {})]],
  ];
  test.each(answers)('is done after %s', async (_name, answer) => {
    const at = await opened({ 'POST /v5/builds/b/cancel': answer });
    await expect(at.cloud.cancel?.('b', never())).resolves.toBeUndefined();
    expect(at.server.requests[0]?.body).toHaveLength(0);
  });

  test('of an unknown build is an error', async () => {
    const at = await opened({});
    await expect(at.cloud.cancel?.('b', never())).rejects.toMatchObject({ status: 404 });
  });
});

describe('undeployed', () => {
  const entry = { agent_name: 'a', total_builds: 3, latest_build: record() };
  test.each([
    ['a bare list', [entry]],
    ['items', { items: [entry] }],
  ])('reads %s', async (_name, body) => {
    const at = await opened({ 'GET /v5/builds/undeployed': reply(200, body) });
    await expect(at.cloud.undeployed?.(never())).resolves.toMatchObject([
      { agentName: 'a', builds: 3, latest: { id: 'build_1' } },
    ]);
  });
});

describe('log', () => {
  test('opens the stream', async () => {
    const at = await opened({
      'GET /v5/builds/b/logs': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end('data: {"line":"x"}\n\n');
      },
    });
    const { log } = at.cloud;
    if (log?.kind !== 'stream') throw new Error('not a stream');
    let text = '';
    for await (const chunk of await log.open('b', never())) text += Buffer.from(chunk).toString();
    expect(text).toBe('data: {"line":"x"}\n\n');
  });

  test.each([404, 409, 425, 500])('%i is thrown at once for the follower', async (status) => {
    const at = await opened({
      'GET /v5/builds/b/logs': (_request, response) => sendJson(response, status, {}),
    });
    const { log } = at.cloud;
    if (log?.kind !== 'stream') throw new Error('not a stream');
    await expect(log.open('b', never())).rejects.toMatchObject({ status });
    expect(at.asked()).toHaveLength(1);
  });

  const data: [name: string, data: string, lines: string[]][] = [
    ['a line', '{"line":"#1 DONE"}', ['#1 DONE']],
    ['an empty line', '{"line":""}', ['']],
    ['a closing newline', '{"line":"a\\n"}', ['a']],
    ['only one closing newline', '{"line":"a\\n\\n"}', ['a', '']],
    ['several lines', '{"line":"a\\r\\nb\\nc"}', ['a', 'b', 'c']],
    ['a message', '{"message":"m"}', ['m']],
    ['a log', '{"log":"l"}', ['l']],
    ['line before message', '{"message":"m","line":"l"}', ['l']],
    ['a JSON string', '"text"', ['text']],
    ['an object without a line', '{"level":1}', ['{"level":1}']],
    ['a line of another type', '{"line":1}', ['{"line":1}']],
    ['a number', '7', ['7']],
    ['no JSON', '#1 DONE {', ['#1 DONE {']],
    ['the end marker', '[DONE]', []],
    ['white space kept', '{"line":"  a "}', ['  a ']],
  ];
  test.each(data)('%s', (_name, value, lines) => {
    expect(linesOf(value)).toEqual(lines);
  });
});
