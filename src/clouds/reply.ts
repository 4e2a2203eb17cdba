import { ReplyFault } from './http/json.ts';

/** An object of a reply whose members nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** @throws {ReplyFault} naming what was expected. */
export function fieldsOf(value: unknown, what: string): Fields {
  if (isFields(value)) return value;
  throw new ReplyFault(`the reply holds ${kindOf(value)} where ${what} was expected`);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The records of a list that can be read: one odd record, perhaps of somebody else's build, must not hide the others.
 * @throws {ReplyFault} the first one's fault, where none can be read
 */
export function readableOf<T>(list: readonly unknown[], read: (record: unknown) => T): readonly T[] {
  let fault: ReplyFault | undefined;
  const records = list.flatMap((record) => {
    try {
      return [read(record)];
    } catch (thrown) {
      if (!(thrown instanceof ReplyFault)) throw thrown;
      fault ??= thrown;
      return [];
    }
  });
  if (records.length === 0 && fault !== undefined) throw fault;
  return records;
}

/** The first of these members that is a non-empty text. */
export function textOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** @throws {ReplyFault} naming the member and what is there instead. */
export function requiredText(fields: Fields, what: string, ...names: readonly string[]): string {
  const found = textOf(fields, ...names);
  if (found !== undefined) return found;
  const name = names[0] ?? '';
  const state = fields[name] === undefined ? 'is missing' : `is ${kindOf(fields[name])}, not a text`;
  throw new ReplyFault(`\`${name}\` of ${what} ${state} in the reply`);
}

/** An instant as ISO 8601 in UTC; servers that leave the zone out mean UTC. */
export function instantOf(fields: Fields, ...names: readonly string[]): string | undefined {
  const text = textOf(fields, ...names);
  if (text === undefined) return undefined;
  const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
