import type { Entry } from '../entry.ts';

/** The largest files of a tree, the largest first and equal ones in the tree's order. */
export function largestFiles(entries: Iterable<Entry>, most: number): readonly Entry[] {
  const largest: Entry[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const least = largest.at(-1);
    if (largest.length === most && least && entry.size <= least.size) continue;
    const at = largest.findIndex(({ size }) => size < entry.size);
    largest.splice(at < 0 ? largest.length : at, 0, entry);
    largest.splice(most);
  }
  return largest;
}
