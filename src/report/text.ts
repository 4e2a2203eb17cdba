import { stripVTControlCharacters } from 'node:util';
import { clip } from '../clip.ts';

/**
 * Makes text from outside safe to show: terminal sequences are removed, and unseen characters (controls, line and
 * paragraph separators, bidirectional overrides, zero-width ones) become visible. The joiners U+200C and U+200D stay:
 * some scripts and emoji need them.
 */

const unseen = () => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;
const ASCII = /^[\t\x20-\x7e]*$/;

/** Printable ASCII and tabs, as most text is. Creating the Unicode classes takes longer than all texts of a start. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** One line: tabs stay, every other unseen character is shown. */
export function visible(text: string): string {
  const bare = isAscii(text) ? text : stripVTControlCharacters(text).replace(unseen(), shown);
  return bare.replaceAll('<!--', '‹!--');
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\t') return character;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Terminal sequences make a text longer than it looks: this many times the limit is read before they are removed. */
const RAW_FACTOR = 8;

/** One visible line of at most `limit` characters: line ends become spaces, several blanks one. */
export function oneLine(text: string, limit: number): string {
  const raw = text.length > limit * RAW_FACTOR ? `${text.slice(0, limit * RAW_FACTOR)}…` : text;
  return clip(visible(raw.replace(/[\r\n\t ]+/g, ' ')).trim(), limit);
}

/** A visible line of a log with its blanks; the number of characters that are cut is added. */
export function logLine(line: string, limit: number): string {
  const bare = line.replace(/\r?\n?$/, '');
  const seen = visible(bare.slice(0, limit * RAW_FACTOR));
  if (bare.length <= limit * RAW_FACTOR && seen.length <= limit) return seen;
  const kept = clip(seen, limit).replace(/…$/, '');
  return `${kept}… (${Math.max(1, bare.length - kept.length).toLocaleString('en-US')} more characters)`;
}
