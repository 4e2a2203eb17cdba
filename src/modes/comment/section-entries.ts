import { type Entry, removedSections, sectionOf } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { RunResult } from '../../report/result.ts';
import { masked } from '../step/masked.ts';
import type { CommentContext } from './context.ts';
import { isNews, type Snapshot } from './own-section.ts';

type SectionContext = Pick<CommentContext, 'settings' | 'console'>;

/** Sections to write, or a function that makes them from the comment's present sections. */
export type Entries = readonly Entry[] | ((known: readonly Section[]) => readonly Entry[]);

/** The sections of these agents, and corrections to other sections. */
export function entriesFor(snapshots: readonly Snapshot[], context: SectionContext): Entries {
  const corrects = snapshots.some(({ result }) => (result.previewsDeleted?.length ?? 0) > 0);
  if (!corrects) return snapshots.map((snapshot) => ownEntry(snapshot, context));
  return (known) => snapshots.flatMap((snapshot) => withCorrections(snapshot, context, known));
}

/** A teardown that corrected other sections and has none of its own gets no section. */
function withCorrections(snapshot: Snapshot, context: SectionContext, known: readonly Section[]): Entry[] {
  const { key, mark, result } = snapshot;
  const facts = masked(result, context.console.maskText);
  const turned = removedSections(known, { result: facts, key, mark });
  const isOwnKnown = known.some((section) => section.key === key);
  const isReported = result.outcome === 'removed' && turned.length > 0 && !isOwnKnown;
  const hasMore = (result.previewsLeft?.length ?? 0) > 0;
  const others = turned.map((section) => ({ section, when: 'always' as const }));
  return isReported && !hasMore ? others : [ownEntry(snapshot, context), ...others];
}

function ownEntry({ key, mark, result }: Snapshot, { settings, console }: SectionContext): Entry {
  const isSaid = isNews(settings.comment.when, result.outcome) && !isNothing(result);
  return {
    section: maskedSection(result, { key, mark }, console.maskText),
    when: isSaid ? 'always' : 'if-present',
  };
}

/** A teardown that found nothing: it may correct an existing section, but adds none. */
function isNothing({ outcome, previewsDeleted = [], previewsLeft = [] }: RunResult): boolean {
  return outcome === 'removed' && previewsDeleted.length === 0 && previewsLeft.length === 0;
}

/** The section of these facts, with secrets masked. */
export function maskedSection(
  result: RunResult,
  of: Pick<Section, 'key' | 'mark'>,
  maskText: (text: string) => string,
): Section {
  // Masked before rendering: escaping would split a secret and leave its parts readable.
  return sectionOf(masked(result, maskText), of);
}
