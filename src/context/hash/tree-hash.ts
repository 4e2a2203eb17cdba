import { createHash, hash } from 'node:crypto';
import type { Entry } from '../entry.ts';

/** One record of the hash: path, mode (`100644`, `100755`, `120000` for links), SHA-256 as lower-case hex. */
export type EntryNote = (path: string, mode: string, digest: string) => void;

/**
 * The `working_tree_hash` (contracts/README.md): SHA-256 over one record for each file and link,
 * `path NUL mode NUL sha256hex`, joined by LF. Folders are not part of it.
 * Entries are added in the order of `Tree.entries`, which is the record order.
 */
export class TreeHash {
  readonly #sha = createHash('sha256');
  readonly #each: EntryNote | undefined;
  #separator = '';

  /** @param each is called with every record, as the hash takes it */
  constructor(each?: EntryNote) {
    this.#each = each;
  }

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
    this.#each?.(path, mode, digest);
  }
}
