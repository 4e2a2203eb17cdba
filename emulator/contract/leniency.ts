import type { Body, Problem } from '../server/exchange.ts';

/**
 * Whether the real clouds ignore this breach of a contract: an unknown member, an empty optional member, the content
 * type of a part, the `accept` header, and what a cloud's own rules call `unread`. Tests refuse each of them, so that
 * our own client never sends them.
 */
export function isIgnorable({ type, loc, input }: Problem): boolean {
  if (type === 'extra_forbidden' || type === 'accept' || type === 'unread') return true;
  const inBody = loc[0] === 'body' && loc.length > 1;
  return inBody && (type === 'content_type' || input === null);
}

/** The body for a cloud that ignores these problems: without their members. */
export function withoutIgnored(body: Body, ignored: readonly Problem[]): Body {
  const places = ignored
    .filter(({ type }) => type !== 'content_type' && type !== 'unread')
    .filter(({ loc }) => loc[0] === 'body')
    .map(({ loc }) => loc.slice(1).map(String));
  if (places.some((place) => place.length === 0)) return { kind: 'none' };
  if (body.kind === 'json') {
    const value = structuredClone(body.value);
    for (const place of places) remove(value, place);
    return { kind: 'json', value };
  }
  if (body.kind !== 'form') return body;
  const names = new Set(places.map(([name]) => name));
  const left = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !names.has(name)));
  return {
    ...body,
    fields: left(body.fields),
    files: left(body.files),
    order: body.order.filter((name) => !names.has(name)),
  };
}

/** Only members of objects: an entry of a list has a meaning by its index. */
function remove(value: unknown, [name = '', ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (rest.length > 0) remove((value as Record<string, unknown>)[name], rest);
  else if (!Array.isArray(value)) delete (value as Record<string, unknown>)[name];
}
