import type { Heading, ListItem, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { clip } from '../clip.ts';
import { proseParts } from './prose.ts';
import { oneLine, visible } from './text.ts';

/**
 * Markdown as a tree, so that text from outside stays text. Such text may only be passed to `code`, `fence` and
 * `untrustedText`. Forges look for mentions, issues, commits and links in rendered text, where escapes do not help,
 * but not in code. So every word that is not plain is set as code.
 */
export type Block = RootContent;
export type Inline = PhrasingContent;

/** Inline code of one visible line; safe for any text, in table cells also. */
export function code(text: string, limit = 200): Inline {
  return { type: 'inlineCode', value: oneLine(text, limit) || '(empty)' };
}

/** Sentences that may carry words from outside: plain words as text, all other words as code. */
export function untrustedText(text: string, limit = 1000): Inline[] {
  return proseParts(text, limit).map(({ type, value }): Inline => ({ type, value }));
}

/** Our own words, unchanged; never text from outside. */
export function text(words: string): Inline {
  return { type: 'text', value: words };
}

export function strong(...children: Inline[]): Inline {
  return { type: 'strong', children };
}

const LONGEST_URL = 500;

/** A link where `url` is an http(s) address, else the words alone. */
export function link(words: string, url: string | undefined): Inline {
  const isWeb =
    url !== undefined && url.length <= LONGEST_URL && /^https?:\/\//i.test(url) && URL.canParse(url);
  if (!isWeb) return text(words);
  return { type: 'link', url: new URL(url).href, children: [text(words)] };
}

/** The same with a node instead of words, e.g. inline code. */
export function linked(child: Inline, url: string | undefined): Inline {
  const address = link('', url);
  return address.type === 'link' && child.type !== 'link' ? { ...address, children: [child] } : child;
}

export function heading(depth: Heading['depth'], ...children: Inline[]): Block {
  return { type: 'heading', depth, children };
}

export function paragraph(...children: Inline[]): Block {
  return { type: 'paragraph', children };
}

/** One point each. */
export function list(points: readonly Inline[][]): Block {
  const children = points.map((point) => ({ type: 'listItem' as const, children: [paragraph(...point)] }));
  return { type: 'list', ordered: false, spread: false, children: children as ListItem[] };
}

/** A fenced block, one line each; the fence is longer than any inside. */
export function fence(lines: readonly string[], language = 'text'): Block {
  return { type: 'code', lang: language, value: lines.map(visible).join('\n') };
}

export function table(header: readonly Inline[][], rows: readonly (readonly Inline[][])[]): Block {
  return { type: 'table', children: [header, ...rows].map(rowOf) };
}

function rowOf(cells: readonly Inline[][]): TableRow {
  return { type: 'tableRow', children: cells.map(cellOf) };
}

/**
 * GitHub, Gitea and CommonMark's reference do not agree on where a cell ends at a pipe after a backslash. Such a pipe
 * is replaced by a box-drawing line, which looks the same.
 */
function cellOf(children: Inline[]): TableCell {
  const safe = children.map(
    (node): Inline =>
      node.type === 'inlineCode' ? { ...node, value: node.value.replaceAll('\\|', '\\│') } : node,
  );
  return { type: 'tableCell', children: safe };
}

/** The visible line of folded blocks: our own words, and a name from outside, which is set as code. */
type FoldTitle = { readonly icon?: string; readonly name?: string; readonly words: string };

/** Folded blocks. Blank lines around the tags end the HTML block, so that Markdown works inside. */
export function folded(title: string | FoldTitle, blocks: readonly Block[]): Block[] {
  return [{ type: 'html', value: foldOpening(title) }, ...blocks, { type: 'html', value: FOLD_END }];
}

export const FOLD_END = '</details>';

/** One line: `<details><summary>✅ <code>refund-bot</code> · details</summary>`. */
export function foldOpening(title: string | FoldTitle): string {
  const { icon = '', name, words } = typeof title === 'string' ? { words: title } : title;
  const safeWords = clip(words, 100).replace(/[^\p{L}\p{N} ,.:()·-]/gu, '');
  const safeName = name === undefined ? '' : `<code>${escapeHtml(oneLine(name, 80) || '(empty)')}</code> · `;
  return `<details><summary>${icon === '' ? '' : `${icon} `}${safeName}${safeWords}</summary>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

const EXTENSIONS = [gfmTableToMarkdown({ tablePipeAlign: false })];

/** The tree as GitHub-flavoured Markdown, with a line end at its end. */
export function render(blocks: readonly Block[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    { extensions: EXTENSIONS, bullet: '-', fences: true, resourceLink: true },
  );
}

/**
 * The first rendering within `maxBytes` (UTF-8), tried from the most to the least detail; the last one where none
 * fits.
 */
export function renderWithin<Detail>(
  details: readonly Detail[],
  maxBytes: number,
  blocksOf: (detail: Detail) => readonly Block[],
): string {
  let rendered = '';
  for (const detail of details) {
    rendered = render(blocksOf(detail));
    if (Buffer.byteLength(rendered, 'utf8') <= maxBytes) break;
  }
  return rendered;
}
