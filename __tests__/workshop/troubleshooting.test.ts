import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { messagesOf, messagesOfSource, PLACEHOLDER, stablePart, textsOfSource } from './messages.ts';

/** Shorter pieces ("is not", "more") are parts of sentences that the page has as a whole. */
const SHORTEST = 10;

/** What is no message by itself, or is not for somebody who has a failed step, each with the reason. */
const NOT_ON_THE_PAGE: readonly (readonly [RegExp, string])[] = [
  [/^unknown error$/, 'stands where the system gave no code'],
  [/^all agents$/, 'a word in the count of what a cleanup could not delete'],
  [/^upload_url$/, 'the name of a member in a message that the page has'],
  [/^invalid pattern$/, 'why Docker cannot read a pattern, where the library gives no reason'],
  [/^What to do$/, 'stands before the hint of every error'],
  [/^a redirect$/, 'the words of a 3xx, which the page has by its status'],
];

const page = readFileSync('docs/use/troubleshooting.md', 'utf8');
const plain = (text: string) => text.replaceAll(/[`\s]+/g, ' ').replaceAll('’', "'");
/** Backticks are marks on the page, and characters in a message. */
const bare = (text: string) => plain(text.replaceAll('`', '')).trim();

const messages = messagesOfSource();
const parts = new Map(
  messages
    .map(({ text, file }) => [bare(stablePart(text)), file] as const)
    .filter(([part]) => part.length >= SHORTEST),
);

test('messages are found where they are made', () => {
  const source = `
    const where = late ? 'here' : \`there \${place}\`;
    const why = (code: number) => { if (code) return 'the code'; return \`no \${code} at all\`; };
    console.warning(\`\${name} is \${where}\`);
    throw new UserError(message(), { hint: 'not a message' });
    function message() { return ['the first', 'the second'].map((one) => \`\${one} of all\`).join(' '); }
    throw wrapped('handed on');
    function wrapped(text: string) { return new UserError(text); }
    const fault = { problem: 'a fault', message: why(1) };
    log('not shown');
  `;
  const shown = [
    '… is …',
    'here',
    'there …',
    'the first',
    'the second',
    '… of all',
    'handed on',
    'the code',
    'no … at all',
  ];
  expect([...messagesOf(source, false)].sort()).toEqual([...shown].sort());
  expect([...messagesOf(source, true)].sort()).toEqual([...shown, 'a fault'].sort());
  expect(messages.length).toBeGreaterThan(150);
});

describe('docs/use/troubleshooting.md', () => {
  const text = bare(page);

  test.each([...parts])('has "%s" (%s)', (part) => {
    if (NOT_ON_THE_PAGE.some(([pattern]) => pattern.test(part))) return;
    expect(text.includes(part) ? part : `${part}: no row says what it means`).toBe(part);
  });

  test('leaves out nothing that is no message any more', () => {
    const unused = NOT_ON_THE_PAGE.filter(
      ([pattern]) => ![...parts.keys()].some((part) => pattern.test(part)),
    );
    expect(unused.map(([pattern]) => pattern.source)).toEqual([]);
  });

  test('has no message that the step does not print', () => {
    const sources = bare(textsOfSource().join('\n'));
    const rows = page
      .split(/^\| message .*\n\| --- .*\n/m)
      .slice(1)
      .flatMap((table) => table.split('\n\n')[0]?.split('\n') ?? [])
      .map((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? '');
    expect(rows.length).toBeGreaterThan(80);
    const unknown = rows
      .flatMap((row) => row.split(new RegExp(`;|${PLACEHOLDER}|\\.;`)))
      .map((piece) => bare(stablePart(piece)))
      .filter((piece) => piece.length >= SHORTEST && !sources.includes(piece));
    expect(unknown).toEqual([]);
  });
});
