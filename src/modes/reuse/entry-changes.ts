import type { EntryChange } from '../../report/result.ts';
import { type Entries, type EntryList, LOOKED_BACK } from './entry-list.ts';

/** What differs between two contexts, by path; where content and mode differ it counts as content. */
export function changesBetween(before: Entries, after: Entries): readonly EntryChange[] {
  const changes: EntryChange[] = [];
  for (const [path, entry] of after) {
    const was = before.get(path);
    if (was === undefined) changes.push({ path, kind: 'added' });
    else if (was.digest !== entry.digest) changes.push({ path, kind: 'changed' });
    else if (was.mode !== entry.mode) changes.push({ path, kind: 'mode' });
  }
  for (const path of before.keys()) if (!after.has(path)) changes.push({ path, kind: 'removed' });
  return changes.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** The paths whose content differs from the build before. */
export function changedPaths(changes: readonly EntryChange[]): readonly string[] {
  return changes.filter(({ kind }) => kind === 'changed').map(({ path }) => path);
}

/** The paths whose content differed in each of the last five builds, this one among them. */
export function alwaysChanged(
  changes: readonly EntryChange[],
  { earlier }: Pick<EntryList, 'earlier'>,
): readonly string[] {
  if (earlier.length < LOOKED_BACK - 1) return [];
  const sets = earlier.slice(0, LOOKED_BACK - 1).map((paths) => new Set(paths));
  return changedPaths(changes).filter((path) => sets.every((set) => set.has(path)));
}
