import type { RunResult } from '../result.ts';
import { entriesOf } from './entries.ts';
import type { RunMark, Section } from './marker.ts';
import { sectionOf } from './section.ts';

/**
 * New versions of the sections of other keys whose previews this run deleted: a teardown may not know the agent or
 * key of the run that deployed.
 * @param known all sections of the comment
 * @param result of this run, without secrets
 */
export function removedSections(
  known: Iterable<Section>,
  { result, key, mark }: { readonly result: RunResult; readonly key: string; readonly mark: RunMark },
): Section[] {
  const deleted = result.previewsDeleted ?? [];
  if (deleted.length === 0) return [];
  return entriesOf(known).flatMap(({ section, ...row }) => {
    if (section.key === key || row.state === 'removed') return [];
    const its = deleted.filter((id) =>
      row.preview ? isSame(row.preview.id, id) : section.body.includes(`\`${id}\``),
    );
    if (its.length === 0) return [];
    const { label } = row.preview ?? {};
    const removed: RunResult = {
      cloud: row.cloud ?? '',
      outcome: 'removed',
      agent: row.agent,
      source: row.commit === undefined ? {} : { commit: row.commit },
      phases: [],
      previewsDeleted: its,
      ...(label === undefined ? {} : { deployment: { preview: { label }, events: [], lines: [] } }),
      ...(result.runUrl === undefined ? {} : { runUrl: result.runUrl }),
      ...(result.repository === undefined ? {} : { repository: result.repository }),
    };
    return [sectionOf(removed, { key: section.key, mark })];
  });
}

/** Where a preview is an agent of its own, its id may have one of its deployments after an `@`. */
function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && nameIn(one) === nameIn(other);
}

function nameIn(id: string): string {
  return id.replace(/@.*/s, '');
}
