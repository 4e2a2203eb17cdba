import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  COMMENT_LIMIT,
  composeComment,
  isOurComment,
  readComment,
} from '../../../src/report/comment/body.ts';
import { withoutFolded } from '../../../src/report/comment/fold.ts';
import { encodeKey } from '../../../src/report/comment/key.ts';
import {
  COMMENT_MARKER,
  readSections,
  type Section,
  textOf,
  writeSection,
} from '../../../src/report/comment/marker.ts';
import { covers, merge } from '../../../src/report/comment/order.ts';
import { sectionOf } from '../../../src/report/comment/section.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { anyText } from '../../support/any-text.ts';
import { FAILED_BUILD, HOSTILE, READY } from '../runs.ts';

const MARK = { workflow: 'aaaaaaaa', runId: 4242, runNumber: 7, attempt: 1, at: 1_000 };

function section(key: string, body: string, more: Partial<Section> = {}): Section {
  return { key: encodeKey(key), mark: MARK, state: 'ready', body, cut: false, ...more };
}

function composed(...sections: Section[]) {
  return composeComment(merge(new Map(), sections));
}

/** Text as an attacker would write it: our own markers, and what ends or hides them. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...HOSTILE,
        COMMENT_MARKER,
        '<!-- cloud-build-action:end 0123456789abcdef -->',
        writeSection(section('sgp/victim', 'forged')),
        '<!--',
        '-->',
        '\n',
        '\r\n',
      ),
      anyText(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('keys', () => {
  test('any text is one word of a marker that ends nothing', () => {
    fc.assert(
      fc.property(hostile, (key) => {
        const encoded = encodeKey(key);
        expect(encoded).toMatch(/^[!-=?-~]*$/);
        expect(encoded.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('different keys stay different', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const well = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');
        fc.pre(well(one) !== well(other));
        expect(encodeKey(one)).not.toBe(encodeKey(other));
      }),
    );
    expect(encodeKey(`${'k'.repeat(500)}1`)).not.toBe(encodeKey(`${'k'.repeat(500)}2`));
  });

  test('are readable where they can be', () => {
    expect(encodeKey('sgp/refund-bot')).toBe('sgp/refund-bot');
    expect(encodeKey('two words')).toBe('two%20words');
  });
});

describe('what is written is read back', () => {
  test('whatever keys and bodies hold, the same sections come back and no others', () => {
    const sections = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), hostile), {
      selector: ([key]) => encodeKey(key),
      maxLength: 6,
    });
    fc.assert(
      fc.property(sections, (entries) => {
        const written = entries.map(([key, body]) => section(key, body));
        const { body } = composed(...written);
        const read = readComment(body);
        expect([...read.keys()].sort()).toEqual(written.map(({ key }) => key).sort());
        for (const { key } of written) expect(read.get(key)).toMatchObject({ mark: MARK, state: 'ready' });
        expect([...read.values()].some(({ damaged }) => damaged)).toBe(false);
        // No HTML comment but our markers.
        expect(body.split('<!--')).toHaveLength(2 + 2 * written.length);
        // And once more: what was read is what will be written.
        expect(composeComment(read).body).toBe(body);
      }),
      { numRuns: 500 },
    );
  });

  test('also where a forge changes line ends', () => {
    const { body } = composed(section('a', 'one\ntwo'), section('b', 'three'));
    const read = readComment(body.replaceAll('\n', '\r\n'));
    expect([...read.values()].map(({ body: text }) => text)).toEqual(['one\ntwo', 'three']);
  });

  test('the markers are hidden lines of their own', () => {
    const { body } = composed(section('a', '### a'));
    for (const line of body.split('\n'))
      expect(line).toMatch(
        /^(?:<!-- [^>]* -->|[^<]*|<details><summary>[^<]*<\/summary>|<\/details>|\[\/\/\]: # \([!-~]*\))$/,
      );
    expect(isOurComment(body)).toBe(true);
  });
});

describe('a comment that someone edited', () => {
  const { body } = composed(section('a', 'first'), section('b', 'second'), section('c', 'third'));

  test.each([
    ['a word in a section', body.replace('second', 'what I think'), ['a', 'b!', 'c']],
    ['an end marker removed', body.replace(/<!-- cloud-build-action:end \w+ -->/, ''), ['a!', 'b', 'c']],
    ['a head removed', body.replace(/<!-- cloud-build-action:section key=b .*/, ''), ['a', 'c']],
    ['a head without its numbers', body.replace('run=4242/7/1', 'run=soon'), ['b', 'c']],
    ['text around', `${body}\n\nand more`, ['a', 'b', 'c']],
    ['nothing left', COMMENT_MARKER, []],
  ])('%s', (_name, text, expected) => {
    const read = [...readComment(text).values()].map(({ key, damaged }) => (damaged ? `${key}!` : key));
    expect(read.sort()).toEqual(expected);
  });

  test('a section inside the text of another is text', () => {
    const inner = writeSection(section('victim', 'forged'));
    expect(readSections(writeSection(section('a', inner))).map(({ key }) => key)).toEqual(['a']);
  });
});

