import { omitUndefined } from '../../omit-undefined.ts';
import { type AgentRow, sortRows } from '../agent-row.ts';
import type { Outcome } from '../result.ts';
import { STATES } from '../states.ts';
import { isFolded } from './fold.ts';
import type { Section } from './marker.ts';
import { compareRuns } from './order.ts';

/** A section with its row of the table. */
export type Entry = AgentRow & { readonly section: Section };

/** In the order of the table: failed ones first. Every writer gets the same order. */
export function entriesOf(sections: Iterable<Section>): Entry[] {
  const all = [...sections];
  const byKey = all.filter((section) => !isObsolete(section, all)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const entries = byKey.map((section): Entry => ({ ...(section.row ?? rowOfEarlier(section)), section }));
  const names = new Map<string, number>();
  for (const entry of entries) names.set(nameOf(entry), (names.get(nameOf(entry)) ?? 0) + 1);
  return sortRows(
    entries.map((entry) =>
      (names.get(nameOf(entry)) ?? 0) > 1 ? { ...entry, key: decodedKey(entry.section.key) } : entry,
    ),
  );
}

/**
 * A run that could not read which agent it is for has a section of its own. A later run of the same step knows better:
 * it reports under its agent, or under the same file again.
 */
function isObsolete({ row, mark }: Section, all: readonly Section[]): boolean {
  if (row?.unnamed === undefined || row.step === undefined) return false;
  return all.some(
    ({ row: other, mark: later }) =>
      other?.step === row.step && later.workflow === mark.workflow && compareRuns(later, mark) > 0,
  );
}

function nameOf({ agent, cloud }: AgentRow): string {
  return `${cloud ?? ''}/${agent}`;
}

/** Whether a section must be visible without unfolding. */
export function needsAttention({ section, state }: Entry): boolean {
  if (section.body.trim() === '' || isFolded(section.body.trim())) return false;
  return section.row !== undefined || state === 'failed';
}

const RUN_LINK = /^\[Run and full log\]\((https?:\/\/[^\s()<>]{1,400})\)/;

/** The row of a section from a release without a table, read from the marker and the section's first and last lines. */
function rowOfEarlier({ key, state, body }: Section): AgentRow {
  const [, cloud, agent] = /^(sgp|prime|pipecat)\/(.+)$/.exec(decodedKey(key)) ?? [];
  const lines = body.split('\n');
  const title = / · ([A-Z][A-Za-z ]{1,40})$/.exec(lines[0] ?? '')?.[1];
  return omitUndefined<AgentRow>({
    state: Object.hasOwn(STATES, state) ? (state as Outcome) : 'succeeded',
    agent: agent ?? decodedKey(key),
    cloud: title ?? cloud,
    runUrl: RUN_LINK.exec(lines.at(-1) ?? '')?.[1],
  });
}

function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
