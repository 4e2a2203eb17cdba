/** A workflow command that a runner has read from a line. */
export type Command = {
  /** Lower case on GitHub, where names are case-insensitive; as written elsewhere. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

/**
 * The commands of GitHub's runner (docs/platform.md, "Workflow commands and log injection"). Any other name is text.
 */
const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * GitHub: `::name k=v,k=v::data` after leading white space, otherwise `##[name k=v;k=v]data` anywhere in the line.
 * @param resume the token that ends `stop-commands`; it is a command name while commands are stopped
 */
export function readGithubCommand(line: string, resume?: string): Command | undefined {
  const known = (name: string) => REGISTERED.has(name) || name === resume?.toLowerCase();
  return readDoubleColon(line.trimStart(), known) ?? readBracket(line, known);
}

function readDoubleColon(line: string, known: (name: string) => boolean): Command | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = splitHead(line.slice(2, end));
  if (!known(head.name)) return undefined;
  const properties = pairs(head.rest, ',', (value) => decode(value, { ...DATA, '3A': ':', '2C': ',' }), true);
  return { name: head.name, properties, data: decode(line.slice(end + 2), DATA) };
}

function readBracket(line: string, known: (name: string) => boolean): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const head = splitHead(line.slice(start + 3, end));
  if (!known(head.name)) return undefined;
  const codes = { '0D': '\r', '0A': '\n', '3B': ';', '5D': ']' };
  const properties = pairs(head.rest, ';', (value) => decode(value, codes), true);
  return { name: head.name, properties, data: decode(line.slice(end + 1), codes) };
}

function splitHead(head: string): { name: string; rest: string } {
  const space = head.indexOf(' ');
  if (space < 0) return { name: head.toLowerCase(), rest: '' };
  return { name: head.slice(0, space).toLowerCase(), rest: head.slice(space + 1).trim() };
}

/**
 * Gitea, Forgejo, act: only at column 0, names as written, none refused. Both repetitions are greedy, so that a later
 * `::` in the data moves into the head: `::add-mask::a::b` is the command `add-mask::a` (docs/platform.md, Gitea,
 * Commands and log).
 */
export function readColumnZeroCommand(line: string): Command | undefined {
  const colons = /^::([^ ]+)(?: (.+))?::([^\r\n]*)\r*$/.exec(line);
  if (colons) return columnZero(colons, ',');
  const bracket = /^##\[([^ ]+)(?: (.+))?\]([^\r\n]*)\r*$/.exec(line);
  return bracket ? columnZero(bracket, ';') : undefined;
}

function columnZero(match: RegExpExecArray, separator: ',' | ';'): Command {
  const codes = { ...DATA, '3A': ':', '2C': ',' };
  const properties = pairs(match[2] ?? '', separator, (value) => decode(value, codes), false);
  return { name: match[1] ?? '', properties, data: decode(match[3] ?? '', DATA) };
}

const DATA = { '25': '%', '0D': '\r', '0A': '\n' };

/** One pass, so that `%250A` stays `%0A`. */
function decode(text: string, codes: Readonly<Record<string, string>>): string {
  return text.replace(/%([0-9A-F]{2})/g, (all, code: string) => codes[code] ?? all);
}

function pairs(
  text: string,
  separator: string,
  read: (value: string) => string,
  lowerCase: boolean,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of text.split(separator)) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const key = part.slice(0, equals).trim();
    found[lowerCase ? key.toLowerCase() : key] = read(part.slice(equals + 1));
  }
  return found;
}
