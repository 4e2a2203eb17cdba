/** What of action.yml the README shows. */
export type ActionMetadata = {
  readonly inputs?: Readonly<Record<string, Entry>>;
  readonly outputs?: Readonly<Record<string, Entry>>;
};

type Entry = { readonly description?: string; readonly default?: string | number | boolean };

/**
 * @returns the text with the tables between its markers replaced
 * @throws Error where a pair of markers is missing, or an entry of action.yml has no description.
 */
export function readmeWith(text: string, action: ActionMetadata): string {
  const withInputs = between(text, 'inputs', inputTable(action.inputs ?? {}));
  return between(withInputs, 'outputs', outputTable(action.outputs ?? {}));
}

function between(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}: written by \`npm run docs\` from action.yml -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`the markers "${begin}" and "${end}" are not in the text, in this order`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

function inputTable(inputs: Readonly<Record<string, Entry>>): string {
  const rows = Object.entries(inputs).map(([name, entry]) => {
    const preset =
      entry.default === undefined || entry.default === '' ? '' : `\`${cell(String(entry.default))}\``;
    return `| \`${name}\` | ${preset} | ${describe(name, entry)} |`;
  });
  return ['| input | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(outputs: Readonly<Record<string, Entry>>): string {
  const rows = Object.entries(outputs).map(([name, entry]) => `| \`${name}\` | ${describe(name, entry)} |`);
  return ['| output | meaning |', '| --- | --- |', ...rows].join('\n');
}

function describe(name: string, entry: Entry): string {
  if (!entry.description) throw new Error(`action.yml: ${name} has no description`);
  return cell(entry.description);
}

/** One line; a pipe would end the cell, and `<` outside code would begin a tag. */
function cell(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.replace(/`[^`]*`|</g, (found) => (found === '<' ? '&lt;' : found));
}