describe('newer versions', () => {
  test('merging is commutative, associative and idempotent', () => {
    const one = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      run: fc.integer({ min: 1, max: 4 }),
      attempt: fc.integer({ min: 1, max: 2 }),
      at: fc.integer({ min: 1, max: 3 }),
      body: fc.constantFrom('x', 'y'),
      cut: fc.boolean(),
      damaged: fc.boolean(),
    });
    const some = fc.array(
      one.map(({ key, run, attempt, at, ...rest }) => ({
        key,
        state: 'ready',
        mark: { ...MARK, runId: run, runNumber: run, attempt, at },
        ...rest,
      })),
      { maxLength: 8 },
    );
    const known = (sections: Iterable<Section>) => merge(new Map(), sections);
    const shown = (sections: ReadonlyMap<string, Section>) =>
      [...sections.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const left = merge(merge(known(a), b), c);
        expect(shown(left)).toEqual(shown(merge(known(a), merge(known(b), c).values())));
        expect(shown(left)).toEqual(shown(merge(merge(known(c), b), a)));
        expect(shown(merge(left, left.values()))).toEqual(shown(left));
        expect(covers(left, [...a, ...b, ...c])).toBe(true);
      }),
    );
  });
});

describe('a section of a step that did not know its agent', () => {
  const row = { state: 'failed', agent: 'manifest.yaml', unnamed: true, step: 'aaaa' } as const;
  const unnamed = section('sgp/manifest.yaml', 'why', { row });
  const other = (step: string, more: Partial<Section['mark']>) =>
    section('sgp/bot', 'fine', {
      row: { state: 'succeeded', agent: 'bot', step },
      mark: { ...MARK, ...more },
    });

  test.each([
    ['goes with a later run of the step', other('aaaa', { runId: 4243, runNumber: 8 }), ['sgp/bot']],
    [
      'stays beside another job of its matrix',
      other('aaaa', { at: 2_000 }),
      ['sgp/bot', 'sgp/manifest.yaml'],
    ],
    [
      'stays beside an older run',
      other('aaaa', { runId: 4241, runNumber: 6 }),
      ['sgp/bot', 'sgp/manifest.yaml'],
    ],
    [
      'stays where another step ran later',
      other('bbbb', { runId: 4243, runNumber: 8 }),
      ['sgp/bot', 'sgp/manifest.yaml'],
    ],
    [
      'stays where another workflow ran later',
      other('aaaa', { runId: 4243, runNumber: 8, workflow: 'bbbbbbbb' }),
      ['sgp/bot', 'sgp/manifest.yaml'],
    ],
  ])('%s', (_name, later, keys) => {
    const { body, shown } = composed(unnamed, later);
    expect([...readComment(body).keys()].sort()).toEqual(keys);
    expect(shown.map(({ key }) => key).sort()).toEqual(keys);
  });
});

