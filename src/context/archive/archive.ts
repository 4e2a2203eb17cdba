import type { ArchiveFile } from '../../clouds/cloud.ts';
import { AbortedError } from '../../errors.ts';
import type { Tree } from '../entry.ts';
import { type EntryNote, TreeHash } from '../hash/hash.ts';
import { checkLink, closeOpener, createFileOpener, readContent } from '../listing/listing.ts';
import { ArchiveFileWriter } from './archive-file.ts';
import { COMMENT_AT, GzipBlocks } from './gzip-blocks.ts';
import { overLimit } from './limit.ts';

export { withComment } from './comment.ts';
export { overContentLimit } from './limit.ts';

import { headerOf, paddingOf, TAR_END } from './tar-header.ts';

/** Bytes of gzip; contracts/README.md, Limits. */
type ArchiveLimit = { readonly refuseAbove: number; readonly warnAbove: number };

type ArchiveOptions = {
  /** The file to write; its folder exists. */
  readonly destination: string;
  /** The prefix of every entry's name. */
  readonly prefix: '' | './';
  readonly limit: ArchiveLimit;
  /** Whether to compute the archive's MD5, by which a cloud may identify contexts. */
  readonly md5?: boolean;
  /**
   * Makes the comment of the gzip header, which all readers skip, from the tree's hash: ASCII, and always as long as
   * for an empty text.
   */
  readonly comment?: (workingTreeHash: string) => string;
  /** Called with each file and link and its digest. */
  readonly onEntry?: EntryNote;
  readonly signal?: AbortSignal;
};

export type PackedContext = ArchiveFile & {
  /** The same as `hashTree`, computed while packing. */
  readonly workingTreeHash: string;
  readonly files: number;
  /** Bytes of the files before compression. */
  readonly contentBytes: number;
  /** One line each for what the author should know. */
  readonly notices: readonly string[];
};

/**
 * Streams a tree into a deterministic tar.gz: equal trees give equal bytes on every machine, on Node 20 and 24,
 * with any number of cores. Memory does not grow with the content.
 * After an error, or an abort, nothing is left at the destination.
 * @throws {UserError} when a file is not what was listed (its path is named), when the archive passes the limit
 *   (its largest paths are named), when the disk is full; {AbortedError} once `signal` fires.
 */
export async function writeArchive(tree: Tree, options: ArchiveOptions): Promise<PackedContext> {
  const { comment } = options;
  const file = new ArchiveFileWriter(options.destination);
  try {
    const workingTreeHash = await writeEntries(tree, options, file);
    // The header is written first, but the tree's hash is known last.
    if (comment) file.overwrite(COMMENT_AT, Buffer.from(comment(workingTreeHash), 'latin1'));
    const md5 = options.md5 ? await file.md5() : undefined;
    if (options.signal?.aborted) throw new AbortedError('packing the context was aborted');
    file.finish();
    return {
      path: options.destination,
      bytes: file.bytes,
      ...(md5 === undefined ? {} : { md5 }),
      workingTreeHash,
      files: tree.files,
      contentBytes: tree.bytes,
      notices: noticesOf(file.bytes, options.limit),
    };
  } catch (error) {
    file.discard();
    throw error;
  }
}

async function writeEntries(tree: Tree, options: ArchiveOptions, spool: ArchiveFileWriter): Promise<string> {
  const hash = new TreeHash(options.onEntry);
  const blocks = new GzipBlocks((parts) => {
    if (options.signal?.aborted) throw new AbortedError('packing the context was aborted');
    spool.write(parts);
    if (spool.bytes > options.limit.refuseAbove) throw overLimit(tree, options.limit.refuseAbove);
  }, options.comment?.(''));
  const opener = createFileOpener();
  try {
    for (const entry of tree.entries) {
      if (entry.kind === 'link') checkLink(entry, opener);
      // Awaiting `undefined` would still cost one turn of the event loop for each entry.
      let wait = blocks.add(headerOf(entry, options.prefix));
      if (wait) await wait;
      if (entry.kind === 'link') hash.addLink(entry);
      if (entry.kind !== 'file') continue;
      const digest = readContent(entry, blocks, opener);
      hash.addFile(entry, typeof digest === 'string' ? digest : await digest);
      wait = blocks.add(paddingOf(entry.size));
      if (wait) await wait;
    }
  } finally {
    closeOpener(opener);
  }
  await blocks.add(TAR_END);
  await blocks.end();
  return hash.digest();
}

function noticesOf(bytes: number, limit: ArchiveLimit): readonly string[] {
  if (bytes <= limit.warnAbove) return [];
  return [
    `The archive has ${bytes} bytes: the cloud may refuse more than ${limit.warnAbove}, and this step refuses more than ${limit.refuseAbove}.`,
  ];
}
