import { type Bounds, boundsInWords, isWithin } from '../agent-rules.ts';
import { type Faults, nearest, quote } from '../faults.ts';
import type { Declared, Source } from './project-file.ts';

/** Checked access to a TOML table; keys that were not read are reported at the end. */
export type Table = {
  readonly text: (key: string) => Declared | undefined;
  /** A whole number within the bounds, by default from zero. */
  readonly count: (key: string, bounds?: Bounds) => number | undefined;
  /** A text of this form; `form` describes it in words. */
  readonly matching: (key: string, pattern: RegExp, form: string) => string | undefined;
  /** One of these texts. */
  readonly choice: (key: string, accepted: readonly string[]) => string | undefined;
  /** A list of texts, each with its line. */
  readonly texts: (key: string) => readonly Declared[] | undefined;
  readonly isList: (key: string) => boolean;
  readonly flag: (key: string) => boolean | undefined;
  readonly table: (key: string) => Table | undefined;
  /** Whether the key exists; its value is not checked. */
  readonly skip: (key: string) => boolean;
  /** The keys that were not read, here and in the opened tables. */
  readonly unknown: () => readonly UnknownKey[];
};

/** An unknown key by its full name, with the known names of its table. */
type UnknownKey = { readonly field: string; readonly key: string; readonly known: readonly string[] };

export function openToml(
  source: Source,
  content: Readonly<Record<string, unknown>>,
  faults: Faults,
  prefix = '',
): Table {
  const asked = new Set<string>();
  const opened: Table[] = [];
  const take: Take = (key, expected, accept) => {
    asked.add(key);
    const value = content[key];
    if (value === undefined || value === '') return undefined;
    const accepted = accept(value);
    if (accepted === undefined)
      addWrongType(source, faults, `${prefix}${key}`, `${expected}${givenWords(value)}`);
    return accepted;
  };
  return {
    ...valuesOf(source, prefix, take),
    isList: (key) => Array.isArray(content[key]),
    table(key) {
      const members = take(key, 'a table', (value) => (isTable(value) ? value : undefined));
      if (!members) return undefined;
      const table = openToml(source, members, faults, `${prefix}${key}.`);
      opened.push(table);
      return table;
    },
    skip(key) {
      asked.add(key);
      return content[key] !== undefined;
    },
    unknown() {
      const known = [...asked];
      const own = Object.keys(content).filter((key) => !asked.has(key));
      return [
        ...own.map((key) => ({ field: `${prefix}${key}`, key, known })),
        ...opened.flatMap((table) => table.unknown()),
      ];
    },
  };
}

/** The value of a key as `accept` returns it; a value that it does not accept is a fault. */
type Take = <T>(key: string, expected: string, accept: (value: unknown) => T | undefined) => T | undefined;

/** Access to single values and lists of them. */
function valuesOf(
  source: Source,
  prefix: string,
  take: Take,
): Pick<Table, 'text' | 'count' | 'matching' | 'choice' | 'flag' | 'texts'> {
  return {
    text(key) {
      const text = take(key, 'text', (value) => (typeof value === 'string' ? value : undefined));
      const field = `${prefix}${key}`;
      return text === undefined ? undefined : { text, line: lineOf(source.text, field), field };
    },
    count: (key, bounds = { least: 0 }) =>
      take(key, boundsInWords(bounds), (value) =>
        isCount(value) && isWithin(Number(value), bounds) ? Number(value) : undefined,
      ),
    matching: (key, pattern, form) =>
      take(key, form, (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined)),
    choice: (key, accepted) =>
      take(key, `one of ${accepted.join(', ')}`, (value) => accepted.find((one) => one === value)),
    texts: (key) =>
      take(key, 'a list of texts', (value) => textsIn(value))?.map((text) => ({
        text,
        line: lineOfText(source.text, `${prefix}${key}`, text),
        field: `${prefix}${key}`,
      })),
    flag: (key) => take(key, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined)),
  };
}

/** How many unknown keys are reported one by one: each needs a search, and a longer list does not help. */
const REPORTED = 10;

/** One warning for each of the first unknown keys, and one that counts the rest. */
export function unknownKeyWarnings(source: Source, unknown: readonly UnknownKey[]): readonly string[] {
  const rest = unknown.length - REPORTED;
  const named = unknown.slice(0, REPORTED).map(({ field, key, known }) => {
    const meant = nearest(key, known);
    const advice = meant ? ` Did you mean ${quote(meant)}?` : '';
    return `${source.name}:${lineOf(source.text, field)}: ${quote(field)} is not known and was ignored.${advice}`;
  });
  return rest <= 0 ? named : [...named, `${source.name}: ${rest} more keys are not known and were ignored.`];
}

function addWrongType(source: Source, faults: Faults, field: string, expected: string): void {
  const line = lineOf(source.text, field);
  const place = { file: source.name, line };
  faults.add({ where: `${source.name}:${line}`, problem: `${field} is not ${expected}`, place });
}

function textsIn(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.every((one): one is string => typeof one === 'string') ? value : undefined;
}

/** The line of an entry of a list: the first at or below the list's own that has its text. */
function lineOfText(content: string, field: string, text: string): number {
  const start = lineOf(content, field);
  const found = content.split('\n').findIndex((line, index) => index >= start - 1 && line.includes(text));
  return found < 0 ? start : found + 1;
}

/** The given value in words, if it is short. */
function givenWords(value: unknown): string {
  if (typeof value === 'string') return ` (it is ${quote(value)})`;
  return typeof value === 'number' || typeof value === 'boolean' ? ` (it is ${value})` : '';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The parser keeps no positions; the line of `table.key` is found by its spelling, else the file's first. */
export function lineOf(text: string, field: string): number {
  const parts = field.split('.');
  const key = parts.at(-1) ?? '';
  const lines = text.split('\n').map((line) => line.trim());
  const table = parts.slice(0, -1).join('.');
  const start = table === '' ? 0 : lines.indexOf(`[${table}]`);
  const isKey = (line: string) => line.startsWith(key) && /^\s*[=.]/.test(line.slice(key.length));
  const found = lines.findIndex((line, index) => index >= start && (isKey(line) || line === `[${field}]`));
  return found < 0 ? Math.max(start, 0) + 1 : found + 1;
}
