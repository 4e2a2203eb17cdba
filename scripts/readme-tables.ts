import { type InputGroup, MORE, MOST_NEEDED } from './input-groups.ts';

/** What of action.yml the README shows. */
type ActionMetadata = {
  readonly inputs?: Entries;
  readonly outputs?: Entries;
};

type Entries = Readonly<Record<string, Entry>>;
type Entry = { readonly description?: string; readonly default?: string | number | boolean };

/**
 * @returns the text with the tables between its markers replaced
 * @throws Error where a pair of markers is missing, an entry of action.yml has no description, or an input is in no
 *   table or in several.
 */
export function readmeWith(
  text: string,
  action: ActionMetadata,
  groups: { readonly first: readonly string[]; readonly more: readonly InputGroup[] } = {
    first: MOST_NEEDED,
    more: MORE,
  },
): string {
  const inputs = action.inputs ?? {};
  refuseLost(inputs, [groups.first, ...groups.more.map((group) => group.inputs)].flat());
  const withInputs = between(text, 'inputs', inputTable(inputs, groups.first));
  const more = groups.more.flatMap((group) => section(inputs, group)).join('\n\n');
  const withMore = between(withInputs, 'more inputs', more);
  return between(withMore, 'outputs', outputTable(action.outputs ?? {}));
}

/** Whatever action.yml declares stands in exactly one table. */
function refuseLost(inputs: Entries, shown: readonly string[]): void {
  for (const name of Object.keys(inputs)) {
    const times = shown.filter((one) => one === name).length;
    if (times !== 1)
      throw new Error(`scripts/input-groups.ts has the input ${name} ${times} times, not once`);
  }
}

function section(inputs: Entries, { title, inputs: names }: InputGroup): readonly string[] {
  const there = names.filter((name) => inputs[name] !== undefined);
  return there.length === 0 ? [] : [`#### ${title}`, inputTable(inputs, there)];
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

function inputTable(inputs: Entries, names: readonly string[]): string {
  const rows = names.flatMap((name) => {
    const entry = inputs[name];
    if (entry === undefined) return [];
    const preset =
      entry.default === undefined || entry.default === '' ? '' : `\`${cell(String(entry.default))}\``;
    // The anchor is where the job summary of a faulty input leads (src/modes/step/classify-failure.ts).
    return [`| <a id="input-${name}"></a>\`${name}\` | ${preset} | ${describe(name, entry)} |`];
  });
  return ['| input | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(outputs: Entries): string {
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
