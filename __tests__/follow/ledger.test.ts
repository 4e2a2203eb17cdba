import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Ledger } from '../../src/follow/ledger.ts';

/** Feeds a ledger with connections, each a list of lines, and gives back what it let through. */
function deliver(connections: readonly (readonly string[])[]): {
  lines: string[];
  notices: string[];
  ledger: Ledger;
} {
  const ledger = new Ledger();
  const lines: string[] = [];
  const notices: string[] = [];
  for (const connection of connections) {
    ledger.restart();
    for (const line of connection) {
      const { fresh, notice } = ledger.admit([line]);
      lines.push(...fresh);
      if (notice) notices.push(notice);
    }
  }
  return { lines, notices, ledger };
}

const LOG = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('Ledger', () => {
  test.each([
    ['one connection', [LOG]],
    ['a replay from the start', [LOG.slice(0, 4), LOG]],
    ['replays that break off within what is known', [LOG.slice(0, 4), LOG.slice(0, 2), LOG.slice(0, 3), LOG]],
    ['a replay that brings nothing new', [LOG, LOG]],
    ['an empty connection', [[], LOG.slice(0, 3), [], LOG]],
  ])('%s delivers every line once', (_name, connections) => {
    const { lines, notices, ledger } = deliver(connections);
    expect(lines).toEqual(LOG);
    expect(notices).toEqual([]);
    expect(ledger.intact).toBe(true);
    expect(ledger.delivered).toBe(LOG.length);
  });

  test('a server that goes on where it stopped is understood, and told', () => {
    const { lines, notices, ledger } = deliver([LOG.slice(0, 4), LOG.slice(4)]);
    expect(lines).toEqual(LOG);
    expect(notices).toEqual([expect.stringContaining('may be missing')]);
    expect(ledger.intact).toBe(false);
  });

  test('a new line that equals the first one is not lost when the server goes on', () => {
    const { lines } = deliver([LOG.slice(0, 4), ['a', 'b', 'x']]);
    expect(lines).toEqual(['a', 'b', 'c', 'd', 'a', 'b', 'x']);
  });

  test('a replay that differs is told with its line and printed from there', () => {
    const { lines, notices, ledger } = deliver([LOG, ['a', 'b', 'c', 'X', 'Y']]);
    expect(lines).toEqual([...LOG, 'X', 'Y']);
    expect(notices).toEqual([expect.stringContaining('line 4')]);
    expect(ledger.intact).toBe(false);
    ledger.restart();
    expect(ledger.admit(['a', 'b', 'c', 'X', 'Y', 'Z']).fresh).toEqual(['Z']);
  });

  test('a line that was not closed waits for its replay', () => {
    const ledger = new Ledger();
    ledger.admit(['a']);
    ledger.keep(['b, half']);
    ledger.restart();
    expect(ledger.admit(['a', 'b, half and whole']).fresh).toEqual(['b, half and whole']);
    expect(ledger.rest()).toEqual([]);
    ledger.keep(['c']);
    expect(ledger.rest()).toEqual(['c']);
    expect(ledger.rest()).toEqual([]);
    expect(ledger.delivered).toBe(3);
  });

  test('any log over any breaks and batches comes out as it is', () => {
    const line = fc.constantFrom('', '.', 'a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        (log, breaks, size) => {
          const ledger = new Ledger();
          const out: string[] = [];
          for (const end of [...breaks, log.length]) {
            ledger.restart();
            const part = log.slice(0, end);
            for (let at = 0; at < part.length; at += size) {
              out.push(...ledger.admit(part.slice(at, at + size)).fresh);
            }
          }
          expect(out).toEqual(log);
        },
      ),
    );
  });

  test('a million lines are known by four bytes each', () => {
    const ledger = new Ledger();
    const batch = Array.from({ length: 1000 }, (_, index) => `line ${index} of a build that says very much`);
    for (let count = 0; count < 1000; count++) ledger.admit(batch);
    ledger.restart();
    for (let count = 0; count < 1000; count++) expect(ledger.admit(batch).fresh.length).toBe(0);
    expect(ledger.admit(['new']).fresh).toEqual(['new']);
  });
});
