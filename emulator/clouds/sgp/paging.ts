import { type Call, Refusal } from '../../server/exchange.ts';

type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly more: boolean };

/**
 * One page by the rules of these lists: ascending by default, a cursor is the id of an item on the page before.
 * @param matches oldest first
 * @throws {Refusal} 422 for an unknown sort field or cursor
 */
export function pageOf<T extends { readonly id: string }>(
  matches: readonly T[],
  query: Call['query'],
): Page<T> {
  const sortBy = query.sort_by;
  if (sortBy && sortBy !== 'created_at') refuse('sort_by', 'Input should be created_at');
  const ordered = query.sort_order === 'desc' ? matches.toReversed() : matches;
  const limit = typeof query.limit === 'number' ? query.limit : 100;
  const after = query.starting_after || undefined;
  const before = query.ending_before || undefined;
  if (after && before) refuse('ending_before', 'Not together with starting_after');
  const total = ordered.length;
  if (before) {
    const end = placeOf(ordered, before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { items: ordered.slice(start, end), total, more: start > 0 };
  }
  const start = after ? placeOf(ordered, after, 'starting_after') + 1 : 0;
  return { items: ordered.slice(start, start + limit), total, more: start + limit < total };
}

function placeOf(items: readonly { readonly id: string }[], id: unknown, name: string): number {
  const place = items.findIndex((item) => item.id === id);
  return place < 0 ? refuse(name, 'No such item') : place;
}

function refuse(name: string, msg: string): never {
  throw new Refusal(422, { detail: [{ loc: ['query', name], msg, type: 'value_error' }] });
}
