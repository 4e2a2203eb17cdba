import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault, StreamFault } from '../../emulator/faults/fault.ts';
import { archiveOf, type Client, closeAll, linesOf, start } from './fixtures/sgp.ts';

afterEach(closeAll);

const IMAGE = { agent_name: 'my-agent', image_name: 'my-agent', image_url: 'r.example/a:v1' };

/** What a client sees: a status and a text, or that the connection was cut. */
async function seen(client: Client, init: RequestInit = {}, path = '/v5/builds') {
  const { apiKey, accountId } = client.emulator.credentials;
  const headers = {
    'x-api-key': apiKey,
    'x-selected-account-id': accountId,
    accept: '*/*, text/event-stream',
  };
  try {
    const response = await fetch(`${client.emulator.url}${path}`, { redirect: 'manual', ...init, headers });
    const parts: string[] = [];
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        parts.push(decoder.decode(chunk as Uint8Array, { stream: true }));
    } catch {
      return { status: response.status, text: parts.join(''), cut: true, headers: response.headers };
    }
    return { status: response.status, text: parts.join(''), cut: false, headers: response.headers };
  } catch {
    return { status: 0, text: '', cut: true, headers: new Headers() };
  }
}

describe('replies', () => {
  test.each<[string, Fault, { status: number; cut: boolean; text: RegExp }]>([
    ['reset before', { kind: 'reset', when: 'before-body' }, { status: 0, cut: true, text: /^$/ }],
    ['reset after', { kind: 'reset', when: 'after-body' }, { status: 0, cut: true, text: /^$/ }],
    ['a status', { kind: 'status', status: 503 }, { status: 503, cut: false, text: /detail/ }],
    ['HTML', { kind: 'html', status: 502 }, { status: 502, cut: false, text: /^<!DOCTYPE/ }],
    ['empty', { kind: 'empty', status: 200 }, { status: 200, cut: false, text: /^$/ }],
    [
      'redirect',
      { kind: 'redirect', location: 'http://example.com/' },
      { status: 307, cut: false, text: /^$/ },
    ],
    ['cut JSON', { kind: 'truncated-json' }, { status: 200, cut: false, text: /^\{"object":"list"[^}]*$/ }],
    ['a cut reply', { kind: 'truncated' }, { status: 200, cut: true, text: /^\{"object"/ }],
    ['oversize', { kind: 'oversize', bytes: 100_000 }, { status: 200, cut: false, text: /x{100000}/ }],
    [
      'a member gone',
      { kind: 'replace', members: { items: undefined } },
      { status: 200, cut: false, text: /^(?!.*items)/ },
    ],
    ['latency', { kind: 'latency', ms: 5 }, { status: 200, cut: false, text: /items/ }],
  ])('%s, once; then all is well', async (name, fault, expected) => {
    const client = await start();
    client.emulator.control.misbehave({ operation: 'listBuilds', fault });
    const first = await seen(client);
    expect(first).toMatchObject({ status: expected.status, cut: expected.cut });
    expect(first.text).toMatch(expected.text);
    expect(client.emulator.control.requests.at(-1)?.faults).toEqual([fault.kind]);
    expect(name === 'oversize' || (await seen(client)).status === 200).toBe(true);
  });

  test('429 with Retry-After in seconds, then as a date; a skipped request passes', async () => {
    const client = await start();
    const { misbehave } = client.emulator.control;
    misbehave({ skip: 1, fault: { kind: 'status', status: 429, retryAfter: 7 } });
    misbehave({ skip: 1, fault: { kind: 'status', status: 429, retryAfter: { date: 7 } } });
    expect((await seen(client)).status).toBe(200);
    expect((await seen(client)).headers.get('retry-after')).toBe('7');
    const date = Date.parse((await seen(client)).headers.get('retry-after') ?? '');
    expect(date - Date.now()).toBeGreaterThan(0);
    expect((await seen(client)).status).toBe(200);
  });

  test('during the body: nothing comes of it; a lost reply: the build is there', async () => {
    const client = await start();
    const form = new FormData();
    for (const [name, value] of Object.entries(IMAGE)) form.set(name, value);
    const rule = client.emulator.control.misbehave({
      operation: 'submitBuild',
      fault: { kind: 'reset', when: 'during-body' },
    });
    expect((await seen(client, { method: 'POST', body: form })).cut).toBe(true);
    expect(rule.struck).toBe(1);
    expect(client.emulator.control.sgp.builds).toHaveLength(0);
    client.emulator.control.misbehave({ operation: 'submitBuild', fault: { kind: 'lost-reply' } });
    expect((await seen(client, { method: 'POST', body: form })).cut).toBe(true);
    expect(client.emulator.control.sgp.builds).toHaveLength(1);
  });

  test('no reply at all: the client gives up, the emulator closes', async () => {
    const client = await start();
    client.emulator.control.misbehave({ fault: { kind: 'no-reply' } });
    expect((await seen(client, { signal: AbortSignal.timeout(50) })).cut).toBe(true);
  });
});

describe('log streams', () => {
  const lines = Array.from({ length: 25 }, (_, index) => `line ${index} ünï🎈`);

  async function withLog(fault: Omit<StreamFault, 'kind'>, end?: string) {
    const client = await start();
    client.emulator.control.script({ lines, ...(end ? { end } : {}) });
    const archive = await archiveOf({ Dockerfile: 'FROM scratch\n' });
    const fields = { agent_name: 'my-agent', image_name: 'my-agent' };
    const made = await client.submit(fields, archive);
    const path = `/v5/builds/${made.body.id}/logs`;
    client.emulator.control.misbehave({
      operation: 'streamBuildLogs',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'stream', ...fault },
    });
    return { client, path, read: (init: RequestInit = {}) => seen(client, init, path) };
  }

  test('cut every ten lines, replayed from the start each time', async () => {
    const { read } = await withLog({ resetEvery: 10 });
    const counts: number[] = [];
    for (const cut of [true, true, false]) {
      const answer = await read();
      expect(answer.cut).toBe(cut);
      expect(linesOf(answer.text)).toEqual(lines.slice(0, linesOf(answer.text).length));
      counts.push(linesOf(answer.text).length);
    }
    expect(counts).toEqual([10, 20, 25]);
  });

  test('cut every ten lines, without replay', async () => {
    const { read } = await withLog({ resetEvery: 10, replay: false });
    const got = [await read(), await read(), await read()].map((answer) => linesOf(answer.text));
    expect(got).toEqual([lines.slice(0, 10), lines.slice(10, 20), lines.slice(20)]);
  });

  test.each(['\n', '\r\n', '\r'] as const)(
    'split at every byte, with ids, lines ended by %j',
    async (lineEnd) => {
      const { read } = await withLog({ splitBytes: 1, ids: true, lineEnd });
      const { text } = await read();
      expect(text.startsWith(`id: 1${lineEnd}`)).toBe(true);
      expect(linesOf(text)).toEqual(lines);
    },
  );

  test('ends early; stays silent; never ends', async () => {
    const early = await withLog({ endAfter: 3 }, 'never');
    expect(linesOf((await early.read()).text)).toEqual(lines.slice(0, 3));
    const silent = await withLog({ silentMs: Number.POSITIVE_INFINITY });
    expect(await silent.read({ signal: AbortSignal.timeout(60) })).toMatchObject({ status: 200, text: '' });
    const endless = await withLog({ endless: true });
    const answer = await endless.read({ signal: AbortSignal.timeout(300) });
    expect(answer.cut).toBe(true);
    expect(linesOf(answer.text)).toEqual(lines);
  });
});

test('a long log is streamed whole', async () => {
  const client = await start({ checkReplies: false });
  function* many() {
    for (let index = 0; index < 200_000; index += 1) yield `#7 ${index} downloading`;
  }
  client.emulator.control.script({ lines: many() });
  const { apiKey, accountId } = client.emulator.credentials;
  const made = await client.submit(
    { agent_name: 'a', image_name: 'a' },
    await archiveOf({ Dockerfile: 'FROM scratch\n' }),
  );
  const response = await fetch(`${client.emulator.url}/v5/builds/${made.body.id}/logs`, {
    headers: { 'x-api-key': apiKey, 'x-selected-account-id': accountId, accept: 'text/event-stream' },
  });
  let events = 0;
  let last = 0;
  for await (const chunk of response.body ?? []) {
    for (const byte of chunk as Uint8Array) {
      if (byte === 10 && last === 10) events += 1;
      last = byte;
    }
  }
  expect(events).toBe(200_000);
});
