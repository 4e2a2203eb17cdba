/** Shortens a section's text line by line. HTML inside a fence is text, and a fence is removed together with its end. */

const FOLD_START = '<details>';
const FOLD_END = '</details>';

/** Whether all of the text is one folded block or several. */
export function isFolded(body: string): boolean {
  return body.startsWith(FOLD_START) && withoutFolded(body) === '';
}

type Place = {
  /** The line is inside of a folded block, or opens or ends one. */
  readonly folded: boolean;
  /** The line is inside of a fence. */
  readonly fenced: boolean;
  /** The line opens or ends a fence. */
  readonly edge: boolean;
};

function placed(body: string): { readonly line: string; readonly place: Place }[] {
  let fence: string | undefined;
  let depth = 0;
  return body.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const wasFenced = fence !== undefined;
    if (!wasFenced && line.startsWith(FOLD_START)) depth += 1;
    const ends = wasFenced && mark?.startsWith(fence ?? '') === true && line.trim() === mark;
    const edge = wasFenced ? ends : mark !== undefined;
    const place = { folded: depth > 0, fenced: wasFenced && !ends, edge };
    if (!wasFenced) fence = mark;
    else if (ends) fence = undefined;
    if (!wasFenced && line.startsWith(FOLD_END)) depth = Math.max(0, depth - 1);
    return { line, place };
  });
}

function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function withoutFolded(body: string): string {
  return joinLines(placed(body).flatMap(({ line, place }) => (place.folded ? [] : [line])));
}

/** Charts are the first part to be left out. */
export function withoutCharts(body: string): string {
  let isChart = false;
  return joinLines(
    placed(body).flatMap(({ line, place }) => {
      if (place.edge && /^ {0,3}`{3,}mermaid$/.test(line)) isChart = true;
      const goes = isChart;
      if (place.edge && isChart && !line.endsWith('mermaid')) isChart = false;
      return goes ? [] : [line];
    }),
  );
}

/** Each fence with its last lines only; none of it where `most` is 0. */
export function withShortFences(body: string, most: number): string {
  const kept: string[] = [];
  let held: string[] = [];
  for (const { line, place } of placed(withoutFolded(body))) {
    if (place.fenced) {
      held.push(line);
      continue;
    }
    if (held.length > most) held = ['… earlier lines left out …', ...held.slice(held.length - most)];
    if (most > 0) kept.push(...held);
    held = [];
    if (!place.edge || most > 0) kept.push(line);
  }
  return joinLines(kept);
}