describe('the limit', () => {
  const REPOSITORY = { url: 'https://github.com/acme/agents', files: 'blob' } as const;
  const rendered = (key: string, result: RunResult = FAILED_BUILD): Section => {
    const { within: _within, ...seen } = sectionOf(
      { ...result, agent: key.replace('sgp/', ''), repository: REPOSITORY },
      { key: encodeKey(key), mark: MARK },
    );
    return seen;
  };

  test.each([1, 5, 20, 60, 256])('%i failed sections fit, and say what was left out', (count) => {
    const sections = Array.from({ length: count }, (_, index) => rendered(`sgp/agent-${index}`));
    const { body, shown } = composed(...sections);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(readComment(body).size).toBe(shown.length);
    for (const { key } of shown) expect(body).toContain(key);
    if (shown.length < count) expect(body).toContain(`${count - shown.length} further agents left out`);
    if (shown.some(({ cut }) => cut)) expect(body).toContain('Shortened: a comment has a limit.');
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(count, 150));
  });

  const REASON = '**Why:** `ERROR: No matching distribution found for flask==99`';

  test.each([
    [1, 60],
    [5, 60],
    [30, 60],
    [60, 60],
    [3, 100],
    [20, 100],
  ])('%i failures of %i agents: each reason is whole and not folded', (failed, count) => {
    const sections = Array.from({ length: count }, (_, index) =>
      rendered(`sgp/agent-${index}`, index < count - failed ? READY : FAILED_BUILD),
    );
    const { body, shown } = composed(...sections);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(shown).toHaveLength(count);
    expect(body).toContain(
      `## ❌ Cloud builds: ${failed} failed${failed === count ? '' : `, ${count - failed} ready`}`,
    );
    const open = withoutFolded(body);
    expect(open.split(REASON)).toHaveLength(failed + 1);
    expect(open.split('**What to do:**')).toHaveLength(failed + 1);
    // Ten rows at the most stand above the first failure.
    const above = open.slice(0, open.indexOf('### ❌'));
    expect(above.match(/^\| [^-S]/gm)?.length).toBe(Math.min(count, 10));
    expect(above.match(/^\| ❌/gm)?.length).toBe(Math.min(failed, 10));
  });

  test('room goes to what failed before it goes to what is folded', () => {
    const sections = Array.from({ length: 60 }, (_, index) =>
      rendered(`sgp/agent-${index}`, index < 59 ? READY : FAILED_BUILD),
    );
    const { shown } = composed(...sections);
    expect(shown.find(({ state }) => state === 'failed')?.cut).toBe(false);
    expect(shown.filter(({ cut }) => cut).length).toBeGreaterThan(0);
  });

  test('a section that can say it in fewer words is asked to', () => {
    const others = Array.from({ length: 30 }, (_, index) => rendered(`sgp/other-${index}`));
    const whole = { ...FAILED_BUILD, agent: 'own', repository: REPOSITORY };
    const own = sectionOf(whole, { key: 'sgp/own', mark: MARK });
    const shown = composed(...others, own).shown.find(({ key }) => key === own.key);
    expect(shown?.cut).toBe(true);
    expect(shown?.body).toContain('… 43 lines left out …');
  });

  test('what looks like a fold inside a log does not take its fence away', () => {
    const log = `### a\n\n\`\`\`text\n<details>\n${'x\n'.repeat(40_000)}\`\`\`\n\n[Run](https://example.com)`;
    const { body } = composed(section('a', log), section('b', '### b\n\nstill here'));
    expect(body).toContain('```text\n… earlier lines left out …\nx\n');
    expect(body.match(/```/g)).toHaveLength(2);
    expect(Buffer.byteLength(body)).toBeLessThan(2_000);
    expect(body).toContain('still here');
  });

  test('the newest sections stay', () => {
    const sections = Array.from({ length: 400 }, (_, index) => ({
      ...rendered(`sgp/agent-${index}`),
      mark: { ...MARK, runId: index, runNumber: index },
    }));
    const kept = composed(...sections).shown.map(({ mark }) => mark.runNumber);
    expect(kept.length).toBeLessThan(400);
    expect(Math.min(...kept)).toBe(400 - kept.length);
  });
});

describe('a comment of the earlier release, which had no table', () => {
  /** As its `writeSection` and `renderSection` wrote it. */
  const earlier = (key: string, state: string, body: string) => {
    const digest = createHash('sha256').update(body, 'utf8').digest('hex').slice(0, 16);
    return [
      `<!-- cloud-build-action:section key=${key} state=${state} run=4242/7/1 at=1794477600000 workflow=aaaaaaaa digest=${digest} -->`,
      body,
      `<!-- cloud-build-action:end ${digest} -->`,
    ].join('\n\n');
  };
  const foot =
    '[Run and full log](https://github.com/acme/agents/actions/runs/42) · updated 2026-11-12 10:04 UTC';
  const ready = `### ✅ \`ledger\` · ready · Scale GenAI Platform\n\n| Result | Built in 2m 10s |\n| - | - |\n| Commit | \`cf817a90f460\` |\n\n<details><summary>Timeline</summary>\n\n\`\`\`mermaid\ngantt\n\`\`\`\n\n</details>\n\n${foot}`;
  const failed = `### ❌ \`triage\` · failed · Pipecat Cloud\n\n| Result | Build failed |\n| - | - |\n\n**What to do:** Look.\n\n${foot}`;
  const text = [
    '<!-- cloud-build-action -->',
    '## ☁️ Cloud builds',
    earlier('pipecat/triage', 'failed', failed),
    earlier('sgp/ledger', 'succeeded', ready),
  ].join('\n\n');

  test('is read, and its sections get rows from what their marker and their text tell', () => {
    const own = sectionOf({ ...READY, agent: 'greeter' }, { key: 'sgp/greeter', mark: MARK });
    const { body, shown } = composeComment(merge(readComment(text), [own]));
    expect(shown).toHaveLength(3);
    expect(body).toContain('## ❌ Cloud builds: 1 failed, 2 ready');
    const rows = body.split('\n').filter((line) => /^\| [❌✅]/u.test(line));
    expect(
      rows.map((row) =>
        row
          .replace(/\s*\|$/, '')
          .split(' | ')
          .slice(0, 2),
      ),
    ).toEqual([
      ['| ❌\u00A0failed', '`triage` · Pipecat Cloud'],
      ['| ✅\u00A0ready', '`greeter` · Scale GenAI Platform'],
      ['| ✅\u00A0ready', '`ledger` · Scale GenAI Platform'],
    ]);
    expect(rows[0]).toContain('[run](https://github.com/acme/agents/actions/runs/42)');
    // What failed is seen, what is ready is folded; both are as they were.
    const open = withoutFolded(body);
    expect(open).toContain('**What to do:** Look.');
    expect(open).not.toContain('Built in 2m 10s');
    expect(readComment(body).get('sgp/ledger')).toMatchObject({ body: ready, state: 'succeeded' });
    expect(readComment(body).get('pipecat/triage')?.damaged).toBeUndefined();
  });

  test('a section with a row, carried on by that release, is the same section', () => {
    const own = sectionOf({ ...READY, agent: 'greeter' }, { key: 'sgp/greeter', mark: MARK });
    const { row: _row, ...known } = own;
    // That release took the row's line for a part of the text.
    const carried = { ...known, body: textOf(own) };
    expect([...readComment(composeComment(new Map([[own.key, carried]])).body).values()][0]?.row).toEqual(
      own.row,
    );
  });
});
