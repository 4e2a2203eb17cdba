import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_MAX, readEvents, type SseEvent } from '../../../src/follow/log/sse.ts';
import { anyText } from '../../support/any-text.ts';

async function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield bytes.subarray(from, cut);
    from = cut;
  }
}

async function eventsOf(source: AsyncIterable<Uint8Array>): Promise<SseEvent[]> {
  const events: SseEvent[] = [];
  for await (const batch of readEvents(source)) events.push(...batch);
  return events;
}

function parse(text: string, cuts: readonly number[] = []): Promise<SseEvent[]> {
  return eventsOf(chunksOf(new TextEncoder().encode(text), cuts));
}

describe('readEvents', () => {
  const cases: readonly (readonly [name: string, body: string, data: readonly string[]])[] = [
    ['line feeds', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['carriage returns', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['both', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['only one space is dropped', 'data:  a\n\n', [' a']],
    ['several data fields of one event', 'data: a\ndata: b\n\n', ['a\nb']],
    ['comments and foreign fields', ': ping\nid: 7\nretry: 1\nevent: log\nfoo: bar\ndata: a\n\n', ['a']],
    ['a comment alone', ': ping\n\n', []],
    ['a byte order mark', '\uFEFFdata: a\n\n', ['a']],
    ['characters of every width', 'data: ä€😀\n\n', ['ä€😀']],
  ];

  test.each(cases)('%s, split at every byte', async (_name, body, data) => {
    const size = new TextEncoder().encode(body).length;
    for (let cut = 0; cut <= size; cut++) {
      const events = await parse(body, [cut]);
      expect(events.map((event) => event.data)).toEqual(data);
    }
    const everyByte = Array.from({ length: size }, (_, index) => index);
    expect((await parse(body, everyByte)).map((event) => event.data)).toEqual(data);
  });

  test('any split of any events gives the same events', async () => {
    const line = anyText({ maxLength: 20 }).map((text) => text.replace(/[\r\n\0]/g, '~'));
    const terminator = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        terminator,
        fc.array(fc.nat(400), { maxLength: 12 }),
        async (events, end, cuts) => {
          const body = events
            .map((lines) => `${lines.map((text) => `data: ${text}${end}`).join('')}${end}`)
            .join('');
          const size = new TextEncoder().encode(body).length;
          const sorted = cuts.filter((cut) => cut <= size).sort((left, right) => left - right);
          const whole = new TextDecoder().decode(new TextEncoder().encode(body)) === body;
          fc.pre(whole);
          expect((await parse(body, sorted)).map(({ data }) => data)).toEqual(
            events.map((lines) => lines.join('\n')),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a last event without its closing line is delivered and marked', async () => {
    expect(await parse('data: a\n\ndata: b')).toEqual([{ data: 'a' }, { data: 'b', unclosed: true }]);
    expect(await parse('data: a\n\ndata: b\n')).toEqual([{ data: 'a' }, { data: 'b', unclosed: true }]);
  });

  test('an event that an error cuts off is not delivered', async () => {
    async function* broken() {
      yield new TextEncoder().encode('data: a\n\ndata: b');
      throw new Error('reset');
    }
    const seen: string[] = [];
    const reading = (async () => {
      for await (const batch of readEvents(broken())) seen.push(...batch.map(({ data }) => data));
    })();
    await expect(reading).rejects.toThrow('reset');
    expect(seen).toEqual(['a']);
  });

  test('a chunk without an event is a sign of life', async () => {
    const batches: number[] = [];
    for await (const batch of readEvents(chunksOf(new TextEncoder().encode(': a\n\n: b\n\n'), [5]))) {
      batches.push(batch.length);
    }
    expect(batches).toEqual([0, 0, 0]);
  });
});

describe('an enormous event', () => {
  const CHUNK = new TextEncoder().encode('x'.repeat(50_000));
  const SIZE = 1000 * 50_000;

  async function* enormous(before: string, after: string): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(before);
    for (let count = 0; count < 1000; count++) yield CHUNK;
    yield new TextEncoder().encode(after);
  }

  test('is cut at the bound, its rest counted and not held', async () => {
    let peak = 0;
    const events: SseEvent[] = [];
    const base = process.memoryUsage().heapUsed;
    for await (const batch of readEvents(enormous('data: a\n\ndata: ', '\n\ndata: b\n\n'))) {
      events.push(...batch);
      peak = Math.max(peak, process.memoryUsage().heapUsed - base);
    }
    expect(events.map(({ data }) => data.length)).toEqual([1, EVENT_MAX, 1]);
    expect(Math.abs((events[1]?.omitted ?? 0) - (SIZE - EVENT_MAX))).toBeLessThanOrEqual(2);
    // Twice as many bytes as characters of the line would already be 100 MB; strings in flight are collected late.
    expect(peak).toBeLessThan(64 * 1024 * 1024);
  });

  test('is cut at the same place however it arrives', async () => {
    const body = new TextEncoder().encode(`data: ${'x'.repeat(3 * EVENT_MAX)}\n\ndata: b\n\n`);
    const one = await eventsOf(chunksOf(body, []));
    const other = await eventsOf(chunksOf(body, [3, 70_001, 1_500_007, 1_500_008]));
    expect(one).toEqual(other);
    expect(one.length).toBe(2);
  });

  test('counts also where the body ends in it', async () => {
    const events = await eventsOf(enormous('data: ', ''));
    expect(events.length).toBe(1);
    expect(events[0]?.omitted).toBe(SIZE - EVENT_MAX);
  });

  test('of many fields is bounded as well', async () => {
    const field = `data: ${'y'.repeat(994)}\n`;
    const events = await parse(`${field.repeat(5000)}\ndata: b\n\n`);
    expect(events.length).toBe(2);
    expect(events[0]?.data.length).toBe(EVENT_MAX);
    expect(events[1]).toEqual({ data: 'b' });
  });

  test.each([
    ['comment', ': '],
    ['field that we ignore', 'foo: '],
    ['event name', 'event: '],
  ])('%s is no event and hides none', async (_name, prefix) => {
    const events = await eventsOf(enormous(prefix, 'data: no\n\ndata: b\n\n'));
    expect(events.map(({ data }) => data)).toEqual(['b']);
  });
});
