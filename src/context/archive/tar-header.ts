import { Header } from 'tar/header';
import { Pax } from 'tar/pax';
import type { Entry } from '../entry.ts';

/** Tar counts in blocks of 512 bytes. */
const TAR_BLOCK = 512;

/** Two empty blocks end an archive; always exactly two, while other tools pad to a blocking factor. */
export const TAR_END: Uint8Array = new Uint8Array(2 * TAR_BLOCK);

const EPOCH = new Date(0);
const NAME_BYTES = 100;

/** The values that all entries share, encoded once: a header does not change unset fields. */
const common = Buffer.alloc(TAR_BLOCK);
new Header({ uid: 0, gid: 0, mtime: EPOCH, uname: '', gname: '' }).encode(common);

// One reused header per kind: creating one for each entry takes twice as long as encoding it.
const HEADERS = {
  file: new Header({ type: 'File' }),
  folder: new Header({ type: 'Directory' }),
  link: new Header({ type: 'SymbolicLink' }),
} as const;
const encoded = Buffer.alloc(TAR_BLOCK);

/**
 * The header blocks of one entry: ustar, and a pax header before it where ustar is not enough (names that are long or
 * not ASCII, long link targets, 8 GiB and more). Neither carries atime or ctime, so that equal trees have equal bytes
 * (docs/context.md, rules 30 to 33).
 *
 * The blocks are only valid until the next call.
 * @param prefix `./` for clouds that want it (contracts/README.md, "Prime: packing rule").
 */
export function headerOf(entry: Entry, prefix: '' | './'): Uint8Array {
  const path = `${prefix}${entry.path}${entry.kind === 'folder' ? '/' : ''}`;
  const size = entry.kind === 'file' ? entry.size : 0;
  const header = HEADERS[entry.kind];
  header.path = path;
  header.mode = entry.mode;
  header.size = size;
  if (entry.kind === 'link') header.linkpath = entry.target ?? '';
  encoded.set(common);
  const incomplete = header.encode(encoded);
  if (!incomplete && !losesSlash(entry, path)) return encoded;
  return Buffer.concat([paxOf(path, size, entry.target), encoded]);
}

/** The zero bytes that fill a file's last block. */
export function paddingOf(size: number): Uint8Array {
  return TAR_END.subarray(0, (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
}

/** The ustar prefix is split off at a slash, which drops the one at a folder's end. */
function losesSlash(entry: Entry, path: string): boolean {
  return entry.kind === 'folder' && Buffer.byteLength(path) >= NAME_BYTES;
}

function paxOf(path: string, size: number, target: string | undefined): Buffer {
  const largest = 0o77777777777;
  return new Pax({
    path,
    ...(target === undefined ? {} : { linkpath: target }),
    ...(size > largest ? { size } : {}),
  }).encode();
}
