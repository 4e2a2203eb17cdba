import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReplayFilter } from '../../../src/follow/log/replay-filter.ts';

/** Feeds a delivery with connections, each a list of lines, and gives back what it let through. */
function deliver(connections: readonly (readonly string[])[]): {
  lines: string[];
  notices: string[];
  delivery: ReplayFilter;
} {
  const delivery = new ReplayFilter();
  const lines: string[] = [];
  const notices: string[] = [];
  for (const connection of connections) {
    delivery.restart();
    for (const line of connection) {
      const { fresh, notice } = delivery.admit([line]);
      lines.push(...fresh);
      if (notice) notices.push(notice);
    }
  }
  return { lines, notices, delivery };
}

const LOG = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('Delivery', () => {
  test.each([
    ['one connection', [LOG]],
    ['a replay from the start', [LOG.slice(0, 4), LOG]],
    ['replays that break off within what is known', [LOG.slice(0, 4), LOG.slice(0, 2), LOG.slice(0, 3), LOG]],
    ['a replay that brings nothing new', [LOG, LOG]],
    ['an empty connection', [[], LOG.slice(0, 3), [], LOG]],
  ])('%s delivers every line once', (_name, connections) => {
    const { lines, notices, delivery } = deliver(connections);
    expect(lines).toEqual(LOG);
    expect(notices).toEqual([]);
    expect(delivery.intact).toBe(true);
    expect(delivery.count).toBe(LOG.length);
  });

  test('a server that goes on where it stopped is understood, and reported', () => {
    const { lines, notices, delivery } = deliver([LOG.slice(0, 4), LOG.slice(4)]);
    expect(lines).toEqual(LOG);
    expect(notices).toEqual([expect.stringContaining('may be missing')]);
    expect(delivery.intact).toBe(false);
  });

  test('a new line that equals the first one is not lost when the server goes on', () => {
    const { lines } = deliver([LOG.slice(0, 4), ['a', 'b', 'x']]);
    expect(lines).toEqual(['a', 'b', 'c', 'd', 'a', 'b', 'x']);
  });

  test('a replay that differs is reported with its line and printed from there', () => {
    const { lines, notices, delivery } = deliver([LOG, ['a', 'b', 'c', 'X', 'Y']]);
    expect(lines).toEqual([...LOG, 'X', 'Y']);
    expect(notices).toEqual([expect.stringContaining('line 4')]);
    expect(delivery.intact).toBe(false);
    delivery.restart();
    expect(delivery.admit(['a', 'b', 'c', 'X', 'Y', 'Z']).fresh).toEqual(['Z']);
  });

  test('a line that was not closed waits for its replay', () => {
    const delivery = new ReplayFilter();
    delivery.admit(['a']);
    delivery.keep(['b, half']);
    delivery.restart();
    expect(delivery.admit(['a', 'b, half and whole']).fresh).toEqual(['b, half and whole']);
    expect(delivery.rest()).toEqual([]);
    delivery.keep(['c']);
    expect(delivery.rest()).toEqual(['c']);
    expect(delivery.rest()).toEqual([]);
    expect(delivery.count).toBe(3);
  });

  test('any log over any breaks and batches comes out as it is', () => {
    const line = fc.constantFrom('', '.', 'a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        (log, breaks, size) => {
          const delivery = new ReplayFilter();
          const out: string[] = [];
          for (const end of [...breaks, log.length]) {
            delivery.restart();
            const part = log.slice(0, end);
            for (let at = 0; at < part.length; at += size) {
              out.push(...delivery.admit(part.slice(at, at + size)).fresh);
            }
          }
          expect(out).toEqual(log);
        },
      ),
    );
  });

  test('a million lines are known by four bytes each', () => {
    const delivery = new ReplayFilter();
    const batch = Array.from({ length: 1000 }, (_, index) => `line ${index} of a build that says very much`);
    for (let count = 0; count < 1000; count++) delivery.admit(batch);
    delivery.restart();
    for (let count = 0; count < 1000; count++) expect(delivery.admit(batch).fresh.length).toBe(0);
    expect(delivery.admit(['new']).fresh).toEqual(['new']);
  });
});
