import { describe, expect, test } from '@jest/globals';
import { createHttpClient, ReplyFault } from '../../src/clouds/http.ts';
import { pagesOf as pipecatPages } from '../../src/clouds/pipecat/pages.ts';
import { readBuild } from '../../src/clouds/prime/build-record.ts';
import { pagesOf as primePages } from '../../src/clouds/prime/pages.ts';
import { readableOf } from '../../src/clouds/reply.ts';
import { sendJson, serve } from '../support/server.ts';

const { signal } = new AbortController();

describe('the records of a list', () => {
  const read = (record: unknown) => {
    if (typeof record === 'string') return record;
    throw record instanceof Error ? record : new ReplyFault(`${record} is no text`);
  };

  test('are those that can be read', () => {
    expect(readableOf([], read)).toEqual([]);
    expect(readableOf(['a', 1, 'b', null], read)).toEqual(['a', 'b']);
  });

  test('are a fault where none can, and another error is never left out', () => {
    expect(() => readableOf([1, 2], read)).toThrow(/^1 is no text$/);
    expect(() => readableOf(['a', new TypeError('x')], read)).toThrow(TypeError);
  });
});

test.each([
  ['Pipecat Cloud', 'builds', (client) => pipecatPages(client, { limit: 100 }, signal)],
  ['Prime Intellect', 'data', (client) => primePages(client, readBuild, signal)],
] as const satisfies readonly (readonly [
  string,
  string,
  (client: ReturnType<typeof createHttpClient>) => AsyncIterable<readonly { readonly id: string }[]>,
])[])('the builds at %s are listed without those that cannot be read', async (_name, member, pages) => {
  const build = (id: string, status: unknown) => ({ id, status });
  const server = await serve((_request, response) =>
    sendJson(response, 200, {
      [member]: [build('a', 'x'), build('b', null), null, build('c', 'x')],
      total: 4,
    }),
  );
  const client = createHttpClient({ baseUrl: server.url, headers: {}, secrets: [] });
  const ids: string[] = [];
  for await (const page of pages(client)) ids.push(...page.map(({ id }) => id));
  expect(ids).toEqual(['a', 'c']);
});
