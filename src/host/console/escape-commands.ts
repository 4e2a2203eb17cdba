/**
 * Escapes log text that a runner would take for a command; everything else stays byte for byte.
 *
 * Three kinds of readers are handled at once (docs/platform.md, "Workflow commands and log injection" and "Commands
 * and log"), and one rule serves them all, so that a log reads the same everywhere:
 *
 * - GitHub `::name …::data` after leading white space: a bar is put before the colons;
 * - GitHub `##[name …]data` anywhere in a line: a space is put before the bracket;
 * - Gitea, Forgejo, act: both forms at the start of a line only, and web pages that fold on them.
 *
 * Lines end at CR, LF or both: GitHub's reader ends them at a lone CR too. U+0085, U+2028 and U+2029 end none. Names
 * are not compared with a list: an unknown name may become a command later.
 */

/**
 * Characters that .NET's linguistic comparison does not see, so that `:<soft hyphen>:` may equal `::` there.
 * White space is not among them except for control characters; the bar and the space we put in never are.
 */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';

/** A fast, linear test that is true for every text that may need a change; most text ends here. */
const SUSPECT = /(?:^|[\r\n])[^\x21-\x39\x3b-\x7e\r\n]*:|#[^\x21-\x7e]*#[^\x21-\x7e]*\[/;

/** Created for the first line that needs them: the Unicode classes would add half a millisecond to each start. */
const patterns = once(() => ({
  colons: new RegExp(`^([\\s${UNSEEN}]*):[${UNSEEN}]*:[${UNSEEN}]*(?=[\\p{L}\\p{N}_])`, 'u'),
  closingColons: new RegExp(`:[${UNSEEN}]*:`, 'u'),
  bracket: new RegExp(`#[${UNSEEN}]*#[${UNSEEN}]*(?=\\[[${UNSEEN}]*[\\p{L}\\p{N}_])`, 'gu'),
}));
/** Web pages fold or hide a line with these prefixes, even without closing colons. */
const FOLDING = /^(?:group|endgroup|add-matcher|remove-matcher)(?![\w-])/i;

/** The text, of one line or many, changed so that no runner finds a command in it. */
export function escapeCommands(text: string): string {
  return SUSPECT.test(text) ? text.replace(/[^\r\n]+/g, defuseLine) : text;
}

function defuseLine(line: string): string {
  const { colons, bracket } = patterns();
  const head = colons.exec(line);
  const opened = head && acts(line.slice(head[0].length)) ? (head[1] ?? '') : undefined;
  const barred = opened === undefined ? line : `${opened}| ${line.slice(opened.length)}`;
  // Searched once from the end: searching at every bracket would be quadratic.
  const lastClosing = barred.lastIndexOf(']');
  return lastClosing < 0
    ? barred
    : barred.replace(bracket, (hit, offset: number) => (offset < lastClosing ? `${hit} ` : hit));
}

function acts(afterColons: string): boolean {
  return patterns().closingColons.test(afterColons) || FOLDING.test(afterColons);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
