import { type Block, type Inline, table, text } from './markdown.ts';

/** A column with its cell for each row; a cell is empty where the fact is unknown. */
type FilledColumn = { readonly title: string; readonly cells: readonly Inline[][] };

/** A table without the columns that are empty in all rows; an empty cell becomes a dash. */
export function filledTable(columns: readonly FilledColumn[], rows: number): Block {
  const shown = columns.filter(({ cells }) => cells.some((cell) => cell.length > 0));
  return table(
    shown.map(({ title }) => [text(title)]),
    Array.from({ length: rows }, (_, row) => shown.map(({ cells }) => orDash(cells[row] ?? []))),
  );
}

function orDash(cell: readonly Inline[]): Inline[] {
  return cell.length === 0 ? [text('–')] : [...cell];
}
