import { constants, createDeflateRaw } from 'node:zlib';
import { splitByCompressibility } from './incompressible.ts';

/** Compressed independently, so that several are compressed at once; larger gains less than 0.2%. Bytes. */
const BLOCK_BYTES = 1024 * 1024;
/** On source code 0.6 times the work of level 6 for 3% to 7% more bytes; level 5 is not worth its time. */
const LEVEL = 4;
/**
 * Bytes of one output chunk; larger ones would hold memory until a block is written. If a flush ends exactly with a
 * chunk, deflate marks the end twice, so another size can give other bytes.
 */
const CHUNK_BYTES = BLOCK_BYTES / 4;
const STORED_BYTES = 65_535;

/**
 * One block of an archive: its bytes and the deflate context that compresses them. The output is a part of a deflate
 * stream that ends on a byte (a sync flush) and refers to nothing before it. Buffer and context are reused: a new
 * context costs 0.2 ms of processor time, most of it for memory.
 *
 * Deflate may read past the end of its input, into what the context held before. So the compressed bytes are only
 * equal in every run if a block gets the same contents in the same order.
 */
export class Block {
  readonly buffer: Buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  readonly #deflate = createDeflateRaw({
    level: LEVEL,
    flush: constants.Z_SYNC_FLUSH,
    chunkSize: CHUNK_BYTES,
  });
  #parts: Uint8Array[] = [];
  #fail: (error: Error) => void = () => undefined;

  constructor() {
    // In flowing mode, all output of a write has arrived when the write is done.
    this.#deflate.on('data', (part: Uint8Array) => this.#parts.push(part));
    // The callback of a failed write gets no error.
    this.#deflate.on('error', (error) => this.#fail(error));
  }

  /** Compresses the first `bytes` of the buffer, which must not change until the result was used. */
  async compressed(bytes: number): Promise<readonly Uint8Array[]> {
    const content = this.buffer.subarray(0, bytes);
    for (const { start, end, incompressible } of splitByCompressibility(content)) {
      const run = content.subarray(start, end);
      if (incompressible) this.#parts.push(...stored(run));
      else await this.#deflated(run);
    }
    return this.#parts.splice(0);
  }

  /** Frees memory early; must not be called while it compresses. */
  close(): void {
    this.#deflate.close();
  }

  #deflated(run: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#deflate.reset();
      this.#deflate.write(run, (error) => (error ? reject(error) : resolve()));
    });
  }
}

/** Deflate blocks with uncompressed bytes: RFC 1951, 3.2.4. */
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
