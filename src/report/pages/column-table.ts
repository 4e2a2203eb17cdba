import { filledTable } from '../filled-table.ts';
import { type Block, type Inline, paragraph, text } from '../markdown.ts';

export type Column<Item> = {
  readonly title: string;
  /** Empty where the fact is unknown. */
  readonly cell: (item: Item) => Inline[];
  /** Shown even if it is equal in all rows. */
  readonly stays?: true;
};

/**
 * A table of what differs. A column that is empty in all rows is left out; one that is equal in all is written once
 * below.
 */
export function columnTable<Item>(columns: readonly Column<Item>[], items: readonly Item[]): Block[] {
  const filled = columns
    .map((column) => ({ ...column, cells: items.map(column.cell) }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
  const isEqual = ({ stays, cells }: (typeof filled)[number]) =>
    stays === undefined && items.length > 1 && new Set(cells.map((cell) => JSON.stringify(cell))).size === 1;
  const shown = filled.filter((column) => !isEqual(column));
  const equal = filled.filter(isEqual);
  return [
    filledTable(shown, items.length),
    ...(equal.length === 0 ? [] : [paragraph(text('The same in all: '), ...equal.flatMap(equalFact))]),
  ];
}

function equalFact(
  { title, cells }: { readonly title: string; readonly cells: Inline[][] },
  index: number,
): Inline[] {
  return [text(`${index === 0 ? '' : ' · '}${title} `), ...(cells[0] ?? [])];
}
