import { type RunMark, type Section, textOf } from './marker.ts';

/** What is known of the comment: the newest version of each section, by key. */
export type Sections = ReadonlyMap<string, Section>;

/**
 * Which of two runs is the later one; 0 for the same. Within a workflow run numbers decide, between workflows run
 * ids, then the attempt: a re-run of an old run is still an old run.
 */
export function compareRuns(one: RunMark, other: RunMark): number {
  const byNumber = one.runNumber - other.runNumber;
  const byId = one.runId - other.runId;
  const byRun = one.workflow === other.workflow ? byNumber || byId : byId || byNumber;
  return Math.sign(byRun || one.attempt - other.attempt);
}

/** Within one run the later version wins. */
export function compareMarks(one: RunMark, other: RunMark): number {
  return compareRuns(one, other) || Math.sign(one.at - other.at);
}

/**
 * All sections of both; of two versions of a section the newer. Commutative, associative, idempotent
 * (docs/comment.md).
 */
export function merge(one: Sections, other: Iterable<Section>): Sections {
  const merged = new Map(one);
  for (const section of other) {
    const known = merged.get(section.key);
    merged.set(section.key, known === undefined ? section : better(known, section));
  }
  return merged;
}

/** Of the same version the whole text wins over a cut one, and that over a damaged one. */
function better(one: Section, other: Section): Section {
  const byMark = compareMarks(one.mark, other.mark);
  if (byMark !== 0) return byMark > 0 ? one : other;
  const byState =
    Number(other.damaged ?? false) - Number(one.damaged ?? false) || Number(other.cut) - Number(one.cut);
  if (byState !== 0) return byState > 0 ? one : other;
  return textOf(one) >= textOf(other) ? one : other;
}

/** Whether `shown` has every section of `wanted`, in that version or a newer one. */
export function covers(shown: Sections, wanted: Iterable<Section>): boolean {
  for (const section of wanted) {
    const found = shown.get(section.key);
    if (found === undefined || compareMarks(found.mark, section.mark) < 0) return false;
  }
  return true;
}
