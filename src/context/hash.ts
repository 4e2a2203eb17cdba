import { createHash, hash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { AbortedError } from '../errors.ts';
import { type Room, readContent } from './content.ts';
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

const SCRATCH_BYTES = 1024 * 1024;
/** How much is read between two turns of the event loop, so that a signal waits some milliseconds only. */
const TURN_BYTES = 16 * 1024 * 1024;
/** What one entry costs beside its bytes, as bytes. */
const ENTRY_BYTES = 16 * 1024;

/**
 * The `working_tree_hash` of a tree, without packing it: what is asked before a build is reused.
 * Memory does not grow with the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
export async function hashTree(tree: Tree, signal?: AbortSignal): Promise<string> {
  const hash = new TreeHash();
  const scratch = new Scratch(signal);
  for (const entry of tree.entries) {
    if (entry.kind === 'file') hash.addFile(entry, await readContent(entry, scratch));
    if (entry.kind === 'link') hash.addLink(entry);
  }
  return hash.digest();
}

/** Room whose bytes are forgotten once they were hashed. */
class Scratch implements Room {
  readonly buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  readonly start = 0;
  readonly #signal: AbortSignal | undefined;
  #sinceTurn = 0;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  readonly took = async (count: number): Promise<void> => {
    this.#sinceTurn += count + ENTRY_BYTES;
    if (this.#sinceTurn < TURN_BYTES) return;
    this.#sinceTurn = 0;
    await turn();
    if (this.#signal?.aborted) throw new AbortedError('hashing the context was aborted');
  };
}
