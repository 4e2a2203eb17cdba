import { clip } from '../../clip.ts';

/** At most this many characters of a server's words are shown. */
const LONGEST = 500;

/**
 * The server's own words for a refusal, as one line (contracts/sgp.openapi.yaml, ErrorBody): string `detail`,
 * the messages of a `detail` list, `detail.message`, `message`, `error`, `error.message`, the messages of an
 * `errors` list, `title` (RFC 9457), else the text itself. Field messages are `loc: msg`, never with the `input` they complain about.
 *
 * @param redact applied before anything is cut, so that no half of a secret remains.
 */
export function detailOf(text: string, redact: (text: string) => string): string {
  const words = wordsOf(text);
  return plainLine(redact(words));
}

function wordsOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (trimmed.startsWith('<')) return markupWords(trimmed);
  try {
    return jsonWords(JSON.parse(trimmed)) ?? '';
  } catch {
    return trimmed;
  }
}

function jsonWords(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (!isRecord(body)) return undefined;
  return (
    messageIn(body.detail) ??
    text(body.message) ??
    messageIn(body.error) ??
    messageIn(body.errors) ??
    text(body.title)
  );
}

function messageIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(fieldMessage).filter(Boolean).join('; ') || undefined;
  return text(value) ?? (isRecord(value) ? text(value.message) : undefined);
}

/** FastAPI's `{loc, msg}`, Prime's `{param, details}`, or a plain string. */
function fieldMessage(problem: unknown): string | undefined {
  if (!isRecord(problem)) return text(problem);
  const place = Array.isArray(problem.loc) ? problem.loc.map(String).join('.') : text(problem.param);
  const words = text(problem.msg) ?? text(problem.details) ?? text(problem.message);
  return place && words ? `${place}: ${words}` : (words ?? place);
}

/** A gateway's page by its title, an object store's XML by its message. */
function markupWords(markup: string): string {
  const element = (name: string) =>
    new RegExp(`<${name}[^>]*>([^<]{1,300})</${name}>`, 'i').exec(markup)?.[1];
  const code = element('Code');
  const message = plainCharacters(element('Message'));
  if (code || message) return [code, message].filter(Boolean).join(': ');
  const title = element('title')?.trim();
  return title ? `an HTML page, "${title}"` : 'an HTML page';
}

/** The five entities that XML itself defines; `&amp;` last, so that nothing is decoded twice. */
function plainCharacters(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Control characters, line separators and direction marks out of the way; then at most 500 characters. */
function plainLine(words: string): string {
  const line = words
    .replace(/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clip(line, LONGEST);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
