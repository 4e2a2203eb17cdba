import { oneLine } from './text.ts';

/**
 * Sentences that may carry words from outside, divided into what is shown as text and what as code. Forges look for
 * mentions, issues, commits and links in what is rendered, where no backslash is left; they leave code alone. So every
 * word that is not a plain one is code, without the punctuation around it; what stands in backticks is code as well.
 */
export type ProsePart = { readonly type: 'text' | 'inlineCode'; readonly value: string };

/** Letters, also with an apostrophe or hyphen inside, and the punctuation that may stand around them. */
const PLAIN_WORD = /^[("'“‘]?\p{L}\p{M}*(?:['’-]?\p{L}\p{M}*)*["'”’)]?[,.;:!?…]?$/u;
const PLAIN_NUMBER = /^\(?\d{1,6}(?:,\d{3})*(?:\.\d{1,6})?(?:%|m?s|[mhd]|[kMGT]B)?\)?[,.;:!?]?$/;
const PLAIN_SIGN = /^[·–—→…&+/-]$/;
/** Forges link seven hexadecimal digits and more as a commit, and words of letters alone can be such. */
const COMMIT_LIKE = /[0-9a-f]{7,}/i;
/** What stands in backticks, or a word; with the punctuation behind it. */
const TOKEN = /`[^`]+`\S*|\S+/g;
const AROUND = /^([(“‘]?)(.*?)([)”’]?[,.;:!?…]?)$/su;

/** @returns the parts in their order, blanks between them included; text and code take turns */
export function proseParts(text: string, limit = 1000): readonly ProsePart[] {
  const parts: { type: ProsePart['type']; value: string }[] = [];
  const add = (type: ProsePart['type'], value: string) => {
    const last = parts.at(-1);
    if (value === '') return;
    if (last?.type === type) last.value += value;
    else parts.push({ type, value });
  };
  for (const [index, [token]] of [...oneLine(text, limit).matchAll(TOKEN)].entries()) {
    const blank = index === 0 ? '' : ' ';
    if (isPlain(token)) {
      add('text', `${blank}${token}`);
      continue;
    }
    const { before, word, after } = unwrapped(token);
    // Two words of code in a row are one span.
    if (before === '' && parts.at(-1)?.type === 'inlineCode') add('inlineCode', `${blank}${word}`);
    else {
      add('text', `${blank}${before}`);
      add('inlineCode', word);
    }
    add('text', after);
  }
  return parts;
}

/** The word without backticks, and the punctuation that is no part of it. */
function unwrapped(token: string): {
  readonly before: string;
  readonly word: string;
  readonly after: string;
} {
  const quoted = /^`([^`]+)`([)”’]?[,.;:!?…]?)$/su.exec(token);
  if (quoted) return { before: '', word: quoted[1] ?? '', after: quoted[2] ?? '' };
  const [, before = '', word = '', after = ''] = AROUND.exec(token) ?? [];
  // A bracket that is opened inside the word is closed by it: `f(x)`.
  const closes = after.startsWith(')') && before === '' && word.includes('(');
  const inner = closes ? `${word})` : word;
  if (inner === '') return { before: '', word: token, after: '' };
  return { before, word: inner, after: closes ? after.slice(1) : after };
}

function isPlain(word: string): boolean {
  const isShaped = PLAIN_WORD.test(word) || PLAIN_NUMBER.test(word) || PLAIN_SIGN.test(word);
  return isShaped && !COMMIT_LIKE.test(word);
}
