import type { Tree } from '../entry.ts';
import { digestsOf } from './digests.ts';
import { TreeHash } from './tree-hash.ts';

export { type EntryNote, TreeHash } from './tree-hash.ts';

/**
 * The `working_tree_hash` of a tree, without packing it; needed to find a build to reuse. Memory does not grow with
 * the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
export async function hashTree(tree: Tree, signal?: AbortSignal): Promise<string> {
  const hash = new TreeHash();
  for await (const { entries, digests } of digestsOf(tree.entries, signal)) {
    const digest = digests.values();
    for (const entry of entries) {
      if (entry.kind === 'file') hash.addFile(entry, digest.next().value as string);
      if (entry.kind === 'link') hash.addLink(entry);
    }
  }
  return hash.digest();
}
