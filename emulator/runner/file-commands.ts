/** The content of GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV, as GitHub's runner reads it. */
type FileCommands = {
  /** The last value of each name. */
  readonly values: Readonly<Record<string, string>>;
  /** Why the runner failed the step; then it uses none of the values. */
  readonly fault?: string;
};

/** `name=value` or `name<<DELIMITER` … `DELIMITER`; whichever of `=` and `<<` comes first decides (docs/platform.md). */
export function readFileCommands(text: string): FileCommands {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const values: Record<string, string> = {};
  try {
    for (let at = 0; at < lines.length; at += 1) at = readOne(lines, at, values);
    return { values };
  } catch (error) {
    return { values: {}, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns the index of the last line that belongs to the entry at `at`. */
function readOne(lines: readonly string[], at: number, values: Record<string, string>): number {
  const line = lines[at] ?? '';
  if (line === '') return at;
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
    values[line.slice(0, equals)] = line.slice(equals + 1);
    return at;
  }
  if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
  const name = line.slice(0, heredoc);
  const delimiter = line.slice(heredoc + 2);
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
  }
  const end = lines.indexOf(delimiter, at + 1);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  values[name] = lines.slice(at + 1, end).join('\n');
  return end;
}

const MIB = 1024 * 1024;

/** A job summary as the platform accepts it: above 1 MiB GitHub rejects all of it, Gitea cuts it. */
export function readSummary(
  content: Buffer,
  how: 'rejected' | 'cut',
): { readonly text: string; readonly fault?: string } {
  if (content.length <= MIB) return { text: content.toString('utf8') };
  if (how === 'cut') return { text: content.subarray(0, MIB).toString('utf8') };
  const fault = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(content.length / 1024)}k`;
  return { text: '', fault };
}
