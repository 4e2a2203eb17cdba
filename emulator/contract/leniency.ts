import type { Body, Problem } from '../server/exchange.ts';

/**
 * Whether the real clouds ignore this breach of a contract: a member that nobody knows, an optional member that is empty, the
 * content type of a part, what a client says that it accepts, and what a cloud's own rules call `unread`. In tests each is
 * refused, so that our own client learns.
 */
export function isIgnorable({ type, loc, input }: Problem): boolean {
  if (type === 'extra_forbidden' || type === 'accept' || type === 'unread') return true;
  const inBody = loc[0] === 'body' && loc.length > 1;
  return inBody && (type === 'content_type' || input === null);
}

/** The body as a cloud sees it that ignores these problems: without the members that they speak of. */
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

/** Members of objects alone: an entry of a list has a meaning by its place. */
function remove(value: unknown, [name = '', ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (rest.length > 0) remove((value as Record<string, unknown>)[name], rest);
  else if (!Array.isArray(value)) delete (value as Record<string, unknown>)[name];
}
