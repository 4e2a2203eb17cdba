import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import {
  type Block,
  code,
  fence,
  folded,
  heading,
  link,
  paragraph,
  render,
  table,
  text,
  untrustedText,
} from '../../src/report/markdown.ts';
import { anyText } from '../support/any-text.ts';
import { HOSTILE } from './runs.ts';

const outsideText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  anyText({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'`|\\<>!-[]()#@*_~$&;: \n\t\rab1'), maxLength: 40 }),
  fc
    .array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 5 })
    .chain((parts) => fc.constantFrom('', ' ', '\n', '|', '`').map((glue) => parts.join(glue))),
);
const RUNS = { numRuns: 500 };

function parsed(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The tree as nested names, e.g. `paragraph(text inlineCode)`. */
function shape(node: Nodes): string {
  return 'children' in node ? `${node.type}(${node.children.map(shape).join(' ')})` : node.type;
}

function textsOf(node: Nodes, type: 'text' | 'inlineCode' | 'code'): string[] {
  if (node.type === type) return [node.value];
  return 'children' in node ? node.children.flatMap((child) => textsOf(child, type)) : [];
}

/** What forges look for in rendered text, where no Markdown parser is asked. */
const FORGE_SYNTAX = [
  /@[\w-]/,
  /#\d/,
  /\bGH-\d/i,
  /!\d/,
  /\b[0-9a-f]{7,}\b/i,
  /https?:|www\.|ftp:|xmpp:|mailto:/i,
  /:[a-z0-9_+-]+:/,
  /\$/,
  /<|&lt;/,
  /[A-Z]+-\d/,
];

describe('hostile text stays text', () => {
  test('as inline code, between words and in a table cell', () => {
    fc.assert(
      fc.property(outsideText, outsideText, (first, second) => {
        const blocks: Block[] = [
          heading(3, text('on '), code(first)),
          paragraph(code(first), text(' and '), code(second)),
          table([[text('name')], [code(first)]], [[[code(second)], [code(first), text(' ok')]]]),
          paragraph(text('end')),
        ];
        const tree = parsed(render(blocks));
        expect(shape(tree)).toBe(
          'root(heading(text inlineCode) paragraph(inlineCode text inlineCode) ' +
            'table(tableRow(tableCell(text) tableCell(inlineCode)) tableRow(tableCell(inlineCode) ' +
            'tableCell(inlineCode text))) paragraph(text))',
        );
      }),
      RUNS,
    );
  });

  test('as prose: only text and code, and the text holds nothing that a forge acts on', () => {
    fc.assert(
      fc.property(outsideText, (words) => {
        const tree = parsed(
          render([paragraph(text('Said: '), ...untrustedText(words)), paragraph(text('end'))]),
        );
        expect(shape(tree)).toMatch(/^root\(paragraph\(text(?: (?:text|inlineCode))*\) paragraph\(text\)\)$/);
        for (const value of textsOf(tree, 'text')) {
          for (const syntax of FORGE_SYNTAX) expect(value).not.toMatch(syntax);
        }
      }),
      RUNS,
    );
  });

  test('as prose at the beginning of a paragraph', () => {
    fc.assert(
      fc.property(outsideText, (words) => {
        const tree = parsed(render([paragraph(...untrustedText(words)), paragraph(text('end'))]));
        expect(shape(tree)).toMatch(/^root\((?:paragraph\([a-zC ]+\) )?paragraph\(text\)\)$/);
      }),
      RUNS,
    );
  });

  test('in a fence, alone and inside what is folded', () => {
    fc.assert(
      fc.property(fc.array(outsideText, { maxLength: 6 }), (lines) => {
        const tree = parsed(
          render([fence(lines), ...folded('Log', [fence(lines, 'mermaid')]), paragraph(text('end'))]),
        );
        expect(shape(tree)).toBe('root(code html code html paragraph(text))');
        expect(
          textsOf(tree, 'code').every((value) => value.split('\n').length === Math.max(1, lines.length)),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  test('nowhere is there an HTML comment, a control character or a bidirectional override', () => {
    fc.assert(
      fc.property(outsideText, outsideText, (first, second) => {
        const markdown = render([
          paragraph(code(first), text(' '), ...untrustedText(second)),
          table([[code(first)]], [[untrustedText(second)]]),
          fence([first, second, first + second]),
        ]);
        expect(markdown).not.toContain('<!--');
        expect(markdown).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u);
        expect(markdown).not.toMatch(/\p{Cs}/u);
      }),
      RUNS,
    );
  });
});

describe('inline code', () => {
  test.each([
    ['a pipe', 'a | b', 'a | b'],
    ['backticks', 'a `b` ``c``', 'a `b` ``c``'],
    ['a line end', 'a\r\nb', 'a b'],
    ['only blanks', '   ', '(empty)'],
    ['nothing', '', '(empty)'],
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['NUL', 'a\0b', 'a␀b'],
    ['an override', 'a\u202Eb', 'a⟨U+202E⟩b'],
    ['half a pair', 'a\uD800', 'a\uFFFD'],
    ['a comment', '<!-- x -->', '‹!-- x -->'],
    ['an emoji with joiners', '👩‍💻', '👩‍💻'],
  ])('%s', (_, given, shown) => {
    const tree = parsed(render([table([[text('h')]], [[[code(given)]]])]));
    expect(textsOf(tree, 'inlineCode')).toEqual([shown]);
  });

  test('a pipe after a backslash, which parsers read differently, is drawn', () => {
    expect(render([table([[text('h')]], [[[code("grep 'a\\|b'")]]])])).toContain("`grep 'a\\│b'`");
  });

  test('is cut at its limit with a mark', () => {
    expect(code('x'.repeat(300), 10)).toEqual({ type: 'inlineCode', value: 'xxxxxxxxx…' });
    expect(code('👩'.repeat(300), 10)).toEqual({ type: 'inlineCode', value: '👩👩👩👩…' });
  });
});

describe('prose', () => {
  test.each([
    ['our sentences', '2m 10s, median of the last 20: 2m 31s', '2m 10s, median of the last 20: 2m 31s\n'],
    ['every unit of a duration', 'as in 90m, 8h, 3d, 1w', 'as in 90m, 8h, 3d, 1w\n'],
    ['a mention', 'thanks @everyone here', 'thanks `@everyone` here\n'],
    ['neighbours share one span', 'see #1 GH-12 now', 'see `#1 GH-12` now\n'],
    [
      'an address',
      'POST https://example.com/x was answered 422',
      'POST `https://example.com/x` was answered 422\n',
    ],
    ['a commit of letters alone', 'deadbeef happened', '`deadbeef` happened\n'],
  ])('%s', (_, given, markdown) => {
    expect(render([paragraph(...untrustedText(given))])).toBe(markdown);
  });
});

describe('link', () => {
  test.each([
    ['an address', 'https://example.com/a/1', '[Run](https://example.com/a/1)\n'],
    ['parentheses and blanks', 'https://example.com/a) b', '[Run](https://example.com/a\\)%20b)\n'],
    ['a script', 'javascript:alert(1)', 'Run\n'],
    ['no address', 'not a url', 'Run\n'],
    ['none', undefined, 'Run\n'],
  ])('%s', (_, url, markdown) => {
    expect(render([paragraph(link('Run', url))])).toBe(markdown);
  });
});

test('a fence is longer than any inside', () => {
  expect(render([fence(['```', '`````'])])).toBe('``````text\n```\n`````\n``````\n');
});
