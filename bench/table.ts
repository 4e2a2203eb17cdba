import { isWithinBound, type Row } from './row.ts';

const HEAD = ['bench', 'what', 'node', 'median', 'spread', 'bound', ''] as const;

/** The rows as a Markdown table that also reads well in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`;
}

function cellsOf(row: Row): readonly string[] {
  const spread = row.spread ? `${digits(row.spread[0])} – ${digits(row.spread[1])}` : '';
  const bound = row.bound === undefined ? '' : `${row.atLeast ? '≥' : '≤'} ${row.bound}`;
  return [
    row.bench,
    row.what,
    row.node,
    `${digits(row.value)} ${row.unit}`,
    spread,
    bound,
    isWithinBound(row) ? '' : 'missed',
  ];
}

/** Three significant digits are more than the precision of the measurement. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
