import { proseParts } from '../prose.ts';
import type { Failure, FaultPoint } from '../result.ts';
import { isAscii, oneLine } from '../text.ts';

/**
 * The job summary of a step whose inputs are faulty: every fault with a link to the input's documentation. Without a
 * Markdown library: this page has only a heading and a list, and a step that fails at once should start fast.
 * @param failure without secrets
 */
export function faultsPage({ title, message, faults = [], hint }: Failure): string {
  const points = faults.map(point);
  const advice = hint === undefined ? [] : [`**What to do:** ${prose(hint)}`];
  return `${[`## ❌ ${prose(title)}`, prose(message), points.join('\n'), ...advice].join('\n\n')}\n`;
}

function point({ where, words, url }: FaultPoint): string {
  const input = codeSpan(where);
  const isLink = url !== undefined && /^https:\/\/[\w.~:/#%@-]+$/.test(url);
  return `- ${isLink ? `[${input}](${url})` : input}: ${prose(words)}`;
}

/** Characters that have a meaning in Markdown or for a forge; all but letters, digits, blanks and plain punctuation. */
const active = () => /[^\p{L}\p{M}\p{N}\s,.;:'’"“”‘?!()·–—→…&/-]/gu;
/** The same for ASCII text: creating the Unicode classes takes longer than writing the page itself. */
const ASCII_ACTIVE = /[^A-Za-z0-9\s,.;:'"?!()&/-]/g;

function prose(text: string): string {
  return proseParts(text)
    .map(({ type, value }) => (type === 'inlineCode' ? codeSpan(value) : escaped(value)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(isAscii(text) ? ASCII_ACTIVE : active(), (sign) => `\\${sign}`);
}

/** One line; the delimiter is longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const value = oneLine(text, 500) || '(empty)';
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const delimiter = '`'.repeat(longest + 1);
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${delimiter}${pad}${value}${pad}${delimiter}`;
}
