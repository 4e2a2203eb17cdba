import { createHash, hash } from 'node:crypto';
import { digestsOf } from './digests.ts';
import type { Entry, Tree } from './entry.ts';

/**
 * The `working_tree_hash` (contracts/README.md): SHA-256 over one record for each file and link,
 * `path NUL mode NUL sha256hex`, joined by LF. Folders are not part of it.
 * Entries are added in the order of `Tree.entries`, which is the record order.
 */
export class TreeHash {
  readonly #sha = createHash('sha256');
  #separator = '';

  /** @param digest SHA-256 of a file's content as lower-case hex. */
  addFile(entry: Entry, digest: string): void {
    this.#add(entry.path, entry.mode & 0o100 ? '100755' : '100644', digest);
  }

  addLink(entry: Entry): void {
    this.#add(entry.path, '120000', hash('sha256', entry.target ?? '', 'hex'));
  }

  /** Lower-case hex; the hash takes no more entries afterwards. */
  digest(): string {
    return this.#sha.digest('hex');
  }

  #add(path: string, mode: string, digest: string): void {
    this.#sha.update(`${this.#separator}${path}\0${mode}\0${digest}`);
    this.#separator = '\n';
  }
}

/**
 * The `working_tree_hash` of a tree, without packing it: what is asked before a build is reused.
 * Memory does not grow with the content.
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
