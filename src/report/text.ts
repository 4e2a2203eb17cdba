import { stripVTControlCharacters } from 'node:util';
import { clip } from '../clip.ts';

/**
 * Text from outside, made into text that shows what it is: terminal sequences go, and characters that would act
 * unseen (controls, line and paragraph separators, bidirectional overrides, zero-width ones) become visible.
 * Joiners U+200C and U+200D stay: scripts and emoji are written with them.
 */

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/** One line: tabs stay, every other unseen character is shown. */
export function visible(text: string): string {
  return stripVTControlCharacters(text).replace(UNSEEN, shown).replaceAll('<!--', '‹!--');
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\t') return character;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Terminal sequences make a text longer than it shows: read this many times the limit before they are stripped. */
const RAW_FACTOR = 8;

/** One visible line of at most `limit` characters: line ends become spaces, runs of blanks one. */
export function oneLine(text: string, limit: number): string {
  const raw = text.length > limit * RAW_FACTOR ? `${text.slice(0, limit * RAW_FACTOR)}…` : text;
  return clip(visible(raw.replace(/[\r\n\t ]+/g, ' ')).trim(), limit);
}

/** Backticks around words are Markdown's, and only noise where nothing draws it. */
export function withoutBackticks(text: string): string {
  return text.replaceAll(/`([^`\n]+)`/g, '$1');
}

/** A visible line of a log with its blanks kept; what is left out of a long one is counted. */
export function logLine(line: string, limit: number): string {
  const bare = line.replace(/\r?\n?$/, '');
  const seen = visible(bare.slice(0, limit * RAW_FACTOR));
  if (bare.length <= limit * RAW_FACTOR && seen.length <= limit) return seen;
  const kept = clip(seen, limit).replace(/…$/, '');
  return `${kept}… (${Math.max(1, bare.length - kept.length).toLocaleString('en-US')} more characters)`;
}
