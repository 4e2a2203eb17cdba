import { isAscii, oneLine } from './text.ts';

/**
 * Splits sentences that may contain words from outside into text and code. Forges look for mentions, issues, commits
 * and links in rendered text, where escapes do not help, but not in code. So every word that is not plain becomes
 * code, without the punctuation around it; so does what is in backticks.
 */
type ProsePart = { readonly type: 'text' | 'inlineCode'; readonly value: string };

/** Letters, also with an apostrophe or hyphen inside, with punctuation around them. */
const plainWord = () => /^[("'“‘]?\p{L}\p{M}*(?:['’-]?\p{L}\p{M}*)*["'”’)]?[,.;:!?…]?$/u;
/** The same for ASCII text: creating the Unicode classes takes longer than writing a page of faults. */
const ASCII_WORD = /^[("']?[A-Za-z](?:['-]?[A-Za-z])*["')]?[,.;:!?]?$/;
const PLAIN_NUMBER = /^\(?\d{1,6}(?:,\d{3})*(?:\.\d{1,6})?(?:%|m?s|[mhdw]|[kMGT]B)?\)?[,.;:!?]?$/;
const PLAIN_SIGN = /^[·–—→…&+/-]$/;
/** Forges link seven hexadecimal digits and more as a commit, and some words of letters look like one. */
const COMMIT_LIKE = /[0-9a-f]{7,}/i;
/** A part in backticks, or a word; with the punctuation after it. */
const TOKEN = /`[^`]+`\S*|\S+/g;
const AROUND = /^([(“‘]?)(.*?)([)”’]?[,.;:!?…]?)$/su;

/** @returns the parts in their order, including the blanks between them; text and code alternate */
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

/** The word without backticks, and the punctuation around it. */
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
  const isWord = isAscii(word) ? ASCII_WORD.test(word) : plainWord().test(word);
  const isShaped = isWord || PLAIN_NUMBER.test(word) || PLAIN_SIGN.test(word);
  return isShaped && !COMMIT_LIKE.test(word);
}
