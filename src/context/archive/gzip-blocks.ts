import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { ReadBuffer, Wait } from '../listing/listing.ts';
import { Block } from './deflate-block.ts';

/**
 * Blocks that may be filled but not written, which limits memory. They are reused in turn, so another number gives
 * other bytes.
 */
const BLOCKS_AHEAD = 8;

/** No name, no time, and 255 (unknown) for the system: RFC 1952, 2.3.1. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const FLAGS = 3;
const HAS_COMMENT = 16;

/** Where a header's comment begins, in bytes from the file's start. */
export const COMMENT_AT = GZIP_HEADER.length;

/** @param comment ASCII text that readers skip; it ends at the first NUL */
function headerWith(comment: string | undefined): Uint8Array {
  if (comment === undefined) return GZIP_HEADER;
  const header = Buffer.from([...GZIP_HEADER, ...Buffer.from(comment, 'latin1'), 0]);
  header[FLAGS] = HAS_COMMENT;
  return header;
}
/** An empty last block with fixed codes: RFC 1951, 3.2.6. */
const DEFLATE_END = Uint8Array.of(3, 0);

type Pending = { readonly block: Block; readonly parts: Promise<readonly Uint8Array[]> };

/**
 * Bytes → one gzip member, compressed in blocks on libuv's pool and written in order. Blocks share no history and are
 * joined where deflate ends on a byte, as pigz does. The first eight blocks are new, and each later one reuses that
 * of eight before it. So the result depends only on the bytes, not on cores, pool size or timing.
 */
export class GzipBlocks implements ReadBuffer {
  start = 0;
  #block = new Block();
  readonly #write: (parts: readonly Uint8Array[]) => void;
  readonly #pending: Pending[] = [];
  #crc = 0;
  #bytes = 0;

  /**
   * @param write Gets the compressed bytes in order; an error thrown here ends the work.
   * @param comment The header's comment, if it has one.
   */
  constructor(write: (parts: readonly Uint8Array[]) => void, comment?: string) {
    this.#write = write;
    write([headerWith(comment)]);
  }

  get buffer(): Buffer {
    return this.#block.buffer;
  }

  add(bytes: Uint8Array): Wait {
    const part = bytes.subarray(0, this.buffer.length - this.start);
    this.buffer.set(part, this.start);
    const wait = this.took(part.length);
    return part.length === bytes.length ? wait : wait?.then(() => this.add(bytes.subarray(part.length)));
  }

  readonly took = (count: number): Wait => {
    this.start += count;
    return this.start === this.buffer.length ? this.#submit() : undefined;
  };

  /** Compresses and writes what is left, then the trailer. */
  async end(): Promise<void> {
    this.#compress();
    while (this.#pending.length > 0) (await this.#writeOldest()).close();
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(this.#crc, 0);
    trailer.writeUInt32LE(this.#bytes % 2 ** 32, 4);
    this.#write([DEFLATE_END, trailer]);
  }

  async #submit(): Promise<void> {
    this.#compress();
    await turn();
    this.#block = this.#pending.length < BLOCKS_AHEAD ? new Block() : await this.#writeOldest();
    this.start = 0;
  }

  #compress(): void {
    const block = this.#block;
    this.#crc = crc32(block.buffer.subarray(0, this.start), this.#crc);
    this.#bytes += this.start;
    const parts = block.compressed(this.start);
    // It is awaited later; until then a failure must not count as unhandled.
    parts.catch(() => undefined);
    this.#pending.push({ block, parts });
  }

  /** @returns its block, which is free again */
  async #writeOldest(): Promise<Block> {
    const { block, parts } = this.#pending.shift() as Pending;
    this.#write(await parts);
    return block;
  }
}
