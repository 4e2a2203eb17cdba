import { type Block, code, folded, paragraph, table, text, untrustedText } from './markdown.ts';
import type { EntryChange, RebuiltFacts } from './result.ts';
import { oneLine } from './text.ts';
import { count } from './units.ts';

/** Paths in the line; further ones are counted. */
const NAMED = 2;
const PATH_LIMIT = 120;

/** `rebuilt: 3 files differ from build b-1 of main: app/main.py, uv.lock, +1`. */
export function rebuiltLine(facts: RebuiltFacts): string {
  const { total, why = '' } = facts;
  const build = `build ${oneLine(facts.buildId, PATH_LIMIT)}${branchWords(facts)}`;
  if (total === 0) return `rebuilt: no file differs from ${build}: ${why}`;
  return `rebuilt: ${count(total, 'file')} ${total === 1 ? 'differs' : 'differ'} from ${build}: ${namesOf(facts)}`;
}

/** The notice about entries that differ in every build; `undefined` where there are none. */
export function alwaysLine({ always }: RebuiltFacts): string | undefined {
  if (always.length === 0) return undefined;
  const paths = listed(
    always.map(({ path }) => path),
    10,
  );
  const lines = [...new Set(always.slice(0, 10).map(({ ignoreLine }) => ignoreLine))].join('  ');
  const [differs, it] = always.length === 1 ? ['differs', 'It is'] : ['differ', 'They are'];
  return `${paths} ${differs} in each of the last 5 builds. ${it} most likely generated, as a timestamp or a version stamp is, and this context can never be reused. To leave out what the image does not need, add to the ignore file: ${lines}`;
}

/** For the summary: the line, and folded below it what differs. */
export function rebuiltBlocks(facts: RebuiltFacts | undefined): Block[] {
  if (facts === undefined) return [];
  const { changes, total } = facts;
  const line = alwaysLine(facts);
  const always = line === undefined ? [] : [paragraph(text('⚠️ '), ...untrustedText(line))];
  if (total === 0) return [paragraph(...untrustedText(rebuiltLine(facts))), ...always];
  const rest = total - changes.length;
  return [
    ...folded(`Why it was rebuilt: ${count(total, 'file')} since the last build`, [
      paragraph(...untrustedText(rebuiltLine(facts))),
      table(
        [[text('File')], [text('Change')]],
        changes.map(({ path, kind }) => [[code(path, PATH_LIMIT)], [text(KINDS[kind])]]),
      ),
      ...(rest > 0 ? [paragraph(text(`${count(rest, 'more file')}.`))] : []),
    ]),
    ...always,
  ];
}

const KINDS: Readonly<Record<EntryChange['kind'], string>> = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  mode: 'executable bit',
};

function branchWords({ branch }: RebuiltFacts): string {
  return branch === undefined ? '' : ` of ${oneLine(branch, PATH_LIMIT)}`;
}

function namesOf({ changes, total }: RebuiltFacts): string {
  const named = changes.slice(0, NAMED).map(({ path }) => oneLine(path, PATH_LIMIT));
  return [...named, ...(total > named.length ? [`+${total - named.length}`] : [])].join(', ');
}

function listed(paths: readonly string[], most: number): string {
  const named = paths.slice(0, most).map((path) => oneLine(path, PATH_LIMIT));
  const rest = paths.length > named.length ? ` and ${paths.length - named.length} more` : '';
  return `${named.join(', ')}${rest}`;
}
