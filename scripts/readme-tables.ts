import { type InputGroup, MORE, MOST_NEEDED } from './input-groups.ts';

/** The parts of action.yml that README.md and docs/use/inputs.md show. */
type ActionMetadata = {
  readonly inputs?: Entries;
  readonly outputs?: Entries;
};

type Entries = Readonly<Record<string, Entry>>;
type Entry = { readonly description?: string; readonly default?: string | number | boolean };

type Groups = { readonly first: readonly string[]; readonly more: readonly InputGroup[] };

const GROUPS: Groups = { first: MOST_NEEDED, more: MORE };
/** From the repository's root. */
const INPUTS_PAGE = 'docs/use/inputs.md';

/**
 * The README: what the inputs that most workflows give mean, and the names of all others and of the outputs.
 *
 * @returns the text with the tables between its markers replaced
 * @throws Error where a pair of markers is missing, an entry of action.yml has no description, or an input is in no
 *   table or in several.
 */
export function readmeWith(text: string, action: ActionMetadata, groups: Groups = GROUPS): string {
  const inputs = inputsOf(action, groups);
  const withInputs = between(text, 'inputs', inputTable(inputs, groups.first));
  const withMore = between(withInputs, 'more inputs', nameTable(inputs, groups.more));
  const names = Object.keys(action.outputs ?? {}).map((name) => `\`${name}\``);
  return between(withMore, 'outputs', names.join(', '));
}

/** docs/use/inputs.md: what every input and output means. Throws as `readmeWith` does. */
export function inputsPageWith(text: string, action: ActionMetadata, groups: Groups = GROUPS): string {
  const inputs = inputsOf(action, groups);
  const all = [{ title: 'What most workflows give', inputs: groups.first }, ...groups.more];
  const withInputs = between(text, 'inputs', all.flatMap((group) => section(inputs, group)).join('\n\n'));
  return between(withInputs, 'outputs', outputTable(action.outputs ?? {}));
}

function inputsOf({ inputs = {} }: ActionMetadata, { first, more }: Groups): Entries {
  refuseLost(inputs, [first, ...more.map((group) => group.inputs)].flat());
  return inputs;
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
  return there.length === 0 ? [] : [`### ${title}`, inputTable(inputs, there)];
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

/** A row leads to its table in docs/use/inputs.md; each name has the anchor to which a job summary leads. */
function nameTable(inputs: Entries, groups: readonly InputGroup[]): string {
  const rows = groups.flatMap(({ title, inputs: names }) => {
    const known = names.filter((name) => inputs[name] !== undefined);
    const cells = known.map((name) => `<a id="input-${name}"></a>\`${name}\``);
    const anchor = title.toLowerCase().replaceAll(' ', '-');
    return known.length === 0 ? [] : [`| [${title}](${INPUTS_PAGE}#${anchor}) | ${cells.join(', ')} |`];
  });
  return ['| for | inputs |', '| --- | --- |', ...rows].join('\n');
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
