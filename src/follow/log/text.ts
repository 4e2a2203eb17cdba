/** Longer lines are read as far as this; no builder says anything of ours behind it. */
const READ_MAX = 4096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/** What build services put in front of a builder's own lines, e.g. `[Container] 2026/03/04 10:00:00 `. */
const PREFIX =
  /^(?:\[Container\] )?(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? )?/;

/** A log line as the builder meant it: without colours, service prefixes, or what a carriage return overwrote. */
export function plainText(line: string): string {
  let text = line.length > READ_MAX ? line.slice(0, READ_MAX) : line;
  if (text.includes('\u001b')) text = text.replace(ESCAPES, '');
  if (text.includes('\r')) text = lastShown(text);
  return text.startsWith('[') || text.startsWith('2') ? text.replace(PREFIX, '') : text;
}

function lastShown(text: string): string {
  const shown = text.endsWith('\r') ? text.slice(0, -1) : text;
  return shown.slice(shown.lastIndexOf('\r') + 1);
}
