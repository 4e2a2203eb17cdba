/** Characters that are read of a line; builders write nothing that matters here after that. */
const READ_MAX = 4096;

/** Control sequences, titles and links with or without an end, and all shorter ones, e.g. `ESC ( B` of `tput sgr0` (ECMA-35). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]+[0-~]|[0-Z\\-~])/g;

/** What build services add in front of a builder's own lines, e.g. `[Container] 2026/03/04 10:00:00 `. */
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
