import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { Room } from './content.ts';
import { type Run, runsOf } from './noise.ts';

/** Compressed independently, so that each is one task of the pool; larger gains less than 0.2%. Bytes. */
const BLOCK_BYTES = 1024 * 1024;
/** Blocks that may be filled but not written: the bound on memory. */
const BLOCKS_AHEAD = 8;
/** On source code 0.6 times the work of level 6 for 3% to 5% more bytes; the levels between give less for their time. */
const LEVEL = 4;
const STORED_BYTES = 65_535;

/** No name, no time, and 255, unknown, for the system: RFC 1952, 2.3.1. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** An empty last block with fixed codes: RFC 1951, 3.2.6. */
const DEFLATE_END = Uint8Array.of(3, 0);

const deflate = promisify<Uint8Array, object, Buffer>(deflateRaw);

type Pending = { readonly buffer: Buffer; readonly parts: Promise<readonly Uint8Array[]> };

/**
 * Bytes → one gzip member, compressed in blocks on libuv's pool and written in order.
 * Blocks share no history and are joined where deflate ends on a byte (a sync flush), as pigz does;
 * the result depends on the bytes alone, not on cores, pool size or timing.
 */
export class GzipBlocks implements Room {
  buffer: Buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  start = 0;
  readonly #write: (parts: readonly Uint8Array[]) => void;
  readonly #pending: Pending[] = [];
  readonly #free: Buffer[] = [];
  #crc = 0;
  #bytes = 0;

  /** @param write Gets the compressed bytes in order; what it throws ends the work. */
  constructor(write: (parts: readonly Uint8Array[]) => void) {
    this.#write = write;
    write([GZIP_HEADER]);
  }

  async add(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + this.buffer.length - this.start);
      this.buffer.set(part, this.start);
      at += part.length;
      await this.took(part.length);
    }
  }

  readonly took = async (count: number): Promise<void> => {
    this.start += count;
    if (this.start === this.buffer.length) await this.#submit();
  };

  /** Compresses and writes what is left, then the trailer. */
  async end(): Promise<void> {
    if (this.start > 0) await this.#submit();
    while (this.#pending.length > 0) await this.#writeOldest();
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(this.#crc, 0);
    trailer.writeUInt32LE(this.#bytes % 2 ** 32, 4);
    this.#write([DEFLATE_END, trailer]);
  }

  async #submit(): Promise<void> {
    const block = this.buffer.subarray(0, this.start);
    this.#crc = crc32(block, this.#crc);
    this.#bytes += block.length;
    const parts = compressed(block);
    // It is awaited in its turn; until then a failure must not count as unhandled.
    parts.catch(() => undefined);
    this.#pending.push({ buffer: this.buffer, parts });
    await turn();
    if (this.#pending.length >= BLOCKS_AHEAD) await this.#writeOldest();
    this.buffer = this.#free.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
    this.start = 0;
  }

  async #writeOldest(): Promise<void> {
    const oldest = this.#pending.shift();
    if (!oldest) return;
    this.#write(await oldest.parts);
    this.#free.push(oldest.buffer);
  }
}

async function compressed(block: Buffer): Promise<readonly Uint8Array[]> {
  const parts = runsOf(block).map((run) => compressedRun(block, run));
  return (await Promise.all(parts)).flat();
}

async function compressedRun(block: Buffer, run: Run): Promise<readonly Uint8Array[]> {
  const bytes = block.subarray(run.start, run.end);
  return run.noise ? stored(bytes) : [await deflated(bytes)];
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  return deflate(bytes, {
    level: LEVEL,
    finishFlush: constants.Z_SYNC_FLUSH,
    // Text leaves a third. What is set aside counts as garbage soon after, and makes the collector run.
    chunkSize: Math.max(Math.ceil(bytes.length / 2), 1024),
  });
}

/** Deflate blocks that hold their bytes as they are: RFC 1951, 3.2.4. */
function stored(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += STORED_BYTES) {
    const part = bytes.subarray(at, at + STORED_BYTES);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(part.length ^ 0xffff, 3);
    parts.push(head, part);
  }
  return parts;
}
