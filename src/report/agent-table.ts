import { type AgentRow, sortRows } from './agent-row.ts';
import { filledTable } from './filled-table.ts';
import { type Block, code, type Inline, link, linked, paragraph, text } from './markdown.ts';
import { commitUrl } from './pages-of-forge.ts';
import { STATES } from './states.ts';
import { duration, utcDayMinute } from './units.ts';

/** How much of each row is written. If many rows share a comment's limit, what is equal in all is written once below. */
export type TableDetail = {
  /** Characters of a name. */
  readonly nameLimit: number;
  /** Commit and run in each row, or once below the table where they are equal in all rows. */
  readonly equalOnce: boolean;
  /** Links to commit and run. Links to previews stay. */
  readonly links: boolean;
};

export const FULL_TABLE: TableDetail = { nameLimit: 60, equalOnce: false, links: true };

/**
 * The one table of comment and summary, one row per agent: failed first, then working, ready, removed; within these
 * by name. A column that would be empty is left out.
 * @returns no blocks where there are no rows
 */
export function agentTable(rows: readonly AgentRow[], detail: TableDetail = FULL_TABLE): Block[] {
  if (rows.length === 0) return [];
  const sorted = sortRows(rows);
  const once = detail.equalOnce ? equalFacts(sorted) : {};
  const context: RowContext = {
    detail,
    severalClouds: new Set(rows.map(({ cloud }) => cloud)).size > 1,
    once,
  };
  const columns = COLUMNS.map(({ title, cell }) => ({
    title,
    cells: sorted.map((row) => cell(row, context)),
  }));
  return [filledTable(columns, sorted.length), ...onceBlocks(once)];
}

type EqualFacts = { readonly commit?: AgentRow; readonly run?: AgentRow };
type RowContext = {
  readonly detail: TableDetail;
  readonly severalClouds: boolean;
  readonly once: EqualFacts;
};

const COLUMNS: readonly {
  readonly title: string;
  readonly cell: (row: AgentRow, context: RowContext) => Inline[];
}[] = [
  { title: 'State', cell: ({ state }) => [unbroken(`${STATES[state].icon} ${STATES[state].word}`)] },
  { title: 'Agent', cell: agentCell },
  { title: 'Preview', cell: previewCell },
  { title: 'Commit', cell: commitCell },
  { title: 'Time', cell: timeCell },
];

function agentCell({ agent, cloud, key }: AgentRow, { detail, severalClouds }: RowContext): Inline[] {
  return joined(
    [code(agent, detail.nameLimit)],
    severalClouds && cloud !== undefined ? [text(cloudWords(cloud))] : [],
    key === undefined ? [] : [code(key, detail.nameLimit)],
  );
}

/** Names of clouds are ours, but one that was read from a comment may be any text. */
function cloudWords(cloud: string): string {
  return cloud.replace(/[^\p{L}\p{N} .-]/gu, '').slice(0, 40);
}

function previewCell({ preview, earlier, left, state }: AgentRow, { detail }: RowContext): Inline[] {
  const { nameLimit } = detail;
  if (state === 'removed')
    return left === undefined ? removedWords(preview, nameLimit) : [text(leftWords(left))];
  const until = preview?.expiresAt === undefined ? undefined : utcDayMinute(preview.expiresAt);
  return joined(
    preview === undefined ? [] : previewWords(preview, nameLimit),
    until === undefined ? [] : [unbroken(`until ${until}`)],
    earlier === undefined ? [] : earlierWords(earlier, nameLimit),
  );
}

function removedWords(preview: AgentRow['preview'], limit: number): Inline[] {
  return preview === undefined ? [] : [code(preview.label, limit), text(' removed')];
}

function leftWords(left: number): string {
  return left === 1 ? '1 preview left' : `${left} previews left`;
}

/** Without an address it shows the name to reach the preview with. */
function previewWords({ label, id, url, reach }: NonNullable<AgentRow['preview']>, limit: number): Inline[] {
  if (url !== undefined) return [linked(code(label, limit), url)];
  if (reach !== undefined) return [code(reach, limit)];
  return id === undefined ? [code(label, limit)] : [code(label, limit), text(' '), code(id, limit)];
}

function earlierWords({ id, commit }: NonNullable<AgentRow['earlier']>, limit: number): Inline[] {
  const of = commit === undefined ? [] : [text(' of '), code(commit.slice(0, 7))];
  return [text('earlier '), code(id, limit), ...of, text(' still runs')];
}

function commitCell(row: AgentRow, { detail, once }: RowContext): Inline[] {
  return once.commit === undefined ? commitWords(row, detail.links) : [];
}

function commitWords({ commit, repositoryUrl }: AgentRow, links: boolean): Inline[] {
  if (commit === undefined) return [];
  const words = code(commit.slice(0, 7));
  return [links ? linked(words, commitUrl(repositoryUrl, commit)) : words];
}

function timeCell(row: AgentRow, { detail, once }: RowContext): Inline[] {
  const { seconds, medianSeconds, built, runUrl } = row;
  const url = detail.links && once.run === undefined ? runUrl : undefined;
  const words = seconds === undefined ? built : duration(seconds * 1000).replaceAll(' ', NO_BREAK);
  const median = medianSeconds === undefined ? [] : [unbroken(`median ${duration(medianSeconds * 1000)}`)];
  if (words === undefined) return url === undefined ? median : joined([link('run', url)], median);
  return joined([link(words, url)], median);
}

/** Any row with the commit and the run, where these are equal in all rows. */
function equalFacts(rows: readonly AgentRow[]): EqualFacts {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return {};
  const isSame = (name: 'commit' | 'runUrl' | 'repositoryUrl') =>
    first[name] !== undefined && rows.every((row) => row[name] === first[name]);
  return {
    ...(isSame('commit') && isSame('repositoryUrl') ? { commit: first } : {}),
    ...(isSame('runUrl') ? { run: first } : {}),
  };
}

function onceBlocks({ commit, run }: EqualFacts): Block[] {
  const parts = joined(
    commit === undefined ? [] : [text('Commit '), ...commitWords(commit, true)],
    run === undefined ? [] : [link('Run', run.runUrl)],
  );
  return parts.length === 0 ? [] : [paragraph(...parts)];
}

const NO_BREAK = '\u00A0';

/** Cells are narrow: a time or a state must not break into two lines. */
function unbroken(words: string): Inline {
  return text(words.replaceAll(' ', NO_BREAK));
}

/** The non-empty parts, with a dot between them. */
function joined(...parts: readonly Inline[][]): Inline[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [text(' · '), ...part]));
}
